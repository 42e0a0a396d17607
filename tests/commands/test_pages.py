"""``catalogue import`` and ``catalogue diff``: what they print, and their exit codes."""

import json
from pathlib import Path

import pytest

from zegoerr_gui import cli, places

DONE, NO, WRONG_USE, UNREADABLE = range(4)
PAGE = (
    "Kitchen errors\n\nError code\tDescription\tSolution\n1001001\tThe stove is cold.\tLight it.\n1001002\tNo gas.\t-\n"
)


def ran(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    try:
        code = cli.main(["catalogue", *words])
    except SystemExit as end:
        code = int(end.code or 0)
    return code, *capsys.readouterr()


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_a_page_is_imported_and_reported(capsys: pytest.CaptureFixture[str], page: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    code, out, err = ran(capsys, "import", str(page), "-o", str(folder))
    assert (code, err) == (DONE, f"zegoerr: 2 entries written to {folder}, 0 oddities\n")
    assert out == (
        "page.txt: text copied from a browser, utf-8\n"
        "Title: Kitchen errors\n"
        "Date: the page has none\n"
        "\n"
        "2 entries in 1 family:\n"
        "  Kitchen errors (1001): 2 codes, heading in line 1\n"
        "\n"
        "Nothing odd.\n"
        "\n"
        "Guessed from the words, not said by the page: who moves first (1 developer, 1 try-then-support), "
        "and the severity.\n"
        "\n"
        "Of 8 lines and cells: 1 column titles, 6 entry, 1 heading.\n"
        "Of 5 lines: 4 used, 0 left out, 1 without text.\n"
    )
    assert ran(capsys, "check", str(folder))[0] == DONE
    page.write_text(PAGE.replace("cold", "hot"), encoding="utf-8")
    code, out, err = ran(capsys, "import", str(page), "-o", str(folder), "--format", "json")
    assert json.loads(out)["entries"] == 2
    assert err.endswith("zegoerr: since the earlier import: 0 new, 0 gone, 1 changed, 1 the same\n")


def test_packs_and_pages_are_compared(capsys: pytest.CaptureFixture[str], page: Path, tmp_path: Path) -> None:
    ran(capsys, "import", str(page), "-o", str(tmp_path / "pack"))
    assert ran(capsys, "diff", str(tmp_path / "pack"), str(page))[0] == DONE
    page.write_text(PAGE.replace("cold", "hot"), encoding="utf-8")
    code, out, _ = ran(capsys, "diff", str(tmp_path / "pack"), str(page))
    assert code == NO
    assert "description: The stove is [-cold-]{+hot+}" in out
    code, out, _ = ran(capsys, "diff", str(page), "--format", "json")
    assert (code, json.loads(out)["counts"]["new"]) == (NO, 2)
    assert "# " in ran(capsys, "diff", str(page), "--format", "markdown")[1]
    shipped = str(places.catalogue_folder())
    assert ran(capsys, "diff", shipped, shipped)[0] == DONE


def test_what_cannot_be_read_or_written_is_one_sentence(
    capsys: pytest.CaptureFixture[str], page: Path, tmp_path: Path
) -> None:
    full = tmp_path / "full"
    full.mkdir()
    (full / "mine.txt").write_text("mine")
    for words in (
        ["import", str(tmp_path / "no.txt"), "-o", str(tmp_path / "pack")],
        ["import", str(page), "-o", str(full)],
        ["diff", str(full), str(page)],
        ["diff", str(page), str(tmp_path / "no.txt")],
        ["import", "a\0b", "-o", str(tmp_path / "pack")],
        ["import", str(page), "-o", "a\0b"],
    ):
        code, out, err = ran(capsys, *words)
        assert (code, out) == (UNREADABLE, "")
        assert err.startswith("zegoerr: ")
        assert err.count("\n") == 1
    for words in (["import", str(page)], ["diff"], ["import", str(page), "-o", "x", "--platform", "phone"]):
        assert ran(capsys, *words)[0] == WRONG_USE
