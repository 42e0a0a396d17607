"""Masks a case's secrets by stable labels: the same secret gets the same label, wherever and however it is written."""

import hashlib
import os
import re
from collections import Counter
from collections.abc import Collection, Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from zegoerr_gui.core.answer.redaction import private_keys
from zegoerr_gui.core.answer.redaction.found import (
    BEYOND,
    BEYOND_VALUE,
    CONTEXT,
    LONGEST,
    Found,
    Rule,
    Span,
    Text,
    folded,
)
from zegoerr_gui.core.answer.redaction.kinds import LABEL, Kind
from zegoerr_gui.core.answer.redaction.kinds import ON_REQUEST as KINDS_ON_REQUEST
from zegoerr_gui.core.answer.redaction.known import known_rules
from zegoerr_gui.core.answer.redaction.rules import ON_REQUEST, RULES
from zegoerr_gui.core.answer.redaction.search import Search, prepared
from zegoerr_gui.core.stepwise import finish

MOST_KEPT: Final = 100_000  # different secrets that are told apart
_SLICE: Final = 32 * 1024  # characters looked at together, some milliseconds of work
_RUN: Final = re.compile(r"(?:[^\s\"'<>;]|;\s?)*")  # the rest of a value, or of a list of cookies
_ESCAPE: Final = re.compile(r"\\+u([0-9a-f]{4})|%(?:25)*([0-9a-f]{2})|\\+(?=.)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Replacement:
    """A label in a masked text: where it stands, for what kind of secret, and where that stood in the original."""

    start: int
    end: int
    label: str
    kind: Kind
    origin: Span


@dataclass(frozen=True, slots=True)
class Masked:
    """A text without its secrets, and the labels that stand for them, in order."""

    text: str
    replacements: tuple[Replacement, ...]

    def part(self, start: int, end: int) -> "Masked":
        """What became of a part of the original; of a secret that lies in it by half, the label."""
        touched = [one for one in self.replacements if one.origin[0] < end and one.origin[1] > start]
        if not touched:
            shift = self._shift(start)
            return Masked(self.text[start + shift : end + shift], ())
        first, last = touched[0], touched[-1]
        begin = min(first.start, start + first.start - first.origin[0])
        stop = max(last.end, end + last.end - last.origin[1])
        moved = [replace(one, start=one.start - begin, end=one.end - begin) for one in touched]
        return Masked(self.text[begin:stop], tuple(moved))

    def _shift(self, place: int) -> int:
        """How much further a place outside of all secrets stands than in the original."""
        before = [one for one in self.replacements if one.origin[1] <= place]
        return before[-1].end - before[-1].origin[1] if before else 0

    @property
    def told(self) -> str:
        """``1 token, 2 client IPs``: what was masked, each secret counted once; empty for nothing."""
        kinds = {one.label: one.kind for one in self.replacements}
        return told(Counter(kinds.values()))


def told(counts: Mapping[Kind, int]) -> str:
    """How many secrets of each kind, in words."""
    return ", ".join(f"{count:,} {kind.one if count == 1 else kind.many}" for kind, count in counts.items() if count)


class Masking:
    """Holds the labels of one case. It keeps digests, not secrets, and of no more than ``MOST_KEPT``."""

    def __init__(self, also: Collection[str] = (), known: Mapping[str, Iterable[str]] | None = None) -> None:
        """``also`` names IDs to mask: app-id, room, user, stream; ``known`` gives values of them that the log tells."""
        rules: list[Rule] = [rule for rule in ON_REQUEST if rule.kind.name in also]
        for name in also:
            rules += known_rules(KINDS_ON_REQUEST[name], (known or {}).get(name, ()))
        self._rules = [*RULES, *rules]
        self._labels: dict[bytes, str] = {}
        self._numbers: Counter[Kind] = Counter()
        self._salt = os.urandom(16)  # the few addresses and numbers that there are cannot be tried out
        self.places = 0  # labels written so far

    @cached_property
    def _search(self) -> Search:
        """Made when something is masked for the first time: a log that is only read does not wait for it."""
        return Search(self._rules)

    @staticmethod
    def prepare() -> Iterator[float]:
        """Make everything ready that the first text to be masked would wait for, in small steps."""
        return prepared(RULES)

    def with_ids(self, also: Collection[str], known: Mapping[str, Iterable[str]]) -> "Masking":
        """The same labels for the same secrets, and IDs masked too."""
        other = Masking(also, known)
        other._labels, other._numbers, other._salt = self._labels, self._numbers, self._salt
        return other

    @property
    def counts(self) -> Mapping[Kind, int]:
        """Different secrets masked so far, by kind."""
        return self._numbers

    @property
    def must_be_replaced(self) -> list[str]:
        """What was found that gives away the customer's account: to be replaced, whatever else the answer is."""
        return [kind.one for kind in self._numbers if kind.must_be_replaced]

    def mask(self, text: str) -> Masked:
        """A text without its secrets."""
        return finish(self.steps(text))

    def steps(self, text: str) -> Generator[float, None, Masked]:
        """The same in steps of some milliseconds; yields the share done."""
        output = _Output()
        for _ in self._masked([text], output):
            yield min(1.0, output.read / max(1, len(text)))
        return Masked("".join(output.parts), tuple(output.replacements))

    def mask_pieces(self, pieces: Iterable[str]) -> Iterator[str]:
        """A text of any size without its secrets, in pieces; how it is cut into pieces changes nothing."""
        output = _Output()
        for _ in self._masked(pieces, output):
            yield "".join(output.parts)
            output.parts.clear()
            output.replacements.clear()

    def _masked(self, pieces: Iterable[str], output: "_Output") -> Iterator[None]:
        rest, at = "", 0  # what was looked at but not judged, behind its context
        for piece in pieces:
            for start in range(0, len(piece), _SLICE):
                rest += piece[start : start + _SLICE]
                if len(rest) - at >= BEYOND_VALUE + _SLICE:
                    text = folded(rest)
                    beyond = BEYOND_VALUE if text.folded.find(private_keys.SIGN, at) < 0 else BEYOND
                    at = self._go(text, at, max(at, len(rest) - beyond), output)
                    cut = max(0, at - CONTEXT)
                    rest, at = rest[cut:], at - cut
                    yield
        self._go(folded(rest), at, len(rest), output, last=True)
        yield

    def _go(self, text: Text, at: int, limit: int, output: "_Output", last: bool = False) -> int:
        """Mask what begins before ``limit``; returns where to go on."""
        at = output.skip(text, at)
        walk = self._search.walk(text, at)
        while (found := walk.next()) and (found.begin < limit or last):
            if not found.rule.holds(output.before(text.raw[at : found.begin]), text.folded[found.start : found.end]):
                walk.refuse(found)
                continue
            label = self._label(text, found)
            for start, end in found.spans:
                output.keep(text.raw[at:start])
                output.replace(label, found.rule.kind, end - start)
                self.places += 1
                at = end
            if found.end - found.start >= LONGEST:
                output.skipping = True
                at = output.skip(text, at)
            walk.go_on(at)
        behind = len(text.raw) if last else max(at, walk.first_begin(limit))
        output.keep(text.raw[at:behind])
        return behind

    def _label(self, text: Text, found: Found) -> str:
        kind = found.rule.kind
        group = kind.name if kind.on_request else ""  # a room and a user of one name are two things
        value = plain("".join(text.raw[start:end] for start, end in found.spans))
        told_by = f"{group}\0{value}".encode("utf-8", "surrogatepass")
        digest = hashlib.blake2b(told_by, digest_size=12, key=self._salt).digest()
        if digest not in self._labels:
            self._numbers[kind] += 1
            if len(self._labels) >= MOST_KEPT:
                return f"<{kind.name}>"
            self._labels[digest] = f"<{kind.name}-{self._numbers[kind]}>"
        return self._labels[digest]


class _Output:
    """What is written: its parts since they were last taken away, and its end, by which rules judge what follows."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.replacements: list[Replacement] = []
        self.skipping = False  # within a value too long to be looked at whole
        self.read = 0  # characters of the original
        self._length = 0
        self._tail = ""

    def keep(self, part: str) -> None:
        """Write a part of the text as it stands."""
        self.read += len(part)
        self._write(part)

    def replace(self, label: str, kind: Kind, count: int) -> None:
        """Write a label for so many characters."""
        origin = self.read, self.read + count
        self.replacements.append(Replacement(self._length, self._length + len(label), label, kind, origin))
        self.read += count
        self._write(label)

    def _write(self, part: str) -> None:
        self.parts.append(part)
        self._length += len(part)
        self._tail = (self._tail + part[-CONTEXT:])[-CONTEXT:]

    def before(self, part: str) -> str:
        """What stands before a place, were ``part`` written too: in small letters, without labels."""
        return LABEL.sub("\N{WHITE SQUARE}", (self._tail + part[-CONTEXT:])[-CONTEXT:].lower())

    def skip(self, text: Text, at: int) -> int:
        """Where the long value ends that is being skipped."""
        if self.skipping:
            end = _RUN.match(text.raw, at)
            assert end is not None  # it matches nothing too
            self.read += end.end() - at
            if self.replacements:  # the label stands for this too
                last = self.replacements[-1]
                self.replacements[-1] = replace(last, origin=(last.origin[0], self.read))
            at = end.end()
            self.skipping = at == len(text.raw)
        return at


def plain(value: str) -> str:
    """A value without escapes of JSON and addresses, as it is the same secret with them or without."""
    return _ESCAPE.sub(_unescaped, value).rstrip("=")


def _unescaped(escape: re.Match[str]) -> str:
    digits = escape[1] or escape[2]
    return chr(int(digits, 16)) if digits else ""
