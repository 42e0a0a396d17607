"""What can be seen around a number in a line: the facts that the rules judge by."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from zegoerr_gui.core.recognition.layout import CODE_HEADING
from zegoerr_gui.core.recognition.plain_words import PLAIN_WORDS
from zegoerr_gui.core.recognition.sdk_line import STATES, SdkLine, flat
from zegoerr_gui.core.recognition.texts import TextIndex

_T = TypeVar("_T")

NEAR: Final = 40  # characters in which a word can belong to the number
BEFORE: Final = 700  # characters: a room ID before a positional code can be long
AFTER: Final = 240

_CODE_KEY: Final = re.compile(
    r"""(?<![A-Za-z])(?:error|err|ret|result|status)?[_ -]?(?:code|no|num)["'`]?\s*(?:[:=：]|=>|is|was|为|是)\s*["'`]?$""",
    re.I,
)
_EARLIER_ITEMS: Final = re.compile(
    r"""(?:["'`*]{0,2}[0-9]{4,10}["'`*]{0,2}\s*(?:,|，|、|/|和|与|and|&|or|to|bis|до)\s*)+["'`*]{0,2}$"""
)
_PLAIN_CODE_KEY: Final = re.compile(r"""(?<![A-Za-z_])(?:errorCode|code)["'`]?\s*[:=]\s*["'`]?$""")
_ERROR_KEY: Final = re.compile(
    r"""(?i:err[o0]r[_ ]?(?:c[o0]de|no|num|number|id)|err_?(?:code|no)|fehler(?:code|nummer)|错误(?:码|代码|号|编号)|错误碼|エラーコード|"""
    r"""код ошибки|código de error|code d'erreur)\.?["'`]?\s*(?:[:=：]|=>|is|was|为|是|#)?\s*["'`(\[]*$"""
)
_NAMED_ELSE: Final = re.compile(
    r"(?:zip|promo|coupon|post(?:al)?|area|country|qr|bar|discount|company|product|access|pin|invite)\W?$", re.I
)
_KEY: Final = re.compile(
    r"""(?:^|[{,;|&?(\[]\s*|\s|["'`*])(["'`*]{0,2})([A-Za-z_$\u4e00-\u9fff][\w$.-]*)\1(\s*)([:=：])(\s*)[*\[]{0,2}["'`]?$"""
)
_FRAMED_KEY: Final = re.compile(
    r"""(?:^\W*|[{,;|&?(\[]\s*["'`]?|["'`*])[\w$.-]+["'`*]{0,2}\s*[:=：]\s*[*\[]{0,2}["'`]?$"""
)
_ARGUMENT: Final = re.compile(r"""([A-Za-z_]\w*)\((?:[^()]{0,60},\s*)?["']?$""")
_POSITION: Final = re.compile(
    rf"""room(?:StateChanged|StateUpdate)\W{{0,4}}\[\s*(?:"[^"]*"|[^",\s\[]+)\s*,\s*"(?:{"|".join(STATES)})"\s*,\s*$"""
)
_FIRST_ITEM: Final = re.compile(r"room(?:StateChanged|StateUpdate)\W{0,4}\[\s*\"?$")
_MOBILE: Final = re.compile(
    rf"\[?onRoomState(?:Changed|Update)\b.*\b(?:{'|'.join(STATES)})\b[\s,]*(?:errorCode:?)?\s*$"
)
_CALLBACK: Final = re.compile(r"(?:roomState|publisherState|playerState)(?:Changed|Update)|deviceError", re.I)
_DISCONNECTED: Final = re.compile(r"disconnected $")
_COMPARISON: Final = re.compile(r"(?:\bcase|[=!]==?|>=|<=)\s*['\"]?$")
_INCLUDES: Final = re.compile(r"^['\"]?(?:\s*,\s*['\"]?\d{7}['\"]?)*\s*\]\s*\.\s*(?:includes|indexOf|has)\b")
_ERROR_WORD: Final = re.compile(
    r"(?<![\w-])(?:err|errors?|fail(?:s|ed|ure|ures|ing)?|codes?|exceptions?|fehler|erreurs?|errores|erro|código|codigo|hata|"
    r"lỗi|galat|kesalahan)(?![\w]|-[A-Za-z]|\s+(?:count|rate|log|page|per|free|since|handling)\b)"
    r"|ошибк\w*|помилк\w*|错误|錯誤|报错|報錯|失败|失敗|异常|エラー|에러|오류|خطأ",
    re.I,
)
_ERROR_BEHIND: Final = re.compile(
    r"^[\"'`)\]]{0,2}\s?(?:errors?|failed|failure|exception|fehler|错误|报错|異常|异常|エラー)\b(?!\s*:)|^(?:错误|报错|異常|异常|エラー)"
)
_STATE_BEFORE: Final = re.compile(rf"\b(?:{'|'.join(STATES)})\b[^\w]{{1,8}}$")
_NEUTRAL_KEY: Final = re.compile(
    r"^(?:actual|result|observed|got|output|response|answer|reason|cause|log|console|shows?|says?)$", re.I
)
_LAST_WORD: Final = re.compile(r"([^\W\d_][\w'’-]*)[\s\"'`(*]*$")
_NEXT_WORD: Final = re.compile(r"^[\"'`)*]*\s+([^\W\d_][\w'’-]*)")
_GAP: Final = re.compile(r"[\t|;]|\d{3}|,\s*\S+\s*[:=]\s*$")  # what parts a word from the number it could speak of
_CODE_LIST: Final = re.compile(r"""(?:err|code)\w*["']?\s*[:=]\s*(?:new \w+\()?[\[(][^\[\](){}]*$""", re.I)
OTHER_THING: Final = re.compile(
    r"(?:(?<![A-Za-z])(?:order|room|user|stream|ticket|product|city|phone|tel|price|invoice|account|version|build|session|app ?id|"
    r"id|uid|no\.?|nr\.?|nro\.?|seed|port|pid|bytes|size|item|customer|client|host|guest|article|sku|bin|frame|serial|document|"
    r"material|delivery|parcel|reference|ref|password|pin|draw|seq|node|table|row|page|kiosk|issue|revision|rev|commit|job|"
    r"task|batch|lot|part|model|device|asset|employee|student|member|score|balance|amount|total|sum|conversation|channel|"
    r"receipt|tracking|zip|cursor|index|offset|viewers|offered|ids?|[a-z]+_?id|pedido|factura|sala|usuario|commande|facture|bestellung|rechnung|auftrag|raum|zimmer|benutzer|заказ\w*|сч[её]т\w*|комнат\w*|номер)|(?:[订工账帐商户房单编型批流用][单户间号]*号?|电话|手机号?|城市|价格|金额|数量|商品|货号|品番|品号|番号)"
    r"(?<!错误)(?<!代码))[\s:：#=]*(?:(?:is|was|still|now|called|named)\s+)*(?:为|是)?[\"'(`*]*$",
    re.I,
)
_MESSAGE: Final = re.compile(
    r"""["']?(?:msg|message|extendedData|error_?msg|err_?msg|errorMessage|desc|description|text|reason|detail)["']?\s*"""
    r"""(?:[:=]\s*["']+([^"']*)|=([^"',;&}\s][^"',;&}]{2,80})|:\s*([A-Za-z一-鿿][^"',;&}]{2,80}))""",
    re.I,
)
_SIBLING: Final = re.compile(
    r"""["']?\b(?:name|label|title|districts|children|price|qty|color|country|city)["']?\s*:"""
)
_VENDOR: Final = re.compile(
    r"\bagora[-. ]?(?:sdk|rtc|web|io)|\btrtc|tencent|twilio|\bwebex|\bzoom\b|livekit|jitsi|vonage|声网|腾讯", re.I
)
_OWN: Final = re.compile(r"zego", re.I)
_UNIT: Final = re.compile(
    r"^\s?(?:ms|s|sec|us|µs|ns|bytes?|[kmg]i?b(?:ps|/s)?|bps|fps|px|users?|viewers?|items?|rows?|files?|modules?|points?|coins?|"
    r"minutes?|hours?|days?|times|requests?|packets?|frames?|insertions?|deletions?|errors? per|messages?|lines?|people|"
    r"CHF|EUR|USD|RMB|km|kg|mm|cm|m)\b|^\s?[%°€$£元个個人次条円]"
)
_PAGE: Final = re.compile(r"^\s?Description\b")
_PLAYER: Final = re.compile(r"player|onError|播放器", re.I)


