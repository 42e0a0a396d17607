"""Lines taken from a log, masked in the light of what stands round them: a secret may begin above and end below."""

from collections.abc import Generator, Iterable, Iterator
from typing import Final, NamedTuple

from zegoerr_gui.core.answer.redaction.masking import Masked, Masking
from zegoerr_gui.core.log.lines import LogLines
from zegoerr_gui.core.log.source import UnreadableLogError

ROUND: Final = 2048  # bytes above and below that are looked at too


class Excerpt(NamedTuple):
    """Lines without their secrets: their text, how many lines, what was masked in words."""

    text: str
    lines: int
    told: str


def masked_excerpt(
    masking: Masking, lines: LogLines, chosen: Iterable[int], most: int
) -> Generator[float, None, Excerpt]:
    """The chosen lines, ascending, up to ``most`` bytes of them. Yields the share of these done."""
    parts: list[Masked] = []
    size = count = 0
    for first, last, data in _runs(lines, chosen, most):
        above, text = text_above(lines, first), data.decode("utf-8", "replace")
        steps = masking.steps(above + text + text_below(lines, last))
        while True:
            try:
                yield min(1.0, (size + next(steps) * len(data)) / most)
            except StopIteration as end:
                parts.append(end.value.part(len(above), len(above) + len(text)))
                break
        size += len(data)
        count += data.count(b"\n") + 1
    replacements = tuple(one for part in parts for one in part.replacements)
    return Excerpt("\n".join(part.text for part in parts), count, Masked("", replacements).told)


def text_above(lines: LogLines, line: int) -> str:
    """The end of what stands above a line, with its line break."""
    try:
        start, _ = lines.span(line)
        begin = max(0, start - ROUND)
        return lines.source.read(begin, start - begin).decode("utf-8", "replace")
    except (IndexError, UnreadableLogError):  # cut off while it was open
        return ""


def text_below(lines: LogLines, line: int) -> str:
    """The beginning of what stands below a line, with the line break before it."""
    try:
        _, end = lines.span(line)
        return lines.source.read(end, ROUND).decode("utf-8", "replace")
    except (IndexError, UnreadableLogError):
        return ""


def _runs(lines: LogLines, chosen: Iterable[int], most: int) -> Iterator[tuple[int, int, bytes]]:
    """Lines that follow one another, together; with the first and the last of them."""
    first = last = -1
    run: list[bytes] = []
    for line in chosen:
        if most <= 0:
            break
        try:
            data = lines.head(line, most)
        except UnreadableLogError:  # what is left is copied
            break
        if run and line != last + 1:
            yield first, last, b"\n".join(run)
            run = []
        first = first if run else line
        run.append(data)
        last = line
        most -= len(data)
    if run:
        yield first, last, b"\n".join(run)
