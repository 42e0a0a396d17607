"""Lines taken from a log, masked in the light of what stands above them: a secret may begin there."""

from collections.abc import Generator, Iterable, Iterator
from typing import Final, NamedTuple

from zegoerr_gui.core.answer.redaction.masking import Masked, Masking
from zegoerr_gui.core.log.lines import LogLines
from zegoerr_gui.core.log.source import UnreadableLogError

ABOVE: Final = 2048  # bytes above the first line that decide with it


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
    for first, data in _runs(lines, chosen, most):
        above, text = text_above(lines, first), data.decode("utf-8", "replace")
        steps = masking.steps(above + text)
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
        begin = max(0, start - ABOVE)
        return lines.source.read(begin, start - begin).decode("utf-8", "replace")
    except (IndexError, UnreadableLogError):  # cut off while it was open
        return ""


def _runs(lines: LogLines, chosen: Iterable[int], most: int) -> Iterator[tuple[int, bytes]]:
    """Lines that follow one another, together; with the first of them."""
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
            yield first, b"\n".join(run)
            run = []
        first = first if run else line
        run.append(data)
        last = line
        most -= len(data)
    if run:
        yield first, b"\n".join(run)
