"""Divides texts into items: by list markers, within a line too, by lines, and steps by sentences. No word is lost."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

_MARKER: Final = re.compile(r"\s*(?:\d{1,2}[.)、．](?!\d)|[(（]\d{1,2}[)）]|[-•·●○▪–](?=\s)|[①-⑳])\s*")
_WITHIN: Final = re.compile(
    r"(?:(?<=^)|(?<=[\s.。:：;；,，)）]))(?:(\d{1,2})[.)、．](?![\d])|[(（](\d{1,2})[)）]|([①-⑳]))\s*"
)
_SENTENCE: Final = re.compile(
    r"(?<=[.!?])(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\betc\.)(?<!\bvs\.)(?<!\bNo\.)(?<![\s.]\d\.)\s+(?=[A-Z\"'\[(“\u4e00-\u9fff])"
    r"|(?<=[。！？])\s*(?!$)(?![」』”’)）])"
)
_ENDED: Final = re.compile(r"[.。!！?？:：;；)）\]】\"”'’…]\s*$")
_IMPERATIVE: Final = re.compile(
    r"\s*(?:please\b|(?:check|use|call|contact|try|make sure|ensure|confirm|verify|wait|retry|set|pass|enter|switch|"
    r"upgrade|update|reduce|log in|log out|initialize|create|enable|disable|go to|refer to|see|do not|avoid|generate|"
    r"specify|change|replace|reinstall|restart|upload|submit|provide|send|adjust|control|modify|configure|select)\b)"
    r"|\s*(?:请|建议|可以?尝试|尝试|检查|确认|确保|联系|重试|升级|更换|调用|如需|若需|若确实|避免)",
    re.I,
)


@dataclass(slots=True)
class Items:
    """Items of a text, and what was found in dividing it: line, kind and words of oddities."""

    items: list[str] = field(default_factory=list)
    oddities: list[tuple[int, str, str]] = field(default_factory=list)


def items_of(texts: Sequence[tuple[int, str]], *, sentences: bool) -> Items:
    """The items of texts, each with its line; ``sentences`` of an item without a list become items of their own."""
    found = Items()
    lines = _joined(texts, found)
    listed = [line for line, marker, _ in lines if marker is not None]
    if len(listed) > 1:
        found.oddities.append((listed[0], "list", f"A list of {len(listed)} items was divided"))
    for line, marker, text in lines:
        parts = _divided(text)
        if len(parts) > 1:
            found.oddities.append((line, "inline list", "A list within a line was divided"))
        for part in parts:
            whole = not sentences or marker is not None or len(parts) > 1
            found.items += [part] if whole else list(sentences_of(part))
    found.items = _with_what_they_open(found.items)
    return found


def _joined(texts: Sequence[tuple[int, str]], found: Items) -> list[tuple[int, str | None, str]]:
    """The lines, each with its list marker or None; a line that goes on a sentence is joined to the one before."""
    lines: list[tuple[int, str | None, str]] = []
    for line, text in texts:
        marker = _MARKER.match(text) if len(_divided(text)) == 1 else None
        if marker and text[marker.end() :].strip():
            lines.append((line, marker[0].strip(), text[marker.end() :].strip()))
        elif lines and text[:1].islower() and not _ENDED.search(lines[-1][2]):
            first, mark, before = lines[-1]
            lines[-1] = first, mark, f"{before} {text.strip()}"
            words = f"The sentence breaks between {_end_of(before)!r} and {text.strip()[:20]!r}: a value may be lost"
            found.oddities.append((line, "broken sentence", words))
        elif text.strip():
            lines.append((line, None, text.strip()))
    return lines


def _end_of(text: str) -> str:
    return text[-20:].partition(" ")[2] or text[-20:]


def _divided(line: str) -> list[str]:
    """The items of a list within a line; what stands before its first item stays with that."""
    places: list[tuple[int, int]] = []
    for match in _WITHIN.finditer(line):
        number = int(match[1] or match[2]) if match[1] or match[2] else ord(match[3]) - ord("①") + 1
        if number == len(places) + 1:
            places.append((match.start(), match.end()))
    if len(places) < 2:
        return [line]
    ends = [start for start, _ in places[1:]] + [len(line)]
    items = [line[begin:end].strip() for (_, begin), end in zip(places, ends, strict=True)]
    if not all(items):
        return [line]
    before = list(sentences_of(line[: places[0][0]]))
    if before and not _ENDED.search(before[-1]):
        items[0] = f"{before.pop()} {items[0]}"
    return [*before, *items]


def _with_what_they_open(items: list[str]) -> list[str]:
    """An item that ends in a colon belongs to the one it opens."""
    joined: list[str] = []
    for item in items:
        if joined and joined[-1].endswith((":", "：")):
            joined[-1] = f"{joined[-1]} {item}"
        else:
            joined.append(item)
    return joined


def sentences_of(text: str) -> Iterator[str]:
    """The sentences of a text."""
    yield from (part.strip() for part in _SENTENCE.split(text) if part and part.strip())


def is_advice(sentence: str) -> bool:
    """Whether a sentence tells somebody to do something."""
    return _IMPERATIVE.match(sentence) is not None
