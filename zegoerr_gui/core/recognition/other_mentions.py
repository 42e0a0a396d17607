"""Things spoken of in general: ``for all users``, ``on my phone``, ``in a session``. No number of theirs follows.

A thing that has its number behind it stands bare, or with the article that points at it: ``room 1103064``. Of the
languages customers write.
"""

import re
from typing import Final

_SIGN: Final = r"[\s:,=(\"'`–—>-]*\Z"
_WHICH_WORDS: Final = """
all some every each any both two three four several many few most another same other different old older new newer
newest second known half
todos todas algunos algunas varios varias muchos muchas otro otra otros otras cada mismo misma un una unos unas dos
um uma uns umas alguns algumas outro outra outros outras mesmo mesma muitos dois
tous toutes certains certaines plusieurs une même mêmes autre autres chaque deux
alle allen aller manche manchen einige einigen ein eine einem einen einer jeder jede jedem jeden andere anderen anderem
derselbe demselben denselben gleichen zwei
tutti tutte alcuni alcune stesso stessa altro altra ogni due
всех все некоторых одного одной каждого каждой другого другой двух того
bütün tüm bazı bir aynı başka her iki
semua beberapa ada satu sebuah seorang dua setiap
cả số một mọi vài nhiều
كل بعض جميع نفس
sabhi kuch ek har dono
wszystkich niektórych jednego jednej każdego tego samego dwóch
een sommige elke dezelfde hetzelfde andere beide
"""
_WHICH: Final = frozenset(_WHICH_WORDS.split())
_BETWEEN_WORDS: Final = """
of de di our my your the their such more los las el la os as les nos mes der den dem unserer gli le i nostri же
"""
_BETWEEN: Final = frozenset(_BETWEEN_WORDS.split())  # which of them and the thing: "todos los usuarios"
_FURTHEST: Final = 5  # words, the thing among them
_SIGNS: Final = " \t:,=(\"'`–—>-"
_OWN: Final = (
    r"(?:my|the|his|her|our|their|your|one|this|[^\W\d_]+['’]s|el|mi|su|la|meu|minha|seu|mon|le|son|notre|dem|meinem|seinem"
    r"|mio|suo|il|mijn|zijn|haar|de|het)"
)
_DEVICE: Final = (
    r"(?:phones?|smartphones?|mobiles?|clients?|devices?|móvil|celular|teléfono|telefone|téléphone|portable|handy|telefon"
    r"|telefono|cellulare|telefoon|mobiel|телефоне|смартфоне|điện thoại|hp|handphone|الجوال|الهاتف|telefonie)"
)
_MOMENT: Final = "(?:session|call|meeting|room|stream|class|lesson|user|viewer|page|message|request|device|account)"
_ROOM: Final = r"(?:room|sala|aula|salle|raums?|stanza|комнату|phòng|الغرفة|pokoju|kamer|kelas)"
_GENERAL: Final = (
    rf"\b(?:no|an?) {_MOMENT}" + _SIGN,
    r"(?:有|部分|个别|大量|所有|很多|不少|多个|其他|每个|一个|全部)(?:用户|用戶|客户|客戶|群)[\s:：]*\Z",
    r"(?:安卓|苹果|华为|小米|三星)(?:手机|手機)[\s:：]*\Z|[新旧舊老]版本[\s:：]*\Z|进房\s?\Z",
    # where it was seen: "on my phone", "auf dem Handy", "in wechat"; but "call me on my phone"
    r"(?<!call me )(?<!reach me )(?<!text me )(?<!reach us )(?<!call us )"
    r"(?<!\w)(?:on|from|with|using|via|en|con|no|pelo|na|sur|auf|am|sul|op|на|trên|di|على|في)"
    rf" (?:{_OWN} )?(?:[^\W\d_]+ )?{_DEVICE}(?: saya)?" + _SIGN,
    r"\b(?:from|with|using|via|in|on) (?:the|my|our|his|her|their|an?|this|that|one|another) (?:\w+ ){0,2}"
    r"(?:page|site|machine|host|plan)" + _SIGN,
    r"\bin a row" + _SIGN,
    r"\b(?:phone|mobile) (?:me|mein|pe|par)" + _SIGN,
    r"\b(?:in|inside|via|within) (?:wechat|whatsapp|telegram)" + _SIGN,
    # when: "al entrar en la sala", "beim Betreten des Raums"
    r"(?<!\w)(?:al entrar|ao entrar|en entrant|beim betreten|entrando|при входе|khi vào|pas masuk|saat masuk|عند دخول"
    rf"|przy wejściu|bij het binnengaan)(?: [^\W\d_]{{1,5}}){{0,2}} {_ROOM}" + _SIGN,
    # turns of speech, and what the SDK does: "in this case", "login room: "
    r"\b(?:this|that|use|which|edge|either|worst|in) case" + _SIGN,
    r"\b(?:log-?in|log ?out|publish|play|start|stop|create)(?: (?:to|into|in|the|a|my))*"
    r" (?:room|stream)\s?(?::|=|->|=>|→|–|—) ?[\"'(]*\Z",
    r"\bissues? (?:is|was|are) \Z",
)
_SPOKEN_OF: Final = re.compile("|".join(_GENERAL), re.I)


def is_general(words: str) -> bool:
    """Whether a text ends in a thing that it speaks of in general, so that what follows is not its number."""
    return _says_which(words) or _SPOKEN_OF.search(words) is not None


def _says_which(words: str) -> bool:
    """Whether a text says before a thing how many of it, or which: ``some users``, ``todos los usuarios``."""
    before = words.rstrip(_SIGNS).casefold().split()[-_FURTHEST:-1]
    which = next((word for word in reversed(before) if word not in _BETWEEN), "")
    return which in _WHICH
