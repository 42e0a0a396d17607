"""The lines of a log around a failure, masked before they are cut, so that no half of a secret is left."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from zegoerr_gui.core.log.visible import decode, visible
from zegoerr_gui.core.recognition.failures import Failure
from zegoerr_gui.core.recognition.scan import Scan

AROUND: Final = 1  # lines before and behind
MOST_LINES: Final = 12  # of one excerpt
MOST_EXCERPTS: Final = 8
LONGEST: Final = 400  # characters of a line
_READ: Final = 64 * 1024  # bytes of a line looked at

Mask = Callable[[str], str]
Span = tuple[int, int]  # first and last line, from 0


def spans(failures: Iterable[Failure], lines: int) -> list[Span]:
    """Which lines show these failures: the beginning of each, and the end of one that went on for long."""
    wanted: list[Span] = []
    for failure in failures:
        begin, end = max(0, failure.first_line - AROUND), min(lines - 1, failure.last_line + AROUND)
        if end - begin < MOST_LINES:
            wanted.append((begin, end))
        else:
            wanted += [(begin, begin + MOST_LINES // 2 - 1), (end - MOST_LINES // 2 + 1, end)]
    return list(_joined(sorted(wanted)))[:MOST_EXCERPTS]


def quoted(scan: Scan, span: Span, mask: Mask) -> str:
    """The lines of a span. Raises UnreadableLogError."""
    raw = [decode(scan.lines.head(line, _READ)) for line in range(span[0], span[1] + 1)]
    return "\n".join(map(_cut, map(visible, mask("\n".join(raw)).split("\n"))))


def _cut(line: str) -> str:
    return line if len(line) <= LONGEST else line[:LONGEST] + "…"


def _joined(wanted: Iterable[Span]) -> Iterator[Span]:
    """Spans that touch become one, as long as it does not become too long."""
    last: Span | None = None
    for span in wanted:
        if last is not None and span[0] <= last[1] + 1 and span[1] - last[0] < MOST_LINES:
            last = last[0], max(last[1], span[1])
            continue
        if last is not None:
            yield last
            span = (max(span[0], last[1] + 1), max(span[1], last[1] + 1)) if span[0] <= last[1] else span
        last = span
    if last is not None:
        yield last
