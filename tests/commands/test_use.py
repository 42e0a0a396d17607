"""How commands are called: exit codes, and one line on standard error."""

import argparse
import re
from pathlib import Path

import pytest

from tests.commands.promised import DONE, LOG, NO, NOTHING, UNREADABLE, WRONG_USE
from tests.conftest import MakeLog
from tests.running import Run, one_line
from zegoerr_gui import __version__, cli
from zegoerr_gui.commands import window
from zegoerr_gui.commands.output import Done

ENDS = [
    (["lookup", "1103061"], DONE),
    (["lookup", "0", "1103061"], DONE),
    (["lookup", "1002999"], NO),
    (["lookup", "1103061", "9999999"], NO),
    (["lookup", "1002999", "--format", "json"], NO),
    (["search", "camera"], DONE),
    (["search", "token", "expired"], DONE),
    (["search", "no-such-word-anywhere"], NO),
    (["search", "no-such-word-anywhere", "--format", "json"], NO),
    (["scan", "{log}"], DONE),
    (["scan", "{log}", "--format", "json", "--min-evidence", "certain", "--all"], DONE),
    (["scan", "{nothing}"], NO),
    (["scan", "{nothing}", "--format", "json"], NO),
    (["scan", "{missing}"], UNREADABLE),
    (["scan", "{missing}", "--format", "json"], UNREADABLE),
    (["scan", "{folder}"], UNREADABLE),
    (["scan", ""], UNREADABLE),
    (["scan", "a\0b"], UNREADABLE),
    (["scan", "two\nlines.log"], UNREADABLE),
    (["scan", "\ud800"], UNREADABLE),
    (["catalogue", "check"], DONE),
    (["catalogue", "check", "{missing}"], UNREADABLE),
    (["catalogue", "check", "a\0b"], UNREADABLE),
    (["catalogue", "check", "{folder}"], NO),
    (["lookup"], WRONG_USE),
    (["lookup", "word"], WRONG_USE),
    (["lookup", "-5"], NO),
    (["lookup", "12345678901"], WRONG_USE),
    (["lookup", "１１０３０６１"], WRONG_USE),
    (["lookup", "1103061", "--format", "xml"], WRONG_USE),
    (["lookup", "1103061", "--colour"], WRONG_USE),
    (["lookup", "1103061", "--two\nlines"], WRONG_USE),
    (["search"], WRONG_USE),
    (["scan"], WRONG_USE),
    (["scan", "{log}", "{log}"], WRONG_USE),
    (["--screenshot", "{log}", "{log}"], WRONG_USE),
    (["scan", "{log}", "--min-evidence", "sure"], WRONG_USE),
    (["catalogue"], WRONG_USE),
    (["catalogue", "mend"], WRONG_USE),
    (["--size", "big"], WRONG_USE),
    (["--scale", "9"], WRONG_USE),
    (["--size", "900x600"], WRONG_USE),
    (["--scale", "2"], WRONG_USE),
    (["--screenshot", "a.png", "--size", "8000x8000", "--scale", "3"], WRONG_USE),
    (["--line", "7"], WRONG_USE),
    (["--encoding", "gb18030"], WRONG_USE),
    (["search", "in:log"], WRONG_USE),
    (["scan", "{log}", "--member", "a.log"], UNREADABLE),
    (["--code", "word"], WRONG_USE),
    (["--line", "0"], WRONG_USE),
    (["--theme", "pink"], WRONG_USE),
    (["--colour"], WRONG_USE),
]


@pytest.mark.parametrize(("words", "code"), ENDS, ids=[repr(" ".join(words)) for words, _ in ENDS])
def test_a_command_ends_with_its_code_and_says_why_in_one_line(
    run: Run, make_log: MakeLog, tmp_path: Path, words: list[str], code: int
) -> None:
    places_of = {
        "log": make_log(LOG),
        "nothing": make_log(NOTHING, "nothing.log"),
        "missing": tmp_path / "missing",
        "folder": tmp_path,
    }
    ran = run(*(word.format(**places_of) for word in words))
    assert ran.code == code
    if code == DONE:
        assert ran.err == ""
        assert ran.out
    else:
        assert re.match(r"zegoerr(-gui)?[ a-z]*: \S", one_line(ran.err))
    if code == WRONG_USE and words[0] != "search":
        assert "--help" in ran.err


def test_each_code_that_is_missing_is_told_in_a_line_of_its_own(run: Run) -> None:
    ran = run("lookup", "1002998", "1103061", "9999999")
    assert ran.err.splitlines() == [
        "zegoerr: 1002998 is not in the catalogue; the nearest codes are 1002099, 1002098, 1002086",
        "zegoerr: 9999999 is not in the catalogue",
    ]
    assert ran.out.startswith("1103061 ")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["catalogue", "check", "--colour"], "zegoerr catalogue check: unrecognized arguments: --colour. Try: "),
        (["--colour"], "zegoerr-gui: unrecognized arguments: --colour. Try: "),
    ],
)
def test_what_a_command_does_not_know_is_told_with_the_help_of_that_command(
    run: Run, words: list[str], said: str
) -> None:
    assert run(*words) == (WRONG_USE, "", f"{said}{said.partition(':')[0]} --help\n")


@pytest.mark.parametrize("words", [["--help"], ["lookup", "--help"], ["scan", "-h"], ["catalogue", "check", "--help"]])
def test_help_is_answered(run: Run, words: list[str]) -> None:
    ran = run(*words)
    assert (ran.code, ran.err) == (DONE, "")
    assert "usage" in ran.out


@pytest.mark.parametrize("size", ["10x10", "879x560", "880x559", "8001x600", "900x999999999"])
def test_a_size_that_the_window_cannot_have_is_told_with_those_it_can(run: Run, size: str) -> None:
    said = f"{size} is not possible: the window is from 880x560 to 8000x8000."
    assert said in one_line(run("--screenshot", "a.png", "--size", size).err)


def test_the_version_is_told(run: Run) -> None:
    assert run("--version") == (DONE, f"ZegoErr {__version__}\n", "")


def test_every_command_is_named_in_the_help(run: Run) -> None:
    assert all(f"zegoerr {name}" in run("--help").out for name in cli.COMMANDS)


def test_a_word_that_names_a_command_is_one_and_anything_else_a_log(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[argparse.Namespace] = []

    def open_window(_: argparse.ArgumentParser, arguments: argparse.Namespace) -> Done:
        opened.append(arguments)
        return Done(DONE)

    monkeypatch.setattr(window, "_open", open_window)
    assert run("./scan", "a.log").code == run("--code", "1103061", "scan").code == run().code == DONE
    assert [arguments.logs for arguments in opened] == [[Path("scan"), Path("a.log")], [Path("scan")], []]
    assert run("--size", "960x640", "--scale", "2", "--line", "7", "--query", "q", "--theme", "dark").code == DONE
    last = opened[-1]
    assert (last.size, last.scale, last.line, last.query, last.theme) == ((960, 640), 2.0, 7, "q", "dark")
    assert opened[1].code == 1103061
    assert run("--screenshot", "a.png").code == DONE
    assert opened[-1].screenshot == Path("a.png")
