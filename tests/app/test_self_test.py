"""A copy of the program that tries itself."""

from pathlib import Path

import pytest

from zegoerr_gui import places
from zegoerr_gui.app import self_test as trying
from zegoerr_gui.cli import main


@pytest.fixture(autouse=True)
def few_repaints(monkeypatch: pytest.MonkeyPatch, kept_excepthook: None) -> None:
    monkeypatch.setattr(trying, "REPAINTS", 20)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")


def rows(printed: str) -> dict[str, tuple[str, str]]:
    """By what was tried: whether it is as it must be, and what was found."""
    parts = [line.split(maxsplit=1) for line in printed.splitlines()]
    return {rest[:12].strip(): (word, rest[12:]) for word, rest in parts}


def test_a_whole_copy_says_what_it_found(capsys: pytest.CaptureFixture[str], make_theme: object) -> None:
    assert main(["--self-test"]) == 0
    found = rows(capsys.readouterr().out)
    assert {word for word, _ in found.values()} == {"ok"}
    assert found["Catalogue"][1].endswith("codes, 0 faults")
    assert found["Sample log"][1].startswith("198 lines, ")
    assert found["Repaints"][1].startswith("20, ")


def test_what_is_missing_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, make_theme: object
) -> None:
    for place in ("catalogue_folder", "templates_folder", "sample_log", "app_icon"):
        monkeypatch.setattr(places, place, lambda: tmp_path / "gone")
    assert main(["--self-test"]) == 1
    found = rows(capsys.readouterr().out)
    assert {row for row, (word, _) in found.items() if word == "BAD"} == {
        "Catalogue",
        "Templates",
        "Sample log",
        "Icon",
    }
