"""What to look for around a number: keys, words, units, the shapes of calls and records, as patterns.

A pattern that ends in ``$`` is searched in the text before the number, one that begins with ``^`` is matched behind it.
"""

import re
from typing import Final

from zegoerr_gui.core.recognition.sdk_line import STATES

SEVEN_DIGITS: Final = 1_000_000  # the player's codes have six
NEAR: Final = 40  # characters in which a word can belong to the number
FAR: Final = 120  # characters in which a key, however long, or a list that it goes on can begin
BEFORE: Final = 700  # characters: a room ID before a positional code can be long
AFTER: Final = 240

CODE_KEY: Final = re.compile(
    r"""(?<![A-Za-z])(?:error|err|ret|result|status)?[_ -]?(?:code|no|num)["'`]?\s*"""
    r"""(?:[:=：]|=>|[=!]==?|is|was|为|是)\s*["'`]?$""",
    re.I,
)
CODE_HINT: Final = re.compile(r"(?i:err|c[o0]de|\bno|num|fail|excep|fehl|hata|kesalah|galat|\bcod|\bkod)|[^\x00-\x7f]")
ASSIGNS: Final = frozenset(":=：")
OPENS_LIST: Final = frozenset(",[(")
GOES_ON: Final = frozenset(",，、/和与&drosоo")  # the last character of what joins the items of a list
ESCAPED_BLANK: Final = re.compile(r"\\+[nrt]")
EARLIER_ITEMS: Final = re.compile(
    r"""(?:["'`*]{0,2}[0-9]{4,10}["'`*]{0,2}\s*(?:,|，|、|/|和|与|and|&|or|to|bis|до)\s*)+["'`*]{0,2}$"""
)
PLAIN_CODE_KEY: Final = re.compile(r"""(?<![A-Za-z_])(?:errorCode|code)["'`]?\s*[:=]\s*["'`]?$""")
ERROR_NAME: Final = re.compile(r"(?:err|fehler)[a-z]*[.:_-]$", re.I)  # ERR_1103064, zegoError.1103064
NAME_PARTS: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_ERROR_PARTS: Final = """
bad been black blocked broken denied duplicate empty err error errors exceed exceeded exception expired fail
failed failure forbid forbidden illegal incorrect invalid kick kicked kickout lost mismatch missing not null
refused rejected repeat timeout too unsupported wrong
"""
ERROR_PARTS: Final = frozenset(_ERROR_PARTS.split())
DECLARED: Final = re.compile(
    r"(?:\b(?:const|let|var|final|val|static|int|long|string|define)\s+|^\s*)([A-Za-z_]\w*)\s*(?::\s*\w+\s*)?=\s*['\"]?$",
    re.I,
)
ERROR_KEY: Final = re.compile(
    r"""(?i:err[o0]r[_ ]?(?:c[o0]de|no|num|number|id)|err_?(?:code|no)|fehler(?:code|nummer)|"""
    r"""错误(?:码|代码|号|编号)|错误碼|エラーコード|"""
    r"""код ошибки|código de error|code d'erreur)\.?["'`]?\s*(?:[:=：|,，]|=>|[=!]==?|is|was|为|是|#)?\s*["'`(\[]*$"""
)
NAMED_ELSE: Final = re.compile(
    r"(?:zip|promo|coupon|post(?:al)?|area|country|qr|bar|discount|company|product|access|pin|invite)\W?$", re.I
)
KEY: Final = re.compile(
    r"""(?:^|[{,;|&?(\[]\s*|\s|["'`*])(["'`*]{0,2})([A-Za-z_$\u4e00-\u9fff][\w$.-]*)\1(\s*)([:=：])(\s*)[*\[]{0,2}["'`]?$"""
)
OPENS_CHOICE: Final = ("(", "('", '("', "( ")
CHOICE: Final = re.compile(r"([A-Za-z_]\w*)[`\"\]]?\s+(?:not\s+)?in\s*\(\s*['\"]?$", re.I)  # WHERE id IN (
RECORD: Final = re.compile(r"\bvalues\s*\((?:.*[(,])?\s*['\"]?$", re.I)  # of an INSERT
FRAMED_KEY: Final = re.compile(
    r"""(?:^\W*|[{,;|&?(\[]\s*["'`]?|["'`*])[\w$.-]+["'`*]{0,2}\s*[:=：]\s*[*\[]{0,2}["'`]?$"""
)
ARGUMENT: Final = re.compile(r"""([A-Za-z_]\w*)\((?:[^()]{0,60},\s*)?["']?$""")
POSITION: Final = re.compile(
    rf"""room(?:StateChanged|StateUpdate)\W{{0,4}}\[\s*(?:".{{0,600}}?"|[^",\s\[]+)\s*,\s*"(?:{"|".join(STATES)})"\s*,\s*$"""
)
FIRST_ITEM: Final = re.compile(
    r"room(?:StateChanged|StateUpdate)\W{0,4}\[\s*\"?$|onRoomState(?:Changed|Update)\]?:? (?:roomID\W{1,4})?$"
)
MOBILE: Final = re.compile(rf"\[?onRoomState(?:Changed|Update)\b.*\b(?:{'|'.join(STATES)})\b[\s,]*(?:errorCode:?)?\s*$")
CALLBACK: Final = re.compile(r"(?:roomState|publisherState|playerState)(?:Changed|Update)|deviceError", re.I)
PLAYER_CALLBACK: Final = re.compile(r"\bonError\b")
DISCONNECTED: Final = re.compile(r"disconnected $")
COMPARISON: Final = re.compile(
    r"(?:[=!]==?|>=|<=)\s*['\"]?$|\.(?:to)?(?:equals?|be|includes|contains|indexOf|has)\(['\"]?$", re.I
)
ZERO_ASKED: Final = re.compile(
    r"(?:(?:error ?)?code|错误码|返回码?|what|\bis|\bist|\bes|\best|是|\bthe|\bget|\bmeans?)\s*"
    r"(?P<a>0)(?![\d.:%])(?=[^?？]{0,80}[?？])|\bwhat (?P<b>0) means|\bget (?P<c>0) in ",
    re.I,
)
CASE: Final = re.compile(r"\bcase\s*['\"]?$", re.I)
CASE_BEHIND: Final = re.compile(r"['\"]?\s*[:,]")
INCLUDES: Final = re.compile(r"^['\"]?(?:\s*,\s*['\"]?\d{7}['\"]?)*\s*\]\s*\.\s*(?:includes|indexOf|has)\b")
ERROR_WORD: Final = re.compile(
    r"(?:(?<![\w-])|(?<=[ldLD]['’]))(?:err|errors?|error[ _]?codes?|fail(?:s|ed|ure|ures|ing)?|codes?|exceptions?|"
    r"fehler(?:codes?|nummer)?|erreurs?|errores|errore|errori|erro|código|codigo|hata|lỗi|mã|kode|kod|kód|codice|cod|"
    r"galat|kesalahan)(?![\w]|-[A-Za-z]|\s+(?:count|rate|log|page|per|free|since|handling)\b)"
    r"|ошибк\w*|помилк\w*|\bкод\w{0,2}\b|代码|错误|錯誤|报错|報錯|失败|失敗|异常|エラー|에러|오류|خطأ",
    re.I,
)
ERROR_BEHIND: Final = re.compile(
    r"^[\"'`)\]]{0,2}\s?(?:err|errors?|failed|failure|exception|fehler|错误|报错|異常|异常|エラー)\b(?!\s*:)|^(?:错误|报错|異常|异常|エラー)"
)
STATE_BEFORE: Final = re.compile(rf"\b(?:{'|'.join(STATES)})\b[^\w]{{1,8}}$")
NEUTRAL_KEY: Final = re.compile(
    r"^(?:actual|result|ret|rc|res|observed|got|received|fix|fixed|note|first|second|third|one|"
    r"output|response|answer|reason|cause|log|console|shows?|says?|"
    r"subject|title|summary|description|comments?|question|issue|problem|symptoms?|message|msg|label|text|info|details?|"
    r"betreff|objet|asunto|assunto|oggetto|konu|temat|problema|problème|тема|件名|主题|标题|描述|问题|现象|备注|"
    r"fail(?:ed|ure|s)?|reject(?:ed|ion)?|exception|crash|hata|fout|fallo|falha|erreur)$",
    re.I,
)
NEUTRAL_HEADING: Final = re.compile(
    r"\b(?:saw|see|seen|shown|result|output|response|actual|console|logs?|messages?|notes?|problems?|issues?|symptoms?|what)\b"
    r"|\b(?:web|native|mobile|desktop|android|ios|chrome|edge|firefox|safari|publish\w*|play(?:ing)?|before|after)\b"
    r"|结果|现象|问题|提示|備考|备注|结论|症状",
    re.I,
)
SWITCH: Final = re.compile(r"\b(?:switch|when|match|select)\W+(?:\w+\??\.)*(\w+)\)?\s*\{?\s*$", re.I)
LAST_WORD: Final = re.compile(r"([^\W\d_][\w'’-]*)[\s\"'`(*]*$")
NEXT_WORD: Final = re.compile(r"^[\"'`)*]*\s([^\W\d_][\w'’-]*)")
# What parts a word from the number it could speak of.
GAP: Final = re.compile(r"[\t|;]|\d{3}|[\[(]\s*[A-Z]+\s|,\s*\S+\s*[:=]\s*$")
CODE_LIST: Final = re.compile(r"""(?:err|code)\w*["']?\s*[:=]\s*(?:new \w+\()?[\[(][^\[\](){}]*$""", re.I)
MESSAGE: Final = re.compile(
    r"""["']?(?:msg|message|extendedData|error_?msg|err_?msg|errorMessage|desc|description|text|reason|detail)["']?\s*"""
    r"""(?:[:=]\s*["']+([^"']*)|=([^"',;&}\s][^"',;&}]{2,80})|:\s*([A-Za-z一-鿿][^"',;&}]{2,80}))""",
    re.I,
)
SIBLING: Final = re.compile(r"""["']?\b(?:name|label|title|districts|children|price|qty|color|country|city)["']?\s*:""")
VENDOR: Final = re.compile(
    r"\bagora[-. ]?(?:sdk|rtc|web|io)|\btrtc|tencent|twilio|\bwebex|\bzoom\b|livekit|jitsi|vonage|声网|腾讯"
)
SENTENCE_END: Final = re.compile(r"[.!?。！？]\s")
VENDORS: Final = ("agora", "trtc", "tencent", "twilio", "webex", "zoom", "livekit", "jitsi", "vonage", "声网", "腾讯")
UNIT: Final = re.compile(
    r"^(?:\s?(?:(?:concurrent|unique|total|active|online) )?(?:"
    r"ms|sec|us|µs|ns|bytes?|[kmg]i?b(?:ps|/s)?|bps|fps|px|users?|viewers?|items?|rows?|files?|modules?|"
    r"points?|coins?|views?|likes|fans|clicks|visits|plays?|downloads?|followers?|subscribers?|members?|people|pages?|copies|units?|pcs|pieces|"
    r"minutes?|hours?|days?|times|requests?|packets?|frames?|insertions?|deletions?|errors? per|messages?|lines?|"
    r"objects?|records?|entries|samples?|dollars?|euros?|rupees|credits?|usdt|btc|"
    r"CHF|EUR|USD|RMB|GBP|INR|JPY|KRW|VND|IDR|THB|BRL|TRY|RUB|PLN|km2?|kg|mm|cm)|\s[sm])\b(?![:=])"
    r"|^\s?[%°€$£₹₩元个個人次条円]"
)
IN_SOURCE: Final = re.compile(r"""["'`]?\s*(?:;|\)\s*(?:[;,{)]|=>|$)|\]|\}|,\s*(?:$|//|/\*)|:\s*[\[{"'\w]|</)""")
CODE_ITEM_BEFORE: Final = re.compile(r"""(?<![0-9])1_?[01][0-9]{2}_?[0-9]{3}["'`]?(?:\s*[,;|/、，]\s*|\s+)["'`]?$""")
CODE_ITEM_BEHIND: Final = re.compile(r"""["'`]?(?:\s*[,;|/、，]\s*|\s+)["'`]?1_?[01][0-9]{2}_?[0-9]{3}(?![0-9])""")
PAGE: Final = re.compile(r"^\s?Description\b")
PLAYER: Final = re.compile(r"player|onError|播放器", re.I)
