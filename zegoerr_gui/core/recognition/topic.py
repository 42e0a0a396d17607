"""What a text is about: the SDK by name, live streaming by its words, something else, or too little to tell.

A number beside "error" is likely ours in a text about streams and cameras, and another program's in one about printers.
"""

import re
from enum import IntEnum
from typing import Final

from zegoerr_gui.core.recognition.other_worlds import other_worlds


class Topic(IntEnum):
    """How much a text shows that it speaks of the SDK, least first."""

    OTHER = 0  # it speaks of something else
    SILENT = 1  # it has words, none of them of streaming, or as many of something else
    TERSE = 2  # it has too few words to tell
    STREAMING = 3
    SDK = 4


_FEW_WORDS: Final = 20
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_SOME_STRANGERS: Final = 2  # numbers of our families that are no codes: they seldom come alone where codes are meant
_MANY_STRANGERS: Final = 3
_ENOUGH: Final = 40  # different words of either kind

# Words of live streaming in the languages that customers write, in lower case.
_WORDS: Final = re.compile(
    "|".join(
        (
            r"stream\w*|publish\w*|\bplay(?:ing|er|ed|back)\b|\bviewers?\b|\blive\b|\bbroadcast\w*|\brooms?\b",
            r"\bcamera\w*|\bmicrophone\w*|\bmic\b|\b(?:web)?cam\b|\bvideos?\b|\baudio\b|\bscreen ?shar\w*",
            r"\bwebrtc\b|\bbrowser\w*|\bchrome\b|\bsafari\b|\bfirefox\b|\bmini ?program\b|\bweb ?view\b",
            r"\btoken\b|\bsdk\b|\bcdn\b|\blog ?in\w*\b|\bkick(?:ed)?\b|\bopera\b|\bmixer?task|\bcallbacks?\b|karaoke",
            r"\bapp ?(?:id|sign)\b|server ?secret|\bwi-?fi\b|\budp\b|\bvpn\b|\bconsole\b|konsol",
            r"\bsongs?\b|\blyrics?\b|accompaniment|\bheadsets?\b|\bteachers?\b|\blessons?\b|\bwebinar\b",
            r"\bjoin(?:s|ed|ing)\b|\b(?:to|not|t|can|they|we|users?) join\b|\breconnect\w*|\bautoplay\b|\bip(?:ad|hone)\b",
            r"not(?:allowed|readable|found)error|overconstrainederror|getusermedia|\bmix(?:er|ing)\b|\bbeauty\b|\bdenois\w*",
            r"推流|拉流|直播|房间|进房|摄像头|麦克风|观众|浏览器|小程序|登录|混流",
            r"黑屏|连麦|開播|开播|屏幕共享|取消共享|视频|音频|主播|美颜|降噪",
            r"配信|視聴|カメラ|マイク|ブラウザ|入室|ルーム|ログイン|画面共有|音声|映像",
            r"방송|시청|카메라|마이크|브라우저|로그인|룸|노래|화면",
            r"emisi[oó]n\w*|transmisi\w*|transmit\w*|cámara|micr[oó]fono|navegador|\bsalas?\b|\baula\b|câmera|pantalla|\btela\b",
            r"navigateur|navegateur|caméra|diffusion|\bsalon\b|\bsalle\b|connexion|spectateur|\bchaînes?\b|écran|\bstanza\b|schermo",
            r"übertragung|kamera|mikrofon|zuschauer|konferenz|bildschirm|webbläsare|ljud|\bscherm\b|uitzending",
            r"transmisj\w*|przeglądark\w*|pok[oó]j|odtwarza\w*|\bekran\w*",
            r"трансляц\w*|камер\w*|микрофон\w*|браузер\w*|комнат\w*|эфир\w*|стрим\w*|поток\w*|ведущ\w*|зрител\w*",
            r"вай-?фа\w*|экран\w*|звук\w*|\bзег\w*",
            r"yayın|tarayıcı|\bses\b|görüntü|\boda\w*\b|müzik|şarkı|siaran|ruang|kelas|layar",
            r"trình duyệt|phát trực tiếp|phòng|lớp học|xem live",
            r"مايك|ميكروفون|كاميرا|الغرفة|غرفة|\bبث\b|البث|मीटिंग|लाइव|कैमर|ห้อง|กล้อง|ไมค์|ไลฟ์|สตรีม",
        )
    )
)


class Subject:
    """Finds out what a text is about, fed line by line."""

    def __init__(self) -> None:
        self.is_sdk = False
        self.is_large = False  # so large a log is nobody's but a customer's
        self.known = 0  # different numbers that are codes
        self.strangers = 0  # different numbers that look like codes of a known family and are none
        self._streaming: set[str] = set()
        self._others: set[str] = set()
        self._words = 0

    @property
    def topic(self) -> Topic:
        """What the text is about, by what has been seen of it."""
        if self.is_sdk:
            return Topic.SDK
        streaming = self.is_large or len(self._streaming) > len(self._others)
        if self.strangers > max(self.known, (_MANY_STRANGERS if streaming else _SOME_STRANGERS) - 1):
            return Topic.OTHER
        if streaming:
            return Topic.STREAMING
        if len(self._others) > len(self._streaming):
            return Topic.OTHER
        if self._streaming:
            return Topic.SILENT
        return Topic.TERSE if self._words <= _FEW_WORDS else Topic.SILENT

    def feed(self, line: str) -> None:
        """Take in one more line."""
        if self.is_sdk or self.is_large or len(self._streaming) + len(self._others) > _ENOUGH:
            return
        folded = line.casefold()
        self._streaming.update(_WORDS.findall(folded))
        self._others.update(other_worlds(folded))
        if self._words <= _FEW_WORDS:
            self._words += len(_WORD.findall(line))
