"""The failures of a log over time as a small drawing: an SVG without scripts, styles or anything to load.

Colours come from classes that the report's style sheet knows; each sign also has a shape of its own and a text.
"""

from collections.abc import Sequence
from html import escape
from typing import Final

from zegoerr_gui.core.answer.situation import Standing, Told
from zegoerr_gui.core.answer.telling import Teller
from zegoerr_gui.core.recognition.times import UNKNOWN

_WIDTH: Final = 960
_HEIGHT: Final = 64
_MARGIN: Final = 16
_AXIS: Final = 34  # from the top
_SIZE: Final = 7  # half of a sign
_NEAREST: Final = 16  # signs nearer than this become one, with a count
_WEIGHT: Final[dict[Standing, int]] = {
    "failed": 5,
    "retrying": 4,
    "retried": 3,
    "unknown": 2,
    "worked-later": 1,
    "recovered": 0,
}


def timeline_svg(teller: Teller) -> str:
    """The drawing; by lines where a failure has no time; nothing where there is no failure."""
    told = teller.situation.failures
    if not told:
        return ""
    timed = all(one.failure.first_moment != UNKNOWN for one in told)
    context = teller.situation.results.context
    begin, end = (context.first_moment, context.last_moment) if timed else (0, teller.situation.results.lines - 1)
    labels = (teller.moment(begin), teller.moment(end)) if timed else ("1", f"{end + 1:,}")
    signs = []
    for place, group in _grouped(told, timed, begin, end):
        signs.append(_sign(place, group, teller))
    axis = f'<line class="axis" x1="{_MARGIN}" y1="{_AXIS}" x2="{_WIDTH - _MARGIN}" y2="{_AXIS}"/>'
    bottom = _HEIGHT - 6
    texts = (
        f'<text class="label" x="{_MARGIN}" y="{bottom}">{escape(labels[0])}</text>'
        f'<text class="label" x="{_WIDTH - _MARGIN}" y="{bottom}" text-anchor="end">{escape(labels[1])}</text>'
    )
    title = escape(teller.words.say("report.timeline", count=f"{len(told):,}", begin=labels[0], end=labels[1]))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{title}">'
        f"{axis}{''.join(signs)}{texts}</svg>"
    )


def _grouped(told: Sequence[Told], timed: bool, begin: int, end: int) -> list[tuple[float, list[Told]]]:
    groups: list[tuple[float, list[Told]]] = []
    span = max(1, end - begin)
    for one in told:
        value = one.failure.first_moment if timed else one.failure.first_line
        share = min(1.0, max(0.0, (value - begin) / span))
        place = _MARGIN + _SIZE + share * (_WIDTH - 2 * (_MARGIN + _SIZE))
        if groups and abs(place - groups[-1][0]) < _NEAREST:
            groups[-1][1].append(one)
        else:
            groups.append((place, [one]))
    return groups


def _sign(x: float, group: Sequence[Told], teller: Teller) -> str:
    worst = max(group, key=lambda one: _WEIGHT[one.standing])
    names = [f"{one.failure.code}{teller.place(one.failure, short=True)}" for one in group[:5]]
    title = escape("; ".join(names) + ("; …" if len(group) > len(names) else ""))
    count = f'<text class="count" x="{x:.1f}" y="{_AXIS - 13}" text-anchor="middle">{len(group)}</text>'
    return f"<g><title>{title}</title>{_shape(x, worst.standing)}{count if len(group) > 1 else ''}</g>"


def _shape(x: float, standing: Standing) -> str:
    """A filled diamond for what failed, a ring for what was retried, a small grey ring, a tick for what recovered."""
    if standing == "failed":
        points = f"{x:.1f},{_AXIS - _SIZE} {x + _SIZE:.1f},{_AXIS} {x:.1f},{_AXIS + _SIZE} {x - _SIZE:.1f},{_AXIS}"
        return f'<polygon class="failed" points="{points}"/>'
    if standing in ("retrying", "retried"):
        return f'<circle class="retrying" cx="{x:.1f}" cy="{_AXIS}" r="{_SIZE - 1}"/>'
    if standing == "unknown":
        return f'<circle class="unknown" cx="{x:.1f}" cy="{_AXIS}" r="{_SIZE - 2}"/>'
    tick = f"{x - 5:.1f},{_AXIS - 1} {x - 1.5:.1f},{_AXIS + 4} {x + 6:.1f},{_AXIS - 6}"
    return f'<polyline class="recovered" points="{tick}"/>'
