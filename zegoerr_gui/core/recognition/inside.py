"""Whether a number is a part of something longer: of a word, a decimal, a path, a place in a stack.

Asked for every number, so each question begins with something cheap.
"""

import re
from typing import Final

from zegoerr_gui.core.recognition.features import Number
from zegoerr_gui.core.recognition.surroundings import NEAR, OF_PROCESS, OF_PROCESS_BEHIND

_INSIDE_BEFORE: Final = re.compile(
    r"(?<!\\)[A-Za-z_]$|\\[^ntrbfu\\\"]$|[0-9$€£¥₹〒@%/]$|[A-Za-z0-9][.+-]$|://\S*$|(?<!\S)!$|(?<![A-Za-z])[a-z]!$|\[[0-9]+:$"
    r"|(?<![A-Za-z])[A-Z]{1,6}:$|[×^]\s?$"
    r"|\w \+ $|[+*/%-]= ?$|[0-9a-f]\.\.$|^@@ -$|[0-9] \+$|(?<![\w.])\.$|[0-9]\.[0-9]+ ?\($"
)
_INSIDE_AFTER: Final = re.compile(
    r"^(?:(?!s(?!\w))[A-Za-z0-9_$€£¥%]|,[0-9]{3}(?![0-9])|[.:#-][0-9]|\.\.[0-9a-f]|\s\.{1,2}/|/(?!1[01][0-9]{5}(?![0-9]))[A-Za-z0-9]"
    r"|\.[A-Za-z_]|-(?!(?i:err|fehler|code|fail|meld|related|(?:[eaoöi]?t|[rt]?[aeoö]s?|[rtbn][aeóőáé][nlk]|nek|h[oeö]z|[vé][ae]?[lr]t?)\b))[A-Za-z_]"
    r"|\s?[=^]\s?[0-9]|\s?×\s?[0-9]{4}|\s?/ ?(?:limit )?[02-9][0-9]{4})"
)
_OBJECT: Final = re.compile(r"[a-z]\{$|\S \*$")  # Window{1103010 u0, nginx's *1102022 upstream
_OF_OBJECT: Final = re.compile(r"^ [a-z][^*\n]*$")
_NUMBER_SIGNS: Final = frozenset(("#", "№"))
_NUMBER_SIGN: Final = re.compile(r"[#№]\s?$")
_MAY_PRECEDE: Final = frozenset("×^+(=")
_STANDS_FREE: Final = frozenset((" ", "\t", '"', "'", "`", "(", "[", "{", "=", ",", ";", "|", ">", ":", "*", ""))
_CODE_AND_SLASH: Final = re.compile(r"(?<![0-9])1[01][0-9]{5}\s?/$")
_GLUED: Final = re.compile(r"(?<![A-Za-z])(?:err|error|errcode|errorcode|code)$", re.I)  # err1002036when
_ERROR_NUMBER: Final = re.compile(r"(?:err|fehler)[a-z]*[.:_-]$|(?:error|code|fehler|错误)\s*[#№]\s?$", re.I)
_TITLE: Final = re.compile(r"\s*#{2,6} ")  # of a chapter in Markdown; with one sign it could be an issue
_STACK_FRAME: Final = re.compile(
    r"(?:\.(?:[mc]?[jt]sx?|html?|vue|css|dart|java|kt|swift|mm?|c|cc|cpp|h|hpp|cs|go|rb|php|py|rs|log|txt|xml|ya?ml|conf|sql)"
    r"|\bVM\d+|<anonymous>)(?:[?#]\S*)?:\d*:?$|:\d+:$"
)


def _may_be_joined(before: str) -> bool:
    """Whether what stands before a number may be part of it: asked first, for it is cheap."""
    if before[-1:] == ":" and not before[-2:-1].islower():
        return True
    return before[-1:] not in _STANDS_FREE or "://" in before or not _MAY_PRECEDE.isdisjoint(before[-2:])


def is_inside_something(number: Number) -> bool:
    """Whether a number is part of a longer word or number."""
    before = number.raw_before[-NEAR:]
    if _GLUED.search(before):
        return False
    if number.listed and number.named_for_itself:
        return False
    if OF_PROCESS.search(before) and OF_PROCESS_BEHIND.match(number.raw_after):
        return True
    if _OBJECT.search(before):
        return _OF_OBJECT.match(number.raw_after) is not None
    if before[-1:] == "/" and _CODE_AND_SLASH.search(before):
        return _INSIDE_AFTER.match(number.raw_after) is not None
    if _may_be_joined(before) and _INSIDE_BEFORE.search(before) and not _ERROR_NUMBER.search(before):
        return True
    return _INSIDE_AFTER.match(number.raw_after) is not None


def is_numbered(number: Number) -> bool:
    """Whether a number sign stands before it, that of no error."""
    before = number.raw_before[-NEAR:]
    if before.rstrip()[-1:] not in _NUMBER_SIGNS or _NUMBER_SIGN.search(before) is None or _ERROR_NUMBER.search(before):
        return False
    return not (before[-2:] == "# " and _TITLE.fullmatch(number.raw_before))


def is_stack_column(number: Number) -> bool:
    """Whether it is a column in a frame of a stack."""
    return number.near[-1:] == ":" and number.near[-2:-1] not in _STANDS_FREE and bool(_STACK_FRAME.search(number.near))
