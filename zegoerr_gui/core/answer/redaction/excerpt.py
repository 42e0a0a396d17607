"""Lines taken from a log, masked in the light of what stands round them: a secret may begin above and end below."""

from collections.abc import Generator, Iterable, Iterator
from functools import partial
from typing import Final, NamedTuple

from zegoerr_gui.core.answer.redaction.masking import Masked, Masking
from zegoerr_gui.core.log.lines import LogLines
from zegoerr_gui.core.log.source import UnreadableLogError
from zegoerr_gui.core.stepwise import through

ROUND: Final = 2048  # bytes above and below that are looked at too


class Excerpt(NamedTuple):
    """Lines without their secrets: their text, how many lines, what was masked in words."""

    text: str
    lines: int
    told: str


def stretches(lines: LogLines, spans: Iterable[tuple[int, int]], most: int) -> Iterator[tuple[int, int, bytes]]:
    """The bytes of stretches of lines, from the first to the last of each, up to ``most`` of them.

    With the first and the last line that are there: what was cut off while it was open is left out, a line that is cut
    by ``most`` too, unless it is the only one.
    """
    for first, last in spans:
        if most <= 0:
            return
        try:
            data = lines.stretch(first, last, most)
        except UnreadableLogError:
            return
        if len(data) >= most and b"\n" in data:
            data = data[: data.rindex(b"\n")]
            most = 0
        most -= len(data) + 1
        data = data.replace(b"\r\n", b"\n")
        yield first, first + data.count(b"\n"), data


def masked_excerpt(
    masking: Masking, lines: LogLines, spans: Iterable[tuple[int, int]], most: int
) -> Generator[float, None, Excerpt]:
    """Stretches of lines, first and last of each, ascending, up to ``most`` bytes. Yields the share of these done."""
    parts: list[Masked] = []
    size = count = 0
    for first, last, data in stretches(lines, spans, most):
        above, text = text_above(lines, first), data.decode("utf-8", "replace")
        share_of = partial(_share_of_all, before=size, this=len(data), most=most)
        masked = yield from through(masking.steps(above + text + text_below(lines, last)), share_of)
        parts.append(masked.part(len(above), len(above) + len(text)))
        size += len(data)
        count += last - first + 1
    replacements = tuple(one for part in parts for one in part.replacements)
    return Excerpt("\n".join(part.text for part in parts), count, Masked("", replacements).told)


def _share_of_all(share: float, before: int, this: int, most: int) -> float:
    return min(1.0, (before + share * this) / most)


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
