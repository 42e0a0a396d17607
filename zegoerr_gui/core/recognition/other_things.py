"""Words for things that have numbers of their own: orders, rooms, prices, sizes. Of the languages customers write."""

import re
from typing import Final

_WORDS: Final = """
account amount apartment appid applicant article asset atm auftrag badge balance batch beleg benutzer benutzernummer
bestelling bestellung bin bitrate booking boss branch build buildnumber bytes campaign candidate case center centre
channel checksum city claim client coins commande commessa commit contract conversation count counter coupon crc
cursor customer delivery depot device document dossier draw driver dts employee exp expediente extension factura
facture factuur faktura fattura fatura file fiyat folio frame gebruiker gold guest harga hits host id ids index
invoice issue item items job kamer kiosk kreditor kundennummer kvittering level licence license listing lot machine
mandat material member merchant message meter mob model monster mã no node npc nr nro number numéro número offered
offset openid order orderid ordine outlet page parcel part passport password pedido pedidos pengguna permit pesanan
phone phòng pid pin pokój policy population port postcode prezzo price priceid product projector pts qq quantity quest
quotation quote raum receipt rechnung recipe ref reference register request reservation rev revision rider room roomid
row ruangan sala salle salon score scored seat seed sensor seq serial serialno session sessionid sipariş site size
skill sku solicitud ssrc stanza statement station store stream streamid student subscriber subscription sum table tag
task tel terminal ticket total track tracking trip ts uid user userid usuario utente użytkownik version versioncode
viewer viewers visitor voucher wechat zamówienie zimmer zip đơn договор договора заказ заказа заказе комната комнате
комнату комнаты номер счет счета счёт
"""
_THINGS: Final = frozenset(_WORDS.split())
_ID: Final = re.compile(r"[a-z0-9](?:_id|Id|ID|_no|No)s?\Z|\A[A-Z]+(?:_ID|ID|_NO)\Z")
_PARTS: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_NAMES: Final = re.compile(r"\w\s*[:=]\s*[\"'(`*]*\Z")  # a name and the sign between it and its value
_LAST: Final = re.compile(
    r"([^\W\d_][\w.]*)(?:\s?(?:[:：#=|]+|\.)\s*|\s?)(?:\b(?:is|was|still|now|called|named)\s+)*(?:为|是)?[\"'(`*]*\Z"
)
_COUNTED: Final = re.compile(r"(?<![\w.])[0-9]{1,4} \w+\s*\Z")  # more than 12 streams 1104045
_ASCII_END: Final = re.compile(r"^.*[\u3040-\uffff]([A-Za-z]\w*)$")
_CALL: Final = re.compile(r"\b(?:call|phone|ring|text|reach|whatsapp) (?:me|us)(?: (?:at|on|under))?:? \Z", re.I)
_CJK: Final = re.compile(
    r"(?:[\u4e00-\u9fff][号號]码?|番号|订单|工单|账[户单]|帐户|商户|房间?|批次|流水|用户|合同|电话|手机|城市|价格|金额|数量|商品|品番|群|微信|번호)"
    r"(?<!错误号)(?<!错误编号)(?<!报错号)(?<!信号)(?<!エラー番号)(?<!오류번호)(?<!오류 번호)"
    r"[\s:：#=]*(?:为|是)?[\"'(`*]*\Z"
)


def is_other_thing(words: str) -> bool:
    """Whether a text ends in the word for a thing that has a number: what follows is that thing's."""
    word = _last_word(words)
    if not word:
        return False
    return _is_thing(word, words) or _is_named_for_thing(word, words) or _CALL.search(words) is not None


def is_other_word(words: str) -> bool:
    """The same, but a name that such a word only ends, ``LOCAL_STREAM``, does not count."""
    word = _last_word(words)
    return bool(word) and _is_thing(word, words)


def _last_word(words: str) -> str:
    found = _LAST.search(words)
    if found is None or found[1].endswith(".."):  # a thought that breaks off names nothing
        return ""
    word = found[1].rstrip(".")
    return word if word.isascii() else _ASCII_END.sub(r"\1", word)  # 主播uid


def _is_thing(word: str, words: str) -> bool:
    if not word.isascii() and _CJK.search(words):
        return True
    folded = word.casefold()
    if folded in _THINGS or _ID.search(word) is not None:
        return True
    return folded.removesuffix("s") in _THINGS and not _COUNTED.search(words)


def _is_named_for_thing(word: str, words: str) -> bool:
    parts = _PARTS.findall(word) if word.isascii() and _NAMES.search(words) else []
    return len(parts) > 1 and parts[-1].casefold() in _THINGS
