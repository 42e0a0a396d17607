"""Numbers that a sentence calls numbers or codes of something: ``ticket number``, ``promo code``, ``邀请码``.

A number that is said to be nobody's, ``the number``, ``some number``, is what stands on the screen.
"""

import re
from collections.abc import Collection
from typing import Final

from zegoerr_gui.core.recognition.plain_words import PLAIN_WORDS

_IS: Final = r"(?: (?:is|was|ist|war|es|è|é|est|to|adalah))?[\s:=]*[\"'(`*]*\Z"
_NUMBERED: Final = re.compile(
    r"(?<!errore )(?<!error )(?<!erreur )(?<!erro )(?<!fehler )(?<!code )(?<!codice )(?<!código )\b[Nn][.°º]\s*\Z"
)
_NUMBER_OF: Final = re.compile(
    r"\b(?:número|numero|numéro|numer|nomor|nomer|номер|nummer)(?: d[eiou]s?| del(?:la)?| d[ao])?(?: |\s?d['’])"
    r"(?!err|fehl|fout|bł|ошиб|kesal|galat|cod)([^\W\d_]+)(?: (?:is|è|é|es|est|to|ist|adalah))?[\s:=]*[\"'(]*\Z",
    re.I,
)
_THE_NUMBER: Final = re.compile(
    r"\b(?:the|this|that|a|die|diese|eine|el|este|il|le|o|het) (?:(\w+) )?"
    r"(?:number|nummer|número|numero|numéro|message|mensaje|mensagem|messaggio)" + _IS,
    re.I,
)
_NUMBER: Final = re.compile(
    r"(?:^|(?P<before>[^\W_]+)\W+|\W)(?:number|nummer|número|numero|numéro|nomor|номер)(?: is| ist| es)? ?[\"'(`*]*\Z",
    re.I,
)
_GENERAL_WORDS: Final = "number nummer número numero numéro numer nomor nomer номер id ids message"
GENERAL: Final = frozenset(_GENERAL_WORDS.split())
_NOBODYS_WORDS: Final = "some another any same weird strange code error err shows gives"
_NOBODYS: Final = frozenset(("", *_NOBODYS_WORDS.split()))
_NAMED_CODE: Final = re.compile(
    r"(?:zip|promo|coupon|post(?:al)?|area|country|qr|bar|discount|company|product|access|pin|invit(?:e|ation)|voucher"
    r"|verification|confirmation|security|activation|referral|gift|otp|sms|unlock|meeting|class|branch|sort|dialling)"
    r"\W?codes?" + _IS,
    re.I,
)
_NAMED_CODE_UNSPACED: Final = re.compile(
    r"(?:验证|驗證|邀请|邀請|兑换|兌換|激活|会议|會議|房间|房間|优惠|優惠|取件|提货|推荐|推薦|授权|授權|条形?|二维|认证|認証)[码碼]"
    r"[\s:：]*(?:为|是|は)?[\s\"'(`*]*\Z"
)
_SAID_TO_BE: Final = re.compile(
    r"[\"'`)]{0,2} (?:is|was|ist|es|é|è|est) (?:the|my|our|your|his|her|their|die|der|das|mein\w*|unser\w*|el|la|il|le"
    r"|mi|nuestr[oa]|mon|notre|o|a|meu|minha|nosso|nossa) ((?:[^\W\d_]+ ){0,2}[^\W\d_]+)"
    r"(?=\s*(?:[,;.!?)]|$)| (?:of|for|in|and|but|here)\b)"
    r"|[\"'`]? \((?:(?:the|my|our|a) )?([^\W\d_]+(?: (?:id|no|number|nr|code))?)\)",
    re.I,
)
_SAID_TO_BE_UNSPACED: Final = re.compile(
    r"\s?是(?:我们的?|我的?|他的?|客户的?|这个)?([\u4e00-\u9fffA-Za-z]{2,8}?)(?=[,，。;；!！\s]|$)"
    r"|\s?[（(]([\u4e00-\u9fffA-Za-z]{2,8})[）)]"
)


_THING_OF: Final = re.compile(  # pedido de teste 1005023
    r"([^\W\d_]+) (?:de|di|do|da|du|del|of) ([^\W\d_]+)[ \"'(]*\Z"
)
_END: Final = 24  # characters in which a word at the end is looked for first, for it is cheap
_LINKS: Final = (" is ", " was ", " be ")
_ID_IS: Final = re.compile(  # the room id for tonight is 1004002
    r"\b(?:room|user|stream|order|ticket|customer|class|meeting|app) ?(?:id|number|no)\b"
    r"(?:(?!\b(?:it|this|that|which)\b)[^.!?;,:\d]){0,40} (?:is|was|will be) \Z",
    re.I,
)


def names_numbers_owner(words: str) -> bool:
    """Whether a text ends in a number or a code that it says is something's: what follows is that."""
    end = words[-_END:].lower()
    if _NUMBERED.search(words) or ("cod" in end and _NAMED_CODE.search(words)):
        return True
    if end.endswith(_LINKS) and _ID_IS.search(words):
        return True
    if not words.isascii() and _NAMED_CODE_UNSPACED.search(words):
        return True
    found = _NUMBER_OF.search(words)
    return found is not None and found[1].casefold() not in PLAIN_WORDS


def head_of(words: str) -> str:
    """The noun that another one behind it only describes, at the end of a text: ``pedido de teste``."""
    found = _THING_OF.search(words)
    return found[1].casefold() if found and found[2].casefold() not in PLAIN_WORDS else ""


def is_nobodys_number(words: str, things: Collection[str]) -> bool:
    """Whether a text ends in ``number``, of none of these ``things``: only one on the screen is spoken of so."""
    if found := _THE_NUMBER.search(words):
        return (found[1] or "").casefold() not in things
    found = _NUMBER.search(words)
    return found is not None and (found["before"] or "").casefold() in _NOBODYS


def said_to_be(after: str) -> str:
    """What the sentence says behind a number that it is: ``verification code``; empty for nothing so plain."""
    found = _SAID_TO_BE.match(after) or _SAID_TO_BE_UNSPACED.match(after)
    return found[found.lastindex or 0] if found else ""
