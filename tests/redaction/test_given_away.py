"""Whether a log gives away the ServerSecret or the AppSign of an app."""

import pytest

from zegoerr_gui.core.answer.redaction.given_away import given_away, given_away_in
from zegoerr_gui.core.log.source import MemorySource

SECRET, SIGN = "0f3a9c5b7d1e48628a4c6e0b2d9f1735", "0f3a9c5b7d1e48628a4c6e0b2d9f1735" * 2
PADDING = "2026-11-25 [info] signal connected, token refreshed\n" * 6_000  # more than two slices


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (f'{{"serverSecret":"{SECRET}"}}', ("ServerSecret",)),
        (f"ServerSecret = {SECRET}", ("ServerSecret",)),
        (f"服务器密钥：{SECRET}", ("ServerSecret",)),
        (f"generateToken04(1234567890, 'u1', '{SECRET}', 3600, '')", ("ServerSecret",)),
        (f'{{\\"appSign\\":\\"{SIGN}\\"}}', ("AppSign",)),
        (f"const appSign = '{SIGN}'", ("AppSign",)),
        (f"traceId {SECRET}", ()),
        ("the AppSign is wrong", ()),
    ],
)
@pytest.mark.parametrize("above", ["", PADDING, PADDING[: 128 * 1024 - 40]])
def test_a_line_that_gives_it_away_is_found_wherever_it_stands(line: str, names: tuple[str, ...], above: str) -> None:
    source = MemorySource(f"{above}{line}\n{PADDING}".encode(), "console.log")
    assert given_away_in(source) == names


def test_both_are_told() -> None:
    source = MemorySource(f"appSign={SIGN}\n{PADDING}serverSecret={SECRET}\n".encode(), "console.log")
    assert sorted(given_away_in(source)) == ["AppSign", "ServerSecret"]


def test_it_goes_on_in_steps_that_tell_how_far_they_are() -> None:
    shares = list(given_away(MemorySource(PADDING.encode() * 4, "console.log")))
    assert len(shares) > 5
    assert shares == sorted(shares)
    assert shares[-1] <= 1
