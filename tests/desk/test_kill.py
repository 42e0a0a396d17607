"""A program that is killed in the middle of writing has lost nothing that it confirmed."""

from pathlib import Path

from tests.desk.kill_loop import rounds


def test_kill_9_loses_nothing_that_was_confirmed(tmp_path: Path) -> None:
    assert rounds(tmp_path, 4) >= 4