class lazy(Generic[_T]):  # noqa: N801  # used like property
    """A property worked out once: ``functools.cached_property`` without its lock, which costs more than the work."""

    def __init__(self, make: Callable[["Number"], _T]) -> None:
        self._make = make
        self._name = make.__name__
        self.__doc__ = make.__doc__

    def __get__(self, number: "Number", _owner: type | None = None) -> _T:
        value = number.__dict__[self._name] = self._make(number)
        return value


@dataclass
class Number:
    """A number in a line, with the line's text around it and what is known of the line."""

    code: int
    raw_before: str
    raw_after: str
    line: SdkLine | None
    listed: bool
    texts: TextIndex
    heading: str | None = None  # of the column or list it stands in
    block: str = ""  # the line that opened the block it stands in
    codes_elsewhere: bool = False  # another column of its table is headed as one of codes
    bare_cell: bool = False  # it fills a cell of a row without headings
    odd: bool = False  # written in groups, or misread from a picture

    @lazy
    def before(self) -> str:
        """The text in front of the number, without escapes."""
        return flat(self.raw_before)

    @lazy
    def after(self) -> str:
        """The text behind the number, without escapes."""
        return flat(self.raw_after)

    @lazy
    def lead(self) -> str:
        """What stands in front of it, or in front of the list of numbers that it goes on."""
        return _EARLIER_ITEMS.sub("", self.before[-120:])[-NEAR:]

    @lazy
    def in_code_key(self) -> bool:
        """Whether it is the value of ``code`` or ``errorCode``."""
        return bool(_PLAIN_CODE_KEY.search(self.before[-NEAR:]))

    @lazy
    def in_error_key(self) -> bool:
        """Whether it is the value of a key whose name says error code, in any spelling."""
        return bool(_ERROR_KEY.search(self.lead))

    @lazy
    def in_any_code_key(self) -> bool:
        """Whether it is the value of something called a code."""
        if self.in_code_key or self.in_error_key:
            return True
        found = _CODE_KEY.search(self.lead)
        return found is not None and not _NAMED_ELSE.search(self.lead[: found.start()])

    @lazy
    def other_key(self) -> str:
        """The key, not of an error, that it is the value of; empty where it is none."""
        found = _KEY.search(self.lead)
        if found is None or self.in_any_code_key or CODE_HEADING.search(found[2]):
            return ""
        if _NEUTRAL_KEY.match(found[2]):
            return ""
        tight = found[4] == "=" and not found[3] and not found[5]
        return found[2] if tight or found[1] or _FRAMED_KEY.search(self.lead) else ""

    @lazy
    def argument_of(self) -> str:
        """The call that it is an argument of; empty where it is none, or where the call's name speaks of errors."""
        found = _ARGUMENT.search(self.before[-80:])
        if found is None or re.search(
            r"err|code|fail|toast|alert|log|explain|show|report|handle|includes|has|int|num", found[1], re.I
        ):
            return ""
        return found[1]

    @lazy
    def under_code_heading(self) -> bool:
        """Whether the column, or the list, that it stands in is one of error codes."""
        return bool(self.heading and CODE_HEADING.search(self.heading))

    @lazy
    def in_code_block(self) -> bool:
        """Whether the block, or the list, that it stands in is opened by the name of error codes."""
        return bool(CODE_HEADING.search(self.block) or _CODE_LIST.search(self.before[-120:]))

    @lazy
    def under_other_heading(self) -> bool:
        """Whether it stands in a column of something else, or in a bare list."""
        if self.heading is None or self.under_code_heading:
            return False
        return not self.heading or self.codes_elsewhere or bool(OTHER_THING.search(self.heading))

    @lazy
    def third_of_room_state(self) -> bool:
        """Whether it is the code that a room's state change carries."""
        return bool(_POSITION.search(self.before) or _MOBILE.search(self.before[-120:]))

    @lazy
    def first_of_room_state(self) -> bool:
        """Whether it is the room that a state change speaks of."""
        return bool(_FIRST_ITEM.search(self.before[-NEAR:]))

    @lazy
    def after_disconnected(self) -> bool:
        """Whether it is the code of a ``room disconnected 1002011`` line."""
        return self.line is not None and self.line.action == "zc.rsu" and bool(_DISCONNECTED.search(self.before))

    @lazy
    def in_callback(self) -> bool:
        """Whether a callback of the SDK is named in front of it."""
        return bool(_CALLBACK.search(self.before))

    @lazy
    def message(self) -> str | None:
        """The message beside it in the same object; None where there is none."""
        found = _MESSAGE.search(self.after.partition("}")[0])
        if found is None:
            inside = self.before.rpartition("{")[2]
            found = None if inside is self.before else _MESSAGE.search(inside)
        return next((part for part in found.groups() if part is not None), "") if found else None

    @lazy
    def message_agrees(self) -> bool:
        """Whether the message is one of the SDK's texts for this code."""
        return bool(self.message) and self.texts.agrees(self.code, self.message or "")

    @lazy
    def message_is_foreign(self) -> bool:
        """Whether a message stands beside it that the SDK has for no code."""
        return bool(self.message) and not self.message_agrees and self.texts.told_by(self.message or "") is None

    @lazy
    def thrown(self) -> bool:
        """Whether it stands in a value as the SDK throws it: errorCode with extendedData."""
        return self.in_code_key and bool(re.match(r"""["']?\s*,\s*["']?extendedData\b""", self.after))

    @lazy
    def text_agrees(self) -> bool:
        """Whether the SDK's text for this code stands right behind it."""
        return self.texts.agrees(self.code, self.after.lstrip(" :,-\"'()").partition('"')[0])

    @lazy
    def after_error_word(self) -> bool:
        """Whether a word for an error stands shortly before it, and nothing that the word could speak of between."""
        near = self.lead
        return any(
            not _GAP.search(near, found.end()) and not _NAMED_ELSE.search(near[: found.start()])
            for found in _ERROR_WORD.finditer(near)
        )

    @lazy
    def beside_error_word(self) -> bool:
        """Whether a word for an error stands near it, before or right behind."""
        return self.after_error_word or bool(_ERROR_BEHIND.match(self.after))

    @lazy
    def error_word_on_line(self) -> bool:
        """Whether a word for an error stands anywhere before it."""
        return bool(_ERROR_WORD.search(self.before[-120:]))

    @lazy
    def after_state(self) -> bool:
        """Whether the name of a state stands right before it."""
        return bool(_STATE_BEFORE.search(self.before[-NEAR:]))

    @lazy
    def in_prose(self) -> bool:
        """Whether a plain word, or one of another script, leads to it."""
        found = _LAST_WORD.search(self.before[-NEAR:])
        return found is not None and (found[1].casefold() in PLAIN_WORDS or not found[1].isascii())

    @lazy
    def beside_other_word(self) -> bool:
        """Whether the word before it, or behind it, is none of those that stand beside a code in plain prose."""
        before, after = _LAST_WORD.search(self.before[-NEAR:]), _NEXT_WORD.match(self.after)
        return any(
            found is not None and found[1].casefold() not in PLAIN_WORDS and found[1].isascii()
            for found in (before, after)
        )

    @lazy
    def compared(self) -> bool:
        """Whether source code compares something with it: ``case 1102016:``, ``=== 1103064``, ``[...].includes``."""
        return bool(_COMPARISON.search(self.before[-NEAR:]) or _INCLUDES.match(self.after))

    @lazy
    def has_unit(self) -> bool:
        """Whether a unit, or what it counts, stands behind it."""
        return bool(_UNIT.match(self.after))

    @lazy
    def in_named_record(self) -> bool:
        """Whether it is the ``code`` of something with a name: a city, a product."""
        return self.in_code_key and bool(_SIBLING.search(self.after[:80]))

    @lazy
    def of_other_vendor(self) -> bool:
        """Whether another vendor is named on the line."""
        return bool(_VENDOR.search(self.before)) and not _OWN.search(self.before + self.after)

    @lazy
    def on_vendors_page(self) -> bool:
        """Whether it stands as on a copy of the vendor's page."""
        return bool(_PAGE.match(self.after))

    @lazy
    def beside_player(self) -> bool:
        """Whether the player is named on the line; the six-digit player codes mean nothing without it."""
        return bool(_PLAYER.search(self.before + self.after))
