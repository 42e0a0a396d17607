"""What to look for around a number: keys, words, units, the shapes of calls and records, as patterns.

A pattern that ends in ``$`` is searched in the text before the number, one that begins with ``^`` is matched behind it.
"""

import re
from typing import Final

from zegoerr_gui.core.recognition.sdk_line import STATES

SEVEN_DIGITS: Final = 1_000_000  # the player's codes have six
DIGITS_OF_CODE: Final = 7
NEAR: Final = 40  # characters in which a word can belong to the number
FAR: Final = 120  # characters in which a key, however long, or a list that it goes on can begin
BEFORE: Final = 700  # characters: a room ID before a positional code can be long
AFTER: Final = 240

CODE_KEY: Final = re.compile(
    r"""(?<![A-Za-z])(?:(?:error|err|ret|result|status)?[_ -]?(?:code|zego|c[oó]digo|kode|kód|kod|codice)"""
    r"""|(?:error|err|ret|result|status)[_ -]?(?:no|num)|(?<![A-Za-z][_-])(?:no|num))["'`]?\s*"""
    r"""(?:[:=：]|=>|[=!]==?|is|was|为|是)\s*["'`]?$""",
    re.I,
)
CODE_HINT: Final = re.compile(
    r"(?i:err|er[o0]+r|c[o0]de|zego|\bno|num|fail|excep|fehl|hata|kesalah|galat|ralat|\bcod|\bkod|\bfel|feil|fejl|fout|chyb"
    r"|hiba|virhe|eroare|\bblad)|[^\x00-\x7f]"
)
ASSIGNS: Final = frozenset(":=：")
OPENS_BLOCK: Final = ("{", "[", "(")  # of source code
OPENS_LIST: Final = frozenset(",[({")
GOES_ON: Final = frozenset(",，、/和与&drosоof")  # the last character of what joins the items of a list
ESCAPED_BLANK: Final = re.compile(r"\\+[nrt]")
EARLIER_ITEMS: Final = re.compile(
    r"""(?:["'`*]{0,2}[0-9]{4,8}["'`*]{0,2}\s*"""
    r"""(?:,|，|、|/|和|与|and|&|or|of|(?:changed )?to|bis|до|(?<=(?<![0-9])[0-9]{7}) (?=[0-9]|$))\s*)+["'`*]{0,2}$"""
)
WORD: Final = re.compile(r"[^\W\d_]+")
COUNT: Final = re.compile(r"\d \w+")
LONG_NUMBER: Final = re.compile(r"\d[\d.,'_]{5,}\d")
PLAIN_CODE_KEY: Final = re.compile(r"""(?<![A-Za-z_])(?:errorCode|code)["'`]?\s*[:=]\s*["'`]?$""")
ERROR_NAME: Final = re.compile(r"(?:err|fehler)[a-z]*[.:_-]$", re.I)  # ERR_1103064, zegoError.1103064
NAME_PARTS: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_ERROR_PARTS: Final = """
bad been black blocked broken busy denied duplicate empty err error errors exceed exceeded exception expired fail
failed failure forbid forbidden illegal incorrect invalid kick kicked kickout lost mismatch missing not null
refused rejected repeat timeout too unsupported wrong
"""
ERROR_PARTS: Final = frozenset(_ERROR_PARTS.split())
NAME_OF_LACK: Final = re.compile(r"No(?!Of)[A-Z][a-z]|(?:^|_)NO_(?!OF)")  # RoomNoToken, NO_TOKEN
LIMIT_NAME: Final = re.compile(r"(?:room|login|stream|publish|play|mix)\w*limit", re.I)  # one that was exceeded
DECLARED: Final = re.compile(
    r"(?:\b(?:const|let|var|final|val|static|int|long|string|define|local|export)\s+|^\s*|\[['\"])([A-Za-z_]\w*)(?:['\"]\])?\s*(?::\s*\w+\s*)?=\s*['\"]?$",
    re.I,
)
ERROR_KEY: Final = re.compile(
    r"""(?i:err[o0]r[_ ]?(?:c[o0]de|no|num|number|id)|err_?(?:code|no)|fehler(?:code|nummer)|"""
    r"""错误(?:码|代码|号|编号)|错误碼|錯誤(?:碼|代碼|號|編號)|エラーコード|"""
    r"""код ошибки|código de error|code d'erreur)\.?["'`]?\s*(?:[:=：|,，]|=>|[=!]==?|is|was|为|是|#)?\s*["'`(\[]*$"""
)
NAMED_ELSE: Final = re.compile(
    r"(?:zip|promo|coupon|post(?:al)?|area|country|qr|bar|discount|company|product|access|pin|invite|backup|recovery"
    r"|request|total)\W?$",
    re.I,
)
KEY: Final = re.compile(
    r"""(?:^|[{,;|&?(\[]\s*|\s|["'`*])(["'`*]{0,2})([A-Za-z_$\u4e00-\u9fff][\w$.-]*)\1"""
    r"""((?:\s?\([\w ]{1,20}\))?\s*)([:=：])(\s*)[*\[]{0,2}["'`]?$"""
)
TROUBLE_NAMED: Final = re.compile(
    r"(?:失败|失敗|错误|錯誤|报错|異常|异常|エラー)(?!.*(?:[数數次率量]|时间|時間|ID))", re.I
)
OPENS_CHOICE: Final = ("(", "('", '("', "( ")
CHOICE: Final = re.compile(r"([A-Za-z_]\w*)[`\"\]]?\s+(?:not\s+)?in\s*\(\s*['\"]?$", re.I)  # WHERE id IN (
RECORD: Final = re.compile(r"\bvalues\s*\((?:.*[(,])?\s*['\"]?$", re.I)  # of an INSERT
FRAMED_KEY: Final = re.compile(
    r"""(?:^\W*|[{,;|&?(\[]\s*["'`]?|(?<!\w)["'`*])[\w$.-]+"""
    r"""["'`*]{0,2}(?:\s?\([\w ]{1,20}\))?\s*[:=：]\s*[*\[]{0,2}["'`]?$"""
)
ARGUMENT: Final = re.compile(r"""([A-Za-z_][\w.]*)\((?:[^()]{0,60},\s*)?["']?$""")
TELLS_OF_ERRORS: Final = re.compile(  # the name of a call
    r"err|code|fail|state|toast|alert|log(?!in|out)|explain|show|report|handle|includes|has|int|num|set|list|array|of|add"
    r"|push|equal|called|exception|throw|reject",
    re.I,
)
CHECKS: Final = re.compile(r"err|fail|exception|assert|equal|called|statechange|stateupdate", re.I)
SHOWN: Final = re.compile(
    r"\b(?:alert|toast|show\w*(?:error|toast|message|alert|dialog)|(?:message|toast|notify|notification)\.\w+"
    r"|\w*(?:Exception|Error))\([\"'`]?$",
    re.I,
)
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
    r"(?:(?:error ?)?code|\berror|错误码|錯誤碼|返回码?"
    r"|what|\bis|\bist|\bes|\best|是|\bth(?:e|is|at)|\bget|\bmeans?)\s*"
    r"(?P<a>0)(?![\d.:%])(?=[^?？]{0,80}[?？])|\bwhat (?P<b>0) means|\bget (?P<c>0) in "
    r"|(?<![\w.])(?P<d>0) (?:really |actually )?means?\b(?=[^?？]{1,80}[?？])",
    re.I,
)
COMPARED_NAME: Final = re.compile(r"([A-Za-z_]\w*)[\"'\])]{0,2}\s*(?:[=!]==?|<>|[<>]=?)\s*['\"]?$")
CASE: Final = re.compile(r"\bcase\s*['\"]?$", re.I)
CASE_BEHIND: Final = re.compile(r"['\"]?\s*[:,]")
INCLUDES: Final = re.compile(r"^['\"]?(?:\s*,\s*['\"]?\d{7}['\"]?)*\s*\]\s*\.\s*(?:includes|indexOf|has)\b")
ERROR_WORD: Final = re.compile(
    r"(?:(?<![\w-])|(?<=[ldLD]['’]))(?:err+[eo0]*r*s?|er[o0]+r+s?|error[ _]?codes?|fail(?:s|ed|ure|ures|ing)?|codes?|"
    r"exceptions?|fehler(?:codes?|nummer|meldung)?|erreurs?|errores|errore|errori|código|codigo|hata(?:s[ıi])?|lỗi|mã|"
    r"kode|kod|kód|codice|cod|galat|ralat|kesalahan|fel(?:kod)?|feil(?:kode)?|fejl(?:kode)?|fout(?:code|melding)?|"
    r"chyba|hiba(?:kód)?|virhe(?:koodi)?|eroare|bł[ąę]du?|blad)"
    r"(?![\w]|-[A-Za-z]|\s+(?:count|rate|log|page|per|free|since|handling)\b|\s+(?:postal|pos\b|pocztow|promo|otp\b|"
    r"verif|produ|barang|client|klien|đơn|phòng|khách|sinh|hàng|lớp|số|rastre))"
    r"|(?-i:(?<=[a-z_])(?<!\bon)(?:Err(?:or)?|Fail(?:ed|ure)|Exception))(?![A-Za-z_(])"
    r"|ошибк\w*|помилк\w*|грешка|\bкод\w{0,2}\b(?! (?:товар|клиент|город|заказ))|代码|代碼|错误|錯誤|报错|報錯"
    r"|失败|失敗|异常|異常|エラー|에러|오류|خطأ|خطا|ارور|ข้อผิดพลาด|σφάλμα|שגיאה|त्रुटि|एरर",
    re.I,
)
ERROR_BEHIND: Final = re.compile(
    r"^[\"'`)\]]{0,2}\s?(?:err|errors?|failed|failure|exception|fehler|错误|報錯|錯誤|报错|異常|异常|エラー)\b(?!\s*:)|^(?:错误|报错|錯誤|報錯|異常|异常|エラー)"
)
STATE_NAMED: Final = re.compile(rf"\b(?:{'|'.join(STATES)})\b")
STATE_BEFORE: Final = re.compile(rf"(?:\b|_STATE_)(?:{'|'.join(STATES)})\b[^\w]{{1,8}}$")
NEUTRAL_KEY: Final = re.compile(
    r"^(?:actual|result|ret|rc|res|observed|got|received|fix|fixed|note|first|second|third|one|"
    r"output|response|answer|reason|cause|log|console|shows?|says?|"
    r"subject|title|summary|description|comments?|question|issues?|problems?|symptoms?|message|msg|label|text|info|details?|"
    r"c|ec|ecode|errc|status|observed|expected|behaviou?r|"
    r"meldung|fehlermeldung|anzeige|hinweis|ergebnis|mensaje|mensagem|messaggio|mesaj|komunikat|melding|"
    r"resultado|risultato|résultat|sonuç|wynik|hasil|sorun|masalah|kendala|keluhan|сообщение|проблема|результат|вопрос|"
    r"提示|症状|報告|結果|结果|原因|"
    r"betreff|objet|asunto|assunto|oggetto|konu|temat|problema|problème|тема|件名|主题|标题|描述|问题|现象|备注|"
    r"fail(?:ed|ure|s)?|reject(?:ed|ion)?|exception|crash|hata|fout|fallo|falha|erreur)$",
    re.I,
)
NEUTRAL_HEADING: Final = re.compile(
    r"\b(?:saw|see|seen|shown|result|output|response|actual|console|logs?|messages?|notes?|problems?|issues?|symptoms?|what)\b"
    r"|\b(?:web|native|mobile|desktop|android|ios|chrome|edge|firefox|safari|publish\w*|play(?:ing)?|before|after)\b"
    r"|结果|现象|问题|提示|備考|备注|结论|症状|^(?:start|stop|join|login|logout|enter|leave)$",
    re.I,
)
PAIRS: Final = re.compile(r"[A-Za-z_]\w*:\d[\w.]*,? [A-Za-z_]\w*:$")  # rtt:44 recv:1104026
PAIRED: Final = re.compile(r"['\"]([A-Za-z_]\w*)['\"]\s*,\s*['\"]?$")  # 'appBuild', 1000016
# What a customer names the place or the deed by where a code came: "Safari: 1103064", "login: 1102016".
SUBJECT_KEY: Final = re.compile(
    r"(?:chrome|edge|firefox|safari|opera|android|ios|iphone|ipad|macos|mac|windows|linux|web|desktop|mobile|tablet|laptop|"
    r"q|zego|log-?in|join|publish(?:ing)?|push|pull|play(?:ing)?|preview|cam(?:era)?|webcam|mic(?:rophone)?|audio|video|screen|"
    r"screen-?shar(?:e|ing)|shar(?:e|ing)|blur|beauty|denoise|mixer|mix|cdn|relay|karaoke|wifi|vpn|teacher|student|"
    r"kamera|caméra|cámara|câmera|mikrofon|micro|推流|拉流|登录|进房|混流|摄像头|麦克风|屏幕共享|手机|电脑|安卓|苹果)",
    re.I,
)
SPOKEN_LABEL: Final = re.compile(  # at the beginning of a line or a clause: "- Anna: ", "老师：", "today: "
    r"(?:^[\s>*•#\d.,:/()\[\]-]*|[,;.!?，；。] ?)([^\W\d_][\w'’-]*) ?(?::[ \t]+|：\s*)[\"'`“*]?$"
)
NAME_IN_SOURCE: Final = re.compile(r"^[a-z]+[A-Z]|_")
PEOPLE: Final = frozenset(("teacher", "student"))  # who have numbers of their own
COUNTS: Final = re.compile(  # a heading of what is counted or measured
    r"(?<![A-Za-z])(?:minutes|hours|views|viewers|messages|bytes|count|total|duration|size|amount|peak|average|avg|revenue|score|lat|lng"
    r"|latitude|longitude"
    r"|usd|eur|idr|inr|vnd|thb|brl|rub|cny|rmb|jpy|krw|gbp|php|myr|sgd)(?![A-Za-z])",
    re.I,
)
SAYS_SEEN: Final = re.compile(r"\b(?:gets?|got|sees?|saw|seen|with|report(?:ed)?|have|had|shown?)\b|:.", re.I)
_PREPOSITIONS: Final = """
about as by did does for from has in is mention number of on re regarding see the this to under via was with
auf bei für im in mit über von wegen zu a con de del en para por sobre da do em na no para pelo à au de du en pour sur
al con da di in per su dla do na o od w z для за из к на о об от по про с для dalam di ke untuk о
"""
PREPOSITIONS: Final = frozenset(_PREPOSITIONS.split())
LEADS_NOWHERE: Final = frozenset(("", ",", ".", ":", ";", "|", "-", "#"))  # no arrow, no sign of equality
HANDLER: Final = re.compile(r"\bcatch\b|\bif\b")  # a block of statements, none of codes
SWITCH: Final = re.compile(r"\b(?:switch|when|match|select)\W+(?:\w+\??\.)*(\w+)\)?\s*\{?\s*$", re.I)
LAST_WORD: Final = re.compile(r"([^\W\d_][\w'’-]*)[ \"'`(*“”„«「『【（]*$")
LED_OVER: Final = re.compile(r"([^\W\d_][\w'’-]*)[,;:–—] ?[\"'`(*]*$")  # no, 1103064
CELL_BEFORE: Final = re.compile(r"(?:^|[|\t;,])\s*([^\W\d_][^|\t;,\d]*?)\s*[|\t;,]\s*[\"']?$")
NAMED_THING: Final = re.compile(  # user anna 1103064
    r"\b(?:user|room|stream|viewer|host|guest|class) (?:[\"'`“][\w -]{1,20}[\"'`”]|[\w-]{2,20}) $", re.I
)
NEXT_WORD: Final = re.compile(r"^[\"'`)*]* (?!x ?\d)([^\W\d_][\w'’-]*)")  # x12 is a count
COUNTED: Final = re.compile(  # who saw it, or how long it took: "2 users 1103064", "after 3 menit 1103064"
    r"(?:(?<![\w.:-])[0-9]{1,3} [^\W\d_]+|\b(?:most|many|some|few|several|all|both) [^\W\d_]+s) $"
)
NEXT_NUMBER: Final = re.compile(r"(?<!\w)\d")
UNSPACED_BEHIND: Final = re.compile(  # words of a script without blanks, none that counts or numbers
    r"[\"'”」』】）)]{0,2}[，,]?\s?(?![号號房番室班楼栋版元人名位个個호실])"
    r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af\u0e01-\u0e4e]"
)
SAYS_WHAT: Final = frozenset(("is", "are", "was", "were", "of", "in", "ist", "es", "est"))  # any number is, or of
NAME_AND_NUMBER: Final = re.compile(r"([^\W\d_]{2,}) \d{6,7}(?!\d)")  # tablet 1002016, tablet 1002017
TIMES_BEHIND: Final = re.compile(
    r"[\"'`*)]{0,3}\s?[(（]?(?:[x×*] ?[0-9]{1,4}(?![\w.])"
    r"|[0-9]{1,4} ?(?:x|×|times|times?|mal|veces|vezes|fois|volte|kez|раза?|次|回|번)(?!\w))",
    re.I,
)
CALLED_OUT: Final = re.compile(r"^[!?！？]")
# Endings of Turkish verbs and cases that no name for a thing has.
VERBAL: Final = re.compile(r"(?:[iıuü]nc[ae]|[iıuü]yor(?:u[mz]|lar)?|[ae]rken|d[iı]kt[ae]n|[iı]nd[ae])\Z")
WORDS_BEFORE: Final = re.compile(r"(?<![\w@#/._-])([a-zß-ÿ'’]+),? [a-zß-ÿ'’]{2,},? \(?$")
WORDS_BEHIND: Final = re.compile(r" [a-zß-ÿ'’]{2,} [a-zß-ÿ'’]{2,}(?![\w/:=._-])")
ASKED_BEHIND: Final = re.compile(
    r"^[\"'`)?]{0,2},? (?:(?:is|it|not|isn't|nowhere|actually|even|really|also|in|on) ){0,3}"
    r"(?:documented|documentation|(?:your |the )?(?:docs?|list|page)\b"
    r"|[—–-] (?:is|was|are) (?:that|this|it)\b"
    r"|means?\b|stands? for|bedeutet|signifie|significa|what is)"
    r"|^\s?(?:是什么|是啥|什么意思|啥意思|代表什么|是什麼|什麼意思|문서|とは|って何)",
    re.I,
)
ASKED_BEFORE: Final = re.compile(
    r"\b(?:what(?:['’]?s| is| does| do)|meaning of|was (?:ist|bedeutet|heißt)"
    r"|what (?:exactly |really )?(?:triggers|causes|raises)"
    r"|qu[eé] (?:es|significa)"
    r"|o que (?:é|significa)|que signifie|c'est quoi|cosa (?:è|significa)|ne demek|что (?:такое|значит|означает)|about)"
    r"(?: (?:this|the|a|der|die|el|la|le))?\s*[\"'`(]?$",
    re.I,
)
# Another code that the sentence speaks of, and the clause between: it holds no number and gives no name a value.
CLAUSE_BEFORE: Final = re.compile(
    r"1(?<!\d1)[01]\d{5}[\"'`)]?(?:[,;，；、]| [^\W\d_]+,| and| und| y| et| e)\s?"
    r"(?=\W{0,2}[^\W\d_])[^\d.!?:=;|\[\](){}<>#/\"，。]{1,40}$"
)
AUDIENCE: Final = frozenset(("viewers", "students", "guests", "users", "players", "members", "customers"))
# "Rooms: kurs-114, kurs-115, ": a label at the beginning of a line, and what stands under it before the number.
LABEL: Final = re.compile(
    r"[\W_]*(?P<label>[^\W\d_][\w'’/&-]*(?: [\w'’/&()-]+){0,3})[\"'`*]{0,3}\s*[:：]\s*[*`]{0,3}"
    r"(?P<items>[^:：=.!?。！？;；{}]{0,80})$"
)
_WHERE: Final = "in on at from with using via en à de em no na aus auf mit bei im su da di con"
WHERE: Final = frozenset(_WHERE.split())
ANY_LETTER: Final = re.compile(r"[^\W\d_]")
ITEM_SIGN: Final = re.compile(r"[,，、]")
ENDS_ITEM: Final = frozenset(",，、")
DEFINED: Final = re.compile(r"^\W*(?:\d{1,2}[.)]\s*)?$|[,{\[|]\s*[\"'`*]{0,2}$")  # nothing else on its line
DEFINITION: Final = re.compile(r"^[\"'`*)\]]{0,3}\s*(?:[:：=|—–→-]|=>|->|,)\s*[\"'`“*]{0,2}([^\W\d_][^|\n]{2,160})")
LETTERED_KEY: Final = re.compile(r"(?:^|[\s{,\"'])[A-Za-z]{1,3}$")
VALUE_OF_KEY: Final = re.compile(r"[\"']?\s*[:=]\s*(\S.*)")
OWN_WORDS_END: Final = re.compile(r"[.;!?|]\s|[。；！？\t]|(?<!\d)\d{7}(?!\d)")
# What parts a word from the number it could speak of.
GAP: Final = re.compile(r"[\t|;]|\d{3}|[\[(]\s*[A-Z]+\s|,\s*\S+\s*[:=]\s*$")
CODE_LIST: Final = re.compile(r"""(?:err|code)\w*["']?\s*[:=]\s*(?:new )?\w*[\[({]{1,2}[^\[\](){}]*$""", re.I)
LIST_NAME: Final = re.compile(r"""\$?([A-Za-z_]\w*)\s*[:=]\s*(?:new )?\w*(?:<\w*>)?[\[({]{1,3}[^\[\](){}]*$""")
KINDS_OF_LIST: Final = frozenset(("list", "whitelist", "blacklist", "allowlist", "blocklist", "set", "array", "map"))
CODE_ENUM: Final = re.compile(r"(?:enum|class|struct|object)\s+\w*(?:Err|Code|ERR|CODE)\w*[^{}]{0,20}\{[^{}]*$")
MAPPED_TO_TROUBLE: Final = re.compile(
    r"""^["'`]?\]?\s*(?:=>|[:=])\s*(?:\w+\()?["'`][^"'`]*?(?:\b(?:denied|fail|busy|wrong|invalid|expired|missing|"""
    r"""time[d_-]?[ ]?out|already|unavailable|refused|kick|lost|in use|used by|cannot|can't|unable|error|blocked|"""
    r"""empty|unsupported|mismatch|reject)|(?:\b|(?<=_))(?:no|not|too|keine?|nicht|sin|aucun|pas|non)(?:\b|_)"""
    r"""|失败|错误|拒绝|过期|不|未|无)""",
    re.I,
)
MESSAGE: Final = re.compile(
    r"""["']?(?:msg|message|extendedData|error_?msg|err_?msg|errorMessage|desc|description|text|reason|detail)["']?\s*"""
    r"""(?:[:=]\s*["']+([^"']*)|=([^"',;&}\s][^"',;&}]{2,80})|:\s*([A-Za-z一-鿿][^"',;&}]{2,80}))""",
    re.I,
)
EXPLANATION: Final = re.compile(r"^[\"'`)]{0,2}\s?[:：—–]\s?[\"'“]?(([^\W\d_]+)(?:[ -][^\W\d_]+){2,})")
SAYS_NOTHING: Final = re.compile(
    r"(?:unknown|undefined|null|none|n/?a|-+|error|failed|fail|(?:an )?unknown (?:error|reason|code))\W*", re.I
)
SIBLING: Final = re.compile(r"""["']?\b(?:name|label|title|districts|children|price|qty|color|country|city)["']?\s*:""")
VENDOR: Final = re.compile(
    r"\[(?:agora|trtc|hms|twilio|livekit|jitsi|vonage|zoom)\w*\]|"
    r"\bagora[-. ]?(?:sdk|rtc|web|io|error)|\btrtc|\b(?:hms|agc|jpush)\b|tencent|twilio|livekit|jitsi|vonage|声网|腾讯"
    r"|\b(?:webex|zoom)\b(?!.*\b(?:works?|fine|ok|okay|but|geht|funktioniert|aber|funciona|pero|mas|marche|mais|正常|可以)\b)"
    r"|\b(?:youtube|obs|twitch|facebook|teams|skype|discord|google meet|whatsapp|telegram|instagram|tiktok"
    r"|netflix|paypal)(?: \w+)? ?"
    r"(?:says?|shows?|gives?|reports?|meldet|sagt|dice|diz|dit|error|code|fehler|erro|报|错误码?)\b[\s:\"'“(]*"
    r"(?:(?:error|code|fehler)\s?){0,2}$"
)
SDK_CALL: Final = re.compile(
    r"\bzg\.[a-z]|\b(?:log(?:in|out)Room|create(?:Zego)?Stream|(?:start|stop)(?:Publishing|Playing)Stream"
    r"|(?:start|stop)MixerTask|set(?:Stream|Room)ExtraInfo|sendB(?:arrage|roadcast)Message|renewToken)\b"
)
OF_SDK: Final = re.compile(rf"{SDK_CALL.pattern}|{CALLBACK.pattern}", re.I)
MAKER: Final = re.compile(
    r"^[\"'”)\]]{0,2},? (?:(?:do|del) fabricante|du fabricant|des herstellers|del produttore"
    r"|(?:of|from|by) (?:the|its) (?:\w+ )?(?:maker|manufacturer))\b|^[\"'”)]?\s?(?:厂商|厂家|メーカー)",
    re.I,
)
COMMENT: Final = re.compile(r"(?:;|,|\)|^)\s*(?://|#\s).*")
DEED_OF_TROUBLE: Final = re.compile(  # what happened to a room, a user, a stream
    r"\b(?:removed|thrown|kicked|banned|already|cannot|can['’]?t|unable|disconnect\w*|refus\w*|reject\w*|den(?:y|ied)|lost"
    r"|exceed\w*|expired|not?|não|nicht|non|ne|не|nie|niet|không|tidak|gak|nggak)\b|踢出|无法|不能|已经|超过|過期|过期",
    re.I,
)
CLAUSE_END: Final = re.compile(r"[.!?,;:。！？，；：](?:\s|$)")
SENTENCE_END: Final = re.compile(r"[.!?。！？]\s")
VENDORS: Final = (
    *("hms", "agc", "jpush"),  # push services
    *("agora", "trtc", "tencent", "twilio", "webex", "zoom", "livekit", "jitsi", "vonage", "声网", "腾讯"),
    *("youtube", "obs", "twitch", "facebook", "teams", "skype", "discord", "google meet"),
    *("whatsapp", "telegram", "instagram", "tiktok", "netflix", "paypal"),
)
OF_PROCESS: Final = re.compile(r"[A-Za-z)]\[$")  # sshd[1102018]:
OF_PROCESS_BEHIND: Final = re.compile(r"\]:(?:\s|$)")
UNIT: Final = re.compile(
    r"^(?:\s?(?:(?:concurrent|unique|total|active|online|streaming|watched|live|registered|paid|daily|monthly) )?(?:"
    r"ms|sec|us|µs|ns|bytes?|[kmg]i?b(?:ps|/s)?|[kKMG]i?B|bps|fps|px|users?|viewers?|items?|rows?|files?|modules?|"
    r"points?|coins?|views?|likes|fans|clicks|visits|plays?|downloads?|followers?|subscribers?|members?|visitors?|attendees|listeners?|participants?|people|pages?|copies|units?|pcs|pieces|"
    r"min(?:ute)?s?|minuten|minutos|minuti|minut|hours?|stunden|horas|heures|ore|días|dias|jours|tage|"
    r"days?|times|requests?|packets?|frames?|insertions?|deletions?|errors? per|errors?,? (?:and )?[0-9]+ warnings?|"
    r"messages?|lines?|"
    r"objects?|variants?|vertices|triangles|assets|records?|entries|samples?|dollars?|euros?|rupees|credits?|usdt|btc|"
    r"CHF|EUR|USD|RMB|GBP|INR|JPY|KRW|VND|IDR|THB|BRL|TRY|RUB|PLN|km2?|kg|mm|cm)|\s[sm])\b(?![:='’])"
    r"|\s?(?:минут|часов|монет|рублей|зрител|раз\b|пользовател|espectador|usu[aá]rio|utent|utilisateur|[Zz]uschauer|[Nn]utzer"
    r"|[Mm]ünzen|[Pp]unkte|monedas|moedas|puntos|pontos|monet\b|分钟|分鐘|小时|小時|毫秒|秒|金币|金幣|积分|積分|명|원|건|회|분)"
    r"|^\s?[%°€$£₹₩元个個人次条円]"
)
IN_SOURCE: Final = re.compile(
    r"""["'`]?(?:;|\s*;$)|["'`]?\s*(?:\)\s*(?:[;,{)]|=>|$)|\]|\}|,\s*(?:$|//|/\*)|:\s*(?:[\[{"']|[^\W\d][\w.]*(?:[,;(]|\s*$))|</)"""
)
IN_PROSE: Final = re.compile(r"[\])]\s[^\W\d_]{2,}(?: [^\W\d_]|[.!?,]?$)")  # words go on behind the bracket
OPENED_IN_PROSE: Final = re.compile(r"(?:^|\s)\((?:[a-z][a-z-]+:? ){0,4}[\"'`]?$|（$")
QUOTED_WORDS: Final = re.compile(r"[\"'`][^\"'`<>(){}]*\b[a-z]{2,} $")  # a sentence in a string of source code
IN_BRACKETS: Final = re.compile(r"""["'`]?[\])>]\s*""")
CODE_ITEM_BEFORE: Final = re.compile(r"""(?<![0-9])1_?[01][0-9]{2}_?[0-9]{3}["'`]?(?:\s*[,;|/、，]\s*|\s+)["'`]?$""")
CODE_ITEM_BEHIND: Final = re.compile(r"""["'`]?(?:\s*[,;|/、，]\s*|\s+)["'`]?1_?[01][0-9]{2}_?[0-9]{3}(?![0-9])""")
PAGE: Final = re.compile(r"^\s?Description\b")
NUMBERED_PLAYER: Final = re.compile(r"\bplayers? #?[0-9]{3}", re.I)
PLAYER: Final = re.compile(r"player|onError|播放器|плеер|بلاير|プレ[ーイ]ヤー|플레이어|reproductor", re.I)
