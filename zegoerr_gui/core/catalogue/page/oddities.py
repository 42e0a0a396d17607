"""What a page has lost or contradicts in one entry, as far as a program can see it."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from zegoerr_gui.core.catalogue.page.report import Oddity
from zegoerr_gui.core.catalogue.page.rows import Found, Said

_PAIRS: Final = {"(": ")", "[": "]", "{": "}", "（": "）", "【": "】", "“": "”"}
_OPEN_END: Final = re.compile(r"(?:\.\.\.|…|[,，、=:：(（\[{])\s*$")
_EMPTY_QUOTES: Final = re.compile(r"(?:[\"'][^\"'\s]{1,3}[\"']\s*[,、，]\s*)?(?:''|\"\"|‘’|“”)(?=\s*[,、，.。])")
_SIGNS_AROUND: Final = re.compile(r"[\"'][^\w\s\"'][\"']")
_UNREADABLE: Final = re.compile("[\ufffd\ue000-\uf8ff]")
_ELSEWHERE: Final = re.compile(
    r"\b(?:[Rr]efer to|[Ss]ee also|[Ss]ee)\s+(?:[\w ]{0,40}?\bin\s+)?((?:[A-Z][\w-]*\s?){2,6})"
    r"|(?:参考|参见|详见|请见|请看)\s*[「『《“]?([^，。；;\s「」『』《》“”]{2,30})"
)
_PUBLISHING: Final = re.compile(r"\bpublish|推流", re.I)
_PLAYING: Final = re.compile(r"\bplaying\b|\bplay the|拉流", re.I)
_SIDES: Final = ((_PUBLISHING, _PLAYING, "publishing", "playing"), (_PLAYING, _PUBLISHING, "playing", "publishing"))
_BOTH: Final = re.compile(
    r"publishing\s*(?:/|and|or)\s*playing|playing\s*(?:/|and|or)\s*publishing|推[/和、或]?拉流", re.I
)
_NOT_BY: Final = re.compile(
    r"\b(?:is |are )?not (?:thrown|returned|reported|called back) (?:through|by|in|via)\b"
    r"|不会?通过.{0,20}(?:抛出|回调|返回)",
    re.I,
)
_VERSION: Final = re.compile(
    r"\b(?:versions?|before|since|prior to)\b[^.]{0,20}\d+\.\d+"
    r"|\d+\.\d+(?:\.\d+)?\s*(?:及?以[前后上下]|之前|之后|版本)",
    re.I,
)
_UNKNOWN: Final = re.compile(r"\bunknown\b|未知", re.I)


def odd_in(found: Found, expects_advice: bool) -> Iterator[Oddity]:
    """What is odd in one row; ``expects_advice`` says that the rows around it end with advice."""
    roles = {said.role for said in found.said if said.text}
    for said in found.said:
        if not said.text and said.role not in roles:
            yield Oddity(said.line, "cut off", found.code, f"Nothing stands behind the label of the {said.role}")
    for said in found.said:
        yield from _odd_in_text(found.code, said)
        if (end := _cut_off(said.text, last=said is found.said[-1])) is not None:
            yield Oddity(said.line, "cut off", found.code, f"The text is cut off: {end}: …{said.text[-40:]}")
    if found.labelled and expects_advice and "step" not in roles:
        last = max((said.line for said in found.said), default=found.line)
        yield Oddity(
            last, "no advice", found.code, "The entry has no advice, though those around it have: it may be cut off"
        )
    described = " ".join(said.text for said in found.said if said.role == "description")
    caused = " ".join(said.text for said in found.said if said.role == "cause")
    if _UNKNOWN.search(caused) and not _UNKNOWN.search(described) and re.search(r"network|网络", described, re.I):
        words = "The description names the network, the cause says unknown"
        yield Oddity(found.line, "contradiction", found.code, words)
    for said in found.said if not found.links else ():
        if lost := _lost_links(said.text):
            links = "A link to another page is lost" if len(lost) == 1 else f"{len(lost)} links to other pages are lost"
            yield Oddity(said.line, "lost link", found.code, f"{links}: {', '.join(map(repr, lost))}")


def _odd_in_text(code: int, said: Said) -> Iterator[Oddity]:
    text = said.text
    if _SIGNS_AROUND.search(text) and (gaps := _EMPTY_QUOTES.findall(text)):
        times = f"{len(gaps)} characters are" if len(gaps) > 1 else "A character is"
        yield Oddity(
            said.line, "lost character", code, f"{times} missing between quotation marks, at: {' … '.join(gaps)}"
        )
    if bad := _UNREADABLE.findall(text):
        yield Oddity(said.line, "unreadable character", code, f"{len(bad)} characters cannot be read: {text[:60]}")
    if "://" in text:
        yield Oddity(said.line, "link kept", code, "The text has an address in it, kept as a link too")
    if _NOT_BY.search(text):
        yield Oddity(said.line, "way of arrival", code, "The entry says of itself which way it does not arrive")
    if said.role == "note" and _VERSION.search(text):
        yield Oddity(said.line, "version", code, "A note says that the meaning depends on the version")


def _cut_off(text: str, last: bool) -> str | None:
    """How one sees that a text is cut off; a colon opens a list, if anything follows."""
    if sign := _never_closed(text):
        return f"{sign!r} is opened and never closed"
    return "it ends in the middle" if _OPEN_END.search(text) and (last or text[-1] not in ":：") else None


def _never_closed(text: str) -> str:
    """The bracket that is opened and not closed; empty where there is none. A list of single signs has none."""
    open_: list[str] = []
    plain = re.sub(r"[\"'‘“].{1,2}?[\"'’”]", "", text)
    for sign in plain:
        if sign in _PAIRS:
            open_.append(sign)
        elif open_ and sign in _PAIRS.values() and _PAIRS[open_[-1]] == sign:
            open_.pop()
    return open_[0] if open_ else ""


def _lost_links(text: str) -> list[str]:
    if "://" in text:
        return []
    return [(match[1] or match[2]).strip() for match in _ELSEWHERE.finditer(text)]


def odd_sides(section: Sequence[Found]) -> Iterator[Oddity]:
    """Codes of publishing that speak of playing, or the other way round, in a section that is of one of the two."""
    texts = [(found, _BOTH.sub("", _meaning(found))) for found in section]
    for own, other, one, contrary in _SIDES:
        mine = sum(own.search(text) is not None for _, text in texts)
        theirs = [found for found, text in texts if other.search(text)]
        if mine >= 3 and mine > 3 * len(theirs):
            for found in theirs:
                words = f"A code among those of {one} speaks of {contrary}"
                yield Oddity(found.line, "other side", found.code, words)


def _meaning(found: Found) -> str:
    return " ".join(said.text for said in found.said if said.role in ("description", "cause"))
