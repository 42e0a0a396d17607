"""What a text is about: the SDK by name, live streaming by its words, something else, or too little to tell.

A number beside "error" is likely ours in a text about streams and cameras, and another program's in one about printers.
"""

import re
from enum import IntEnum
from typing import Final


class Topic(IntEnum):
    """How much a text shows that it speaks of the SDK, least first."""

    OTHER = 0  # it speaks of something else
    SILENT = 1  # it has words, none of them of streaming
    TERSE = 2  # it has too few words to tell
    STREAMING = 3
    SDK = 4


_FEW_WORDS: Final = 20
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_SOME_STRANGERS: Final = 2  # numbers of our families that are no codes: they seldom come alone where codes are meant
_MANY_STRANGERS: Final = 3

# Words of live streaming in the languages that customers write, in lower case.
_WORDS: Final = re.compile(
    "|".join(
        (
            r"stream\w*|publish\w*|\bplay(?:ing|er|ed|back)\b|\bviewers?\b|\blive\b|\bbroadcast\w*|\brooms?\b|\bmixing\b",
            r"\bcamera\w*|\bmicrophone\w*|\bmic\b|\bcam\b|\bvideo\b|\baudio\b|\bscreen ?shar\w*|karaoke|accompaniment",
            r"\bwebrtc\b|\bbrowser\w*|\bchrome\b|\bsafari\b|\bfirefox\b|\bmini ?program\b|\bweb ?view\b|getusermedia",
            r"\btoken\b|\bsdk\b|\bcdn\b|\blog ?in\w*\b|\bkick(?:ed)? ?out\b|\bopera\b|\bmixer?task|\bcallback\b",
            r"\bapp ?(?:id|sign)\b|server ?secret|\bwi-?fi\b|\budp\b|\bconsole\b|konsol|notallowederror",
            r"推流|拉流|直播|房间|摄像头|麦克风|观众|浏览器|小程序|登录|混流|黑屏|连麦|開播|开播|屏幕共享|视频|音频|主播",
            r"配信|視聴|カメラ|マイク|ブラウザ|入室|ルーム|방송|시청|카메라|마이크|브라우저",
            r"emisi[oó]n\w*|transmisi\w*|transmit\w*|cámara|micr[oó]fono|navegador|\bsalas?\b|\baula\b|câmera",
            r"navigateur|navegateur|caméra|diffusion|\bsalon\b|\bsalle\b|connexion|\bstanza\b",
            r"übertragung|kamera|mikrofon|zuschauer|konferenz|webbläsare|ljud",
            r"transmisj\w*|przeglądark\w*|pok[oó]j|odtwarza\w*",
            r"трансляц\w*|камер\w*|микрофон\w*|браузер\w*|комнат\w*|эфир\w*|стрим\w*|поток\w*|ведущ\w*|зрител\w*",
            r"yayın|tarayıcı|\bses\b|görüntü|\boda\b|trình duyệt|phát trực tiếp|phòng|lớp học|siaran|ruang|kelas",
            r"مايك|ميكروفون|كاميرا|الغرفة|\bبث\b|غرفة|मीटिंग|लाइव",
        )
    )
)


class Subject:
    """Finds out what a text is about, fed line by line."""

    def __init__(self) -> None:
        self.is_sdk = False
        self.is_streaming = False
        self.known = 0  # different numbers that are codes
        self.strangers = 0  # different numbers that look like codes of a known family and are none
        self._words = 0

    @property
    def topic(self) -> Topic:
        """What the text is about, by what has been seen of it."""
        if self.is_sdk:
            return Topic.SDK
        if self.is_streaming:
            return Topic.OTHER if self.strangers > max(self.known, _MANY_STRANGERS - 1) else Topic.STREAMING
        if self.strangers > max(self.known, _SOME_STRANGERS - 1):
            return Topic.OTHER
        return Topic.TERSE if self._words <= _FEW_WORDS else Topic.SILENT

    def feed(self, line: str) -> None:
        """Take in one more line."""
        if self.is_sdk:
            return
        self.is_streaming = self.is_streaming or _WORDS.search(line.casefold()) is not None
        if self._words <= _FEW_WORDS:
            self._words += len(_WORD.findall(line))
