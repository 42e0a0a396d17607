"""What a text is about: the SDK by name, live streaming by its words, or neither.

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
    r"stream\w*|publish\w*|\bplay(?:ing|er|ed|back)\b|\bwebrtc\b|\bcamera\w*|\bmicrophone\w*|\bmic\b|\bbrowser\w*|"
    r"\bchrome\b|\bsafari\b|\bfirefox\b|\bviewers?\b|\blive\b|\bbroadcast\w*|\brooms?\b|\btoken\b|\bsdk\b|"
    r"\bvideo\b|\baudio\b|\bscreen ?shar\w*|\bmini ?program\b|\bweb ?view\b|\bcdn\b|\bkick(?:ed)? ?out\b|\bcam\b|"
    r"emisi[oó]n\w*|odtwarza\w*|\blog ?in\w*\b|\bmixer?task|"
    r"推流|拉流|直播|房间|摄像头|麦克风|观众|浏览器|小程序|登录|混流|黑屏|连麦|開播|开播|屏幕共享|视频|音频|配信|視聴|カメラ|マイク|ブラウザ|入室|ルーム|방송|시청|카메라|마이크|브라우저|transmisi\w*|transmit\w*|cámara|micr[oó]fono|navegador|"
    r"\bsala\b|câmera|navegateur|caméra|diffusion|\bsalon\b|übertragung|kamera|mikrofon|browser|zuschauer|"
    r"konferenz|transmisj\w*|przeglądark\w*|pok[oó]j|трансляц\w*|камер\w*|микрофон\w*|браузер\w*|комнат\w*|"
    r"\bapp ?(?:id|sign)\b|server ?secret|主播|getusermedia|notallowederror|\bmixing\b|karaoke|accompaniment|webbläsare|"
    r"ljud|мик\b|مايك|ميكروفون|كاميرا|الغرفة|\bبث\b|غرفة|بث مباشر|मीटिंग|लाइव|lớp học|kelas|konsol|ses\b|görüntü|oda\b|"
    r"эфир\w*|стрим\w*|yayın|kamera|tarayıcı|trình duyệt|phát trực tiếp|phòng|siaran|ruang"
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
        if self.strangers >= max(self.known, _SOME_STRANGERS):
            return Topic.OTHER
        return Topic.TERSE if self._words <= _FEW_WORDS else Topic.SILENT

    def feed(self, line: str) -> None:
        """Take in one more line."""
        if self.is_sdk:
            return
        self.is_streaming = self.is_streaming or _WORDS.search(line.casefold()) is not None
        if self._words <= _FEW_WORDS:
            self._words += len(_WORD.findall(line))
