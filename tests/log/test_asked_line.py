"""What a typed number of a line means, and what is said of one that means none."""

import pytest

from zegoerr_gui.core.log.asked_line import AskedLineError, asked_number


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("1", 0),
        (" 69 ", 68),
        ("0007", 6),
        ("1,234", 1_233),
        ("1.234", 1_233),
        ("1 234", 1_233),
        ("line 69", 68),
        ("#69:", 68),
        ("2000", 1_999),
    ],
)
def test_a_number_is_a_line(typed: str, line: int) -> None:
    assert asked_number(typed, 2_000) == line


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Type the number of a line, from 1 to 2,000."),
        ("abc", "Type the number of a line, from 1 to 2,000."),
        ("-5", "Type the number of a line, from 1 to 2,000."),
        ("10:32", "Type the number of a line, from 1 to 2,000."),
        ("0", "Lines count from 1."),
        ("2001", "The log has 2,000 lines."),
        ("9" * 5_000, "The log has 2,000 lines."),
    ],
)
def test_what_is_no_line_is_told(typed: str, said: str) -> None:
    with pytest.raises(AskedLineError) as told:
        asked_number(typed, 2_000)
    assert str(told.value) == said
