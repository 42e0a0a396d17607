"""What a text is about: the SDK by name, live streaming by its words, something else, or too little to tell.

A number beside "error" is likely ours in a text about streams and cameras, and another program's in one about printers.
"""

import re
from enum import IntEnum
from typing import Final

from zegoerr_gui.core.recognition.other_worlds import UNSPACED_OTHERS, is_of_other_world


class Topic(IntEnum):
    """How much a text shows that it speaks of the SDK, least first."""

    OTHER = 0  # it speaks of something else
    SILENT = 1  # it has words, none of them of streaming, or as many of something else
    TERSE = 2  # it has too few words to tell
    STREAMING = 3
    SDK = 4


_FEW_WORDS: Final = 20
_WORD: Final = re.compile(r"[^\W\d_]{2,}(?:[-'’][^\W\d_]+)*")
_SOME_STRANGERS: Final = 2  # numbers of our families that are no codes: they seldom come alone where codes are meant
_MANY_KNOWN: Final = 8  # different codes in a text about streaming
_MANY_STRANGERS: Final = 3
_LEAST_GREETINGS: Final = 2
_ENOUGH: Final = 40  # different words of either kind
_MOST_WORDS: Final = 20_000  # that are known again

# Words of live streaming in the languages that customers write, in lower case, and what longer ones begin with.
_STREAMING: Final = """
accompaniment appid appsign audience audio autoplay banned beauty callback callbacks cam cdn chrome classroom console
firefox framerate freezes frozen getusermedia headset headsets ipad iphone joined joining joins karaoke kick kicked
kickout ktv lesson lessons live login logins lyric lyrics mic mixer mixing moderator opera pk playback played player
playing presenter preview relay room rooms safari sdk sharing singer song songs student students studio studios
teacher teachers token udp unplugged video videos viewer viewers voice vpn webcam webinar webrtc webview wifi
aula sala salas pantalla tela schermo stanza écran salle salon chaîne chaînes connexion diffusion scherm uitzending
bildschirm konferenz ljud pokój pokoju kelas layar ruang siaran oda odada odaya odadan müzik ses şarkı yayın yayında
بث البث غرفة الغرفة
"""
_BEGINNINGS: Final = """
addpublish broadcast browser camera createstream denois deviceerror extendeddata geofence initcopyright livestream
localstream loginroom logoutroom mediastream microphone mixertask mixtask noplay nopublish onplayerstate
onpublisherstate onroomstate playerstate publish publisherstate reconnect renewtoken replacetrack requestresource
roomid roomstate screenshar sendbarrage sendbroadcast serversecret setstream setvideoconfig startmixer startplaying
startpreview startpublishing stream usevideodevice videokonferenz
notallowederror notfounderror notreadableerror overconstrainederror konsol
câmera caméra cámara emision emisión micrófono microfono navegador navegateur navigateur spectateur transmisi
transmisj transmit kamera mikrofon zuschauer übertragung webbläsare odtwarza przeglądark ekran görüntü tarayıcı
браузер ведущ вайфа вай-фа зрител звук микшир камер комнат микрофон поток стрим трансляц экран эфир зег
كاميرا الكاميرا مايك ميكروفون
"""
# Words of a letter: who writes to a desk, and of nothing else, writes about what the desk is for.
_LETTERS: Final = """
afternoon cheers dear greetings hello help hey hi morning please pls regards sincerely support team thank thanks
abraços bonjour cordialement cordiali danke dobry grazie grüße gruß gracias hallo hola merci merhaba olá obrigada
obrigado pozdrawiam salve saludos saluti selam teşekkürler witam buenas buenos buongiorno
halo kasih terima xin chào cảm добрый здравствуйте привет спасибо уважением السلام شكرا مرحبا
"""
_GREETINGS: Final = re.compile(r"你好|您好|请问|請問|谢谢|謝謝|麻烦|お世話|よろしく|こんにちは|안녕하세요|감사합니다")
_OF_LETTERS: Final = frozenset(_LETTERS.split())
_WORDS: Final = frozenset(_STREAMING.split())
_STEMS: Final = tuple(_BEGINNINGS.split())
_PHRASES: Final = re.compile(
    r"\blog(?:ged|ging|s)? in\b|\bscreen ?shar|\bmini ?program\b|\bweb view\b|\bapp (?:id|sign)\b|server secret"
    r"|\bwi-fi\b|\b(?:to|not|can|they|we) join\b|can't join\b"
)
_UNSPACED: Final = re.compile(
    r"推流|拉流|直播|房间|点歌|曲库|k歌|合唱|进房|摄像头|麦克风|观众|浏览器|小程序|登录|混流|黑屏|连麦|開播|开播|屏幕共享|取消共享|视频|音频|主播|美颜|降噪"
    r"|房間|進房|攝像頭|攝影機|麥克風|觀眾|瀏覽器|登錄|登入|連麥|黑畫面|黑螢幕|螢幕分享|畫面分享|視訊|視頻|音訊|音頻|串流|直播間"
    r"|配信|視聴|ミキシング|ライブコマース|コラボ|カメラ|マイク|ブラウザ|入室|ルーム|ログイン|画面共有|音声|映像|방송|시청|카메라|마이크|브라우저|로그인|룸|노래|화면"
    r"|trình duyệt|phát trực tiếp|phòng|lớp học|xem live|मीटिंग|लाइव|कैमर|ห้อง|กล้อง|ไมค์|ไลฟ์|สตรีม"
)


