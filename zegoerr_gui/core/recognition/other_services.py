"""Other services that a customer's page talks to, with errors of their own: banks, app stores, databases, mail."""

import re
from typing import Final

_SERVICE: Final = re.compile(
    r"(?:\b(?:(?:payment|billing|banking|sms|e-?mail|mail) ?(?:gateway|provider|service|processor|api|server)"
    r"|pasarelas?|(?:gateway|pasarela|passerelle|intermediador) d[eio]s? (?:pago|pagamento|paiement)s?|zahlungs\w+"
    r"|bezahl\w+|betaal\w+|płatnoś\w+|ödeme\w*|плат[её]ж\w*|эквайринг\w*|pembayaran|thanh toán|stripe|paypal|alipay"
    r"|(?:wechat|apple|google|mercado) ?(?:pay|pago)|klarna|adyen|razorpay|paytm|mastercard|app store|play store"
    r"|in-app purchase|iap|apns|fcm|firebase|supabase|cloudflare|smtp|nginx|apache|mysql|postgres\w*|redis|mongo\w*"
    r"|kafka|oracle|sql server)\b"
    r"|微信支付|支付宝|支付寶|支付|银联|銀聯|充值|短信|簡訊|邮件|应用商店|付款|扣款|決済|결제|الدفع)",
    re.I,
)
_AFTER_SERVICE: Final = re.compile(
    r"\b(?:after|since|nach|después del?|après|dopo|depois d[aeo]|после)(?: \w+)? $", re.I
)
_SERVICE_DONE: Final = ("后", "後", "之后", "之後", "完", "成功", " ok", " worked", " works")
_OURS: Final = re.compile(
    r"\b(?:join|room|stream|publish|play(?:er|ing|back)|camera|mic\b|microphone|webrtc|video|sala|raum|kamera|cámara|câmera"
    r"|caméra|комнат|камер)|进房|進房|直播|推流|拉流|登录|登入|房间|房間|摄像头|麦克风|連麥|连麦",
    re.I,
)
_ITS_ERROR: Final = re.compile(
    r"(?: ?(?:back|returned|returns|says|said|gives|gave|shows|threw|reports|with|the|an?|me|nos|da|dice|meldet"
    r"|sagt|liefert|返回了?|回调|提示|报|的))*"
    r"\W*(?:(?:error|err|errcode|code|código|codigo|fehler(?:code)?|erreur|erro|ошибк\w|код|错误码?|錯誤碼?|代码|报错)\W*){1,2}",
    re.I,
)
_ITS_MESSAGE: Final = re.compile(
    r"^[\"'’”)\]]{0,2}\s?(?:[:：—–(（-]\s?[\"'“”「«„]?|[\"'“”「«„])([^\W\d_][^\"”»」\n]{1,80})"
)


def names_other_service(sentence: str) -> bool:
    """Whether a sentence that leads to a number names such a service, and nothing of ours after it."""
    return _after_service(sentence) is not None


def reports_error(sentence: str) -> bool:
    """Whether an error of that service is all that stands between its name and the number."""
    return _ITS_ERROR.fullmatch(_after_service(sentence) or "") is not None


def message_behind(text: str) -> str:
    """The message that stands right behind a number; empty where there is none."""
    found = _ITS_MESSAGE.match(text)
    return found[1] if found else ""


def _after_service(sentence: str) -> str | None:
    """What stands behind the last service named; None where there is none, or where it was done with before."""
    named = list(_SERVICE.finditer(sentence))
    if not named or "zego" in sentence.lower() or _AFTER_SERVICE.search(sentence[: named[-1].start()]):
        return None
    rest = sentence[named[-1].end() :]
    return None if _OURS.search(rest) or rest.startswith(_SERVICE_DONE) else rest
