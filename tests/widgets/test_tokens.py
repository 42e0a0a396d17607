"""The table of contrasts (look guide, section 3), so that a new colour cannot break it."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

import pytest

from zegoerr_gui.widgets.tokens import DARK, LIGHT

TEXT: Final = 4.5
SHAPE: Final = 3.0
# A control's own border: below 3 on purpose, because its text or icon tells it as well.
CONTROL_BORDER: Final = 1.5


class Pair(NamedTuple):
    """A colour that is drawn on another one, and the least contrast ratio that it must keep."""

    foreground: str
    background: str
    minimum: float


PAIRS: Final[tuple[Pair, ...]] = (
    *(
        Pair(ink, ground, TEXT)
        for ink in ("text", "muted")
        for ground in ("base", "window", "alternate", "hover", "selection", "selection_inactive")
    ),
    Pair("text", "tint", TEXT),
    *(Pair("accent", ground, TEXT) for ground in ("base", "window", "alternate", "hover", "tint")),
    Pair("accent_hover", "base", TEXT),
    Pair("accent_hover", "tint", TEXT),
    Pair("accent_hover", "selection_inactive", TEXT),
    Pair("on_accent", "accent", TEXT),
    Pair("on_accent", "accent_hover", TEXT),
    *(Pair("failure", ground, TEXT) for ground in ("base", "alternate", "hover", "failure_bg", "selection")),
    *(Pair("degraded", ground, TEXT) for ground in ("base", "alternate", "hover", "degraded_bg")),
    *(Pair("warn", ground, TEXT) for ground in ("base", "hover", "selection", "selection_inactive")),
    *(Pair("retrying", ground, TEXT) for ground in ("base", "alternate", "hover")),
    *(Pair("ok", ground, TEXT) for ground in ("base", "alternate", "hover", "ok_bg")),
    Pair("info", "info_bg", TEXT),
    Pair("on_mark", "mark", TEXT),
    Pair("on_mark_selected", "mark_selected", TEXT),
    Pair("mark_line", "base", SHAPE),
    Pair("mark_line", "alternate", SHAPE),
    Pair("mark_line", "selection", SHAPE),
    Pair("mark_line", "selection_inactive", SHAPE),
    *(
        Pair(actor, ground, TEXT)
        for actor in ("developer", "network", "device", "support", "try-then-support", "wait")
        for ground in ("base", "selection")
    ),
    *(
        Pair(actor, "selection_inactive", SHAPE)
        for actor in ("developer", "network", "device", "support", "try-then-support", "wait", "nobody")
    ),
    Pair("redact", "redact_bg", TEXT),
    Pair("redact", "base", TEXT),
    *(Pair(value, "base", TEXT) for value in ("json_key", "json_string", "json_number")),
    Pair("faint", "base", SHAPE),
    Pair("faint", "alternate", SHAPE),
    Pair("border_strong", "base", CONTROL_BORDER),
)


def contrast(one: str, other: str) -> float:
    """The WCAG 2.1 contrast ratio of two colours written ``#RRGGBB``, from 1 to 21, whichever comes first."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


SCHEMES = {"light": LIGHT, "dark": DARK}

# foreground, background: the ratios that the look guide gives for light and dark
GUIDE = {
    ("text", "base"): (16.3, 13.3),
    ("muted", "selection"): (4.8, 4.7),
    ("accent", "tint"): (5.2, 5.6),
    ("on_accent", "accent"): (6.0, 7.6),
    ("on_mark", "mark"): (12.5, 7.4),
    ("mark_line", "base"): (5.2, 7.9),
    ("faint", "base"): (3.6, 3.9),
    ("border_strong", "base"): (1.7, 2.0),
}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.foreground} on {pair.background}")
def test_each_pair_keeps_its_contrast(scheme: str, pair: Pair) -> None:
    tokens: Mapping[str, str] = SCHEMES[scheme]
    assert contrast(tokens[pair.foreground], tokens[pair.background]) >= pair.minimum


def test_both_schemes_have_the_same_names() -> None:
    assert LIGHT.keys() == DARK.keys()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_colours_are_written_in_one_way(scheme: str) -> None:
    assert all(re.fullmatch("#[0-9A-F]{6}", colour) for colour in SCHEMES[scheme].values())


def test_the_extremes_of_contrast() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#2A5BD0", "#2A5BD0") == pytest.approx(1)


@pytest.mark.parametrize(("pair", "ratios"), GUIDE.items(), ids=str)
def test_the_ratios_of_the_guide(pair: tuple[str, str], ratios: tuple[float, float]) -> None:
    found = [contrast(tokens[pair[0]], tokens[pair[1]]) for tokens in (LIGHT, DARK)]
    assert found == pytest.approx(ratios, abs=0.06)


def test_only_a_controls_border_may_be_weaker_than_a_shape() -> None:
    assert {pair.foreground for pair in PAIRS if pair.minimum < SHAPE} == {"border_strong"}
    assert {pair.minimum for pair in PAIRS} == {TEXT, SHAPE, CONTROL_BORDER}