def is_of_streaming(word: str) -> bool:
    """Whether a word without capitals is one of live streaming."""
    return word in _WORDS or word.startswith(_STEMS)


class Subject:
    """Finds out what a text is about, fed line by line."""

    def __init__(self) -> None:
        self.is_sdk = False
        self.is_told = False  # a code stands beside words that the catalogue has for it
        self.is_large = False  # so large a log is nobody's but a customer's
        self.known = 0  # different numbers that are codes
        self.strangers = 0  # different numbers that look like codes of a known family and are none
        self._streaming: set[str] = set()
        self._greetings: set[str] = set()
        self._others: set[str] = set()
        self._words = 0
        self._seen: set[str] = set()

    @property
    def _knows_many(self) -> bool:
        """Whether it names so many codes, and nothing that only looks like one, that they cannot be chance."""
        return self.known >= _MANY_KNOWN and not self.strangers and not self.is_large

    @property
    def topic(self) -> Topic:
        """What the text is about, by what has been seen of it."""
        if self.is_sdk:
            return Topic.SDK
        streaming = self.is_large or self.is_told or len(self._streaming) > len(self._others)
        if self.strangers > max(self.known, (_MANY_STRANGERS if streaming else _SOME_STRANGERS) - 1):
            return Topic.OTHER
        if streaming:
            return Topic.SDK if self._knows_many else Topic.STREAMING
        if len(self._others) > len(self._streaming):
            return Topic.OTHER
        if self._streaming:
            return Topic.SILENT
        if len(self._greetings) >= _LEAST_GREETINGS:
            return Topic.STREAMING
        return Topic.TERSE if self._words <= _FEW_WORDS else Topic.SILENT

    def feed(self, line: str) -> None:
        """Take in one more line."""
        if self.is_sdk or self.is_large or len(self._streaming) + len(self._others) > _ENOUGH:
            return
        folded = line.casefold()
        words = _WORD.findall(folded)
        self._words += len(words)
        new = set(words) - self._seen
        if len(self._seen) < _MOST_WORDS:
            self._seen |= new
        self._streaming.update(filter(is_of_streaming, new))
        self._greetings |= new & _OF_LETTERS
        self._streaming.update(_PHRASES.findall(folded))
        self._others.update(filter(is_of_other_world, new))
        if not folded.isascii():
            self._streaming.update(_UNSPACED.findall(folded))
            self._greetings.update(_GREETINGS.findall(folded))
            self._others.update(UNSPACED_OTHERS.findall(folded))
