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
_NOBODYS: Final = frozenset(("", "some", "another", "any", "same", "weird", "strange", "code", "error", "err"))
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


def names_numbers_owner(words: str) -> bool:
    """Whether a text ends in a number or a code that it says is something's: what follows is that."""
    if _NUMBERED.search(words) or _NAMED_CODE.search(words):
        return True
    if not words.isascii() and _NAMED_CODE_UNSPACED.search(words):
        return True
    found = _NUMBER_OF.search(words)
    return found is not None and found[1].casefold() not in PLAIN_WORDS


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
