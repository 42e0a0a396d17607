"""The table of contrasts (look guide, section 3), so that a new colour cannot break it."""

import re
from collections.abc import Mapping

import pytest

from zegoerr_gui.widgets.tokens import CONTROL_BORDER, DARK, LIGHT, PAIRS, SHAPE, TEXT, Pair, contrast

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
