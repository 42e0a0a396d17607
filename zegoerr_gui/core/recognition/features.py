"""What can be seen around a number in a line: the facts that the rules judge by."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from zegoerr_gui.core.recognition.sdk_line import STATES, SdkLine, flat
from zegoerr_gui.core.recognition.texts import TextIndex

_T = TypeVar("_T")

NEAR: Final = 40  # characters in which a word can belong to the number
BEFORE: Final = 700  # characters: a room ID before a positional code can be long
AFTER: Final = 240

_CODE_KEY: Final = re.compile(
    r"""(?<![A-Za-z])(?:error|err|ret|result|status)?[_ -]?(?:code|no|num)["'`]?\s*(?:[:=]|=>|is)\s*["'`]?$""", re.I
)
_PLAIN_CODE_KEY: Final = re.compile(r"""(?<![A-Za-z_])(?:errorCode|code)["'`]?\s*[:=]\s*["'`]?$""")
_ERROR_KEY: Final = re.compile(r"""(?i:error_?code|err_?code|errno|错误码)["'`]?\s*(?:[:=：]|=>|is|为|是)?\s*["'`]?$""")
_OTHER_KEY: Final = re.compile(r"""(?<![A-Za-z0-9])([A-Za-z][\w-]*)["'`]?\s*[:=]\s*["'`]?$""")
_POSITION: Final = re.compile(
    rf"""room(?:StateChanged|StateUpdate)\W{{0,4}}\[\s*(?:"[^"]*"|[^",\s\[]+)\s*,\s*"(?:{"|".join(STATES)})"\s*,\s*$"""
)
_FIRST_ITEM: Final = re.compile(r"room(?:StateChanged|StateUpdate)\W{0,4}\[\s*\"?$")
_MOBILE: Final = re.compile(
    rf"\[?onRoomState(?:Changed|Update)\b.*\b(?:{'|'.join(STATES)})\b[\s,]*(?:errorCode:?)?\s*$"
)
_CALLBACK: Final = re.compile(r"(?:roomState|publisherState|playerState)(?:Changed|Update)|deviceError", re.I)
_DISCONNECTED: Final = re.compile(r"disconnected $")
_COMPARISON: Final = re.compile(r"(?:\bcase|[=!]==?)\s*['\"]?$")
_ERROR_WORD: Final = re.compile(
    r"(?<![a-z])err(?:or|ors|\b)|fail(?:s|ed|ure)?\b|\bcodes?\b|exception|错误|錯誤|报错|報錯|失败|失敗|错误码|异常|エラー|에러|오류|"
    r"fehler|erreur|ошибк|помилк|\berro\b|código|codigo|hata\b|lỗi|galat|kesalahan|خطأ",
    re.I,
)
_MESSAGE: Final = re.compile(r"""["']?(?:msg|message|extendedData|error_msg|errmsg|desc)["']?\s*[:=]\s*["']([^"']*)""")
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

    @lazy
    def before(self) -> str:
        """The text in front of the number, without escapes."""
        return flat(self.raw_before)

    @lazy
    def after(self) -> str:
        """The text behind the number, without escapes."""
        return flat(self.raw_after)

    @lazy
    def in_code_key(self) -> bool:
        """Whether it is the value of ``code`` or ``errorCode``."""
        return bool(_PLAIN_CODE_KEY.search(self.before[-NEAR:]))

    @lazy
    def in_error_key(self) -> bool:
        """Whether it is the value of a key whose name says error code, in any spelling."""
        return bool(_ERROR_KEY.search(self.before[-NEAR:]))

    @lazy
    def in_any_code_key(self) -> bool:
        """Whether it is the value of something called a code."""
        return self.in_code_key or self.in_error_key or bool(_CODE_KEY.search(self.before[-NEAR:]))

    @lazy
    def key(self) -> str:
        """The key that it is the value of; empty where it is no value."""
        found = _OTHER_KEY.search(self.before[-NEAR:])
        return found[1] if found else ""

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
        return found[1] if found else None

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
    def beside_error_word(self) -> bool:
        """Whether a word for an error stands near it, before or right behind."""
        return bool(_ERROR_WORD.search(self.before[-NEAR:]) or _ERROR_WORD.search(self.after[:20]))

    @lazy
    def compared(self) -> bool:
        """Whether source code compares something with it: ``case 1102016:``, ``=== 1103064``."""
        return bool(_COMPARISON.search(self.before[-NEAR:]))

    @lazy
    def beside_player(self) -> bool:
        """Whether the player is named on the line; the six-digit player codes mean nothing without it."""
        return bool(_PLAYER.search(self.before + self.after))
