"""The commands ``reply`` and ``report``: the same answers as the window's, in a terminal."""

from pathlib import Path

import pytest

from tests.conftest import MakeLog, room_state
from tests.running import Ran, Run
from zegoerr_gui.commands.output import DONE, UNREADABLE, WRONG_USE
from zegoerr_gui.core.answer.templates import PAGES, PLACEHOLDERS

LOG = "\n".join(
    [
        room_state("r1", "LOGINED", 0, at="10:00:00.000", userid="u1"),
        room_state("r1", "RECONNECT_FAILED", 1002053, "network is broken", at="10:00:09.000", userid="u1"),
    ]
)
ACCOUNT = room_state("r1", "LOGIN_FAILED", 1002036)


@pytest.fixture
def run(run: Run) -> Run:
    """Runs a command to which the log is piped, unless it is another."""

    def answered(*words: str | Path, stdin: str = LOG) -> Ran:
        return run(*words, stdin=stdin.encode())

    return answered


# reply


def test_a_customer_is_answered_unless_somebody_else_is_named(run: Run) -> None:
    ran = run("reply", "-")
    assert (ran.code, ran.err) == (DONE, "")
    assert ran.out.startswith("The log shows this error: login to the room was retried for too long (code 1002053)")
    assert "1. Switch to another network.\n2. Log in to the room again.\n" in ran.out
    assert ran == run("reply", "-", "--audience", "customer", "--format", "text", "--lang", "en")


def test_a_file_is_answered_as_what_comes_through_a_pipe(run: Run, make_log: MakeLog) -> None:
    assert run("reply", make_log(LOG)).out == run("reply", "-").out


def test_support_gets_the_case_and_what_has_to_be_filled_is_told(run: Run) -> None:
    ran = run("reply", "-", "--audience", "support")
    assert (ran.code, ran.err) == (DONE, "zegoerr: fill before sending: {tried}\n")
    assert "Tried by the customer: {tried}" in ran.out
    assert "Lines 1-2:\n> {" in ran.out
    told = run("reply", "-", "--audience", "support", "--tried", "another network")
    assert told.err == ""
    assert "Tried by the customer: another network" in told.out


def test_what_the_customer_is_not_told_is_told_here(run: Run, tmp_path: Path) -> None:
    assert (
        run("reply", "-", "--tried", "another network").err == "zegoerr: --tried is left out: add --audience support\n"
    )
    (tmp_path / "customer.en.txt").write_text("Tried: {tried}\n")
    ran = run("reply", "-", "--tried", "another network", "--templates", tmp_path)
    assert (ran.out, ran.err) == ("Tried: another network\n", "")


def test_formats_and_languages(run: Run) -> None:
    assert "<li>Switch to another network.</li>" in run("reply", "-", "--format", "html").out
    assert "r1\\_a" in run("reply", "-", "--format", "markdown", stdin=LOG.replace("r1", "r1_a")).out
    assert run("reply", "-", "--lang", "zh").out.startswith("日志显示以下错误：")


def test_a_log_without_a_failure_is_answered_with_a_question(run: Run) -> None:
    ran = run("reply", "-", stdin=LOG.splitlines()[0])
    assert ran.code == DONE
    assert ran.out.startswith("Thank you for the log.")


def test_what_gives_orders_to_a_terminal_is_made_visible(run: Run) -> None:
    ran = run("reply", "-", "--audience", "support", stdin="the zego error 1002053 \x1b[2Jgone")
    assert "\x1b" not in ran.out
    assert "␛[2Jgone" in ran.out


def test_templates_of_the_teams_own(run: Run, tmp_path: Path) -> None:
    (tmp_path / "customer.en.txt").write_text("Case {code}:\n{steps}\n")
    assert run("reply", "-", "--templates", tmp_path).out.startswith("Case 1002053:\n1. Switch")
    (tmp_path / "customer.en.txt").write_text("Case {code}:\n{stepps}\n")
    ran = run("reply", "-", "--templates", tmp_path)
    assert ran.code == DONE
    assert ran.err.startswith(f"zegoerr: {tmp_path / 'customer.en.txt'}:2: {{stepps}} is no placeholder. Known are: ")
    assert ran.err.endswith(" The program's own text is used.\n")
    assert ran.out == run("reply", "-").out


@pytest.mark.parametrize("command", ["reply", "report"])
def test_a_folder_of_templates_that_is_not_there_is_wrong_use(run: Run, tmp_path: Path, command: str) -> None:
    output = ["-o", tmp_path / "r.md"] * (command == "report")
    ran = run(command, "-", *output, "--templates", tmp_path / "gone")
    assert (ran.code, ran.out, list(tmp_path.glob("*.md"))) == (WRONG_USE, "", [])
    assert f"{str(tmp_path / 'gone')!r} is not a folder" in ran.err


def test_an_account_change_is_a_short_case(run: Run) -> None:
    ran = run("reply", "-", "--audience", "support", stdin=ACCOUNT)
    assert ran.err == ""
    assert "Switch on multi-room login for this AppID. AppID: 1234567890." in ran.out


def test_the_help_lists_every_placeholder_and_every_file(run: Run) -> None:
    ran = run("reply", "--help")
    assert all(f"  {{{name}}} " in ran.out for name in PLACEHOLDERS)
    assert all(f"{name}.zh.txt" in ran.out for name in PAGES)


@pytest.mark.parametrize(
    "words",
    [
        ["reply"],
        ["reply", "-", "--audience", "boss"],
        ["reply", "-", "--lang", "fr"],
        ["reply", "-", "--format", "pdf"],
    ],
)
def test_wrong_use_is_one_line(run: Run, words: list[str]) -> None:
    ran = run(*words)
    assert (ran.code, ran.out, ran.err.count("\n")) == (WRONG_USE, "", 1)


def test_a_log_that_cannot_be_read(run: Run, tmp_path: Path) -> None:
    for words in (["reply", tmp_path / "gone.log"], ["report", tmp_path / "gone.log", "-o", tmp_path / "r.md"]):
        ran = run(*words)
        assert (ran.code, ran.out) == (UNREADABLE, "")
        assert "gone.log does not exist. Check the name." in ran.err
    assert not (tmp_path / "r.md").exists()


def test_secrets_are_masked_and_counted(run: Run, tmp_path: Path) -> None:
    token = "04AAAAAG" + "kq9Zr3Xb" * 24
    log = room_state("r1", "LOGIN_FAILED", 1002053, f"token={token}")
    for words in (["reply", "-"], ["reply", "-", "--audience", "support"], ["report", "-", "-o", tmp_path / "r.md"]):
        ran = run(*words, stdin=log)
        assert "kq9Zr3Xb" not in ran.out
        assert "zegoerr: masked: 1 token\n" in ran.err
    text = (tmp_path / "r.md").read_text(encoding="utf-8")
    assert "kq9Zr3Xb" not in text
    assert "Masked: 1 token" in text


# report


def test_a_report_is_a_page_or_markdown_by_its_name(run: Run, tmp_path: Path) -> None:
    page, plain = tmp_path / "r.HTML", tmp_path / "r.md"
    for path in (page, plain):
        ran = run("report", "-", "-o", path)
        assert (ran.code, ran.out, ran.err) == (DONE, "", "")
    assert page.read_text(encoding="utf-8").startswith('<!doctype html>\n<html lang="en">')
    assert plain.read_text(encoding="utf-8").startswith("# What the log says: standard input\n")


@pytest.mark.parametrize(("log", "said"), [("", "is empty"), ("hello\n", "tells no error code")])
def test_a_report_without_a_code_says_so_and_what_to_ask_for(run: Run, tmp_path: Path, log: str, said: str) -> None:
    ran = run("report", "-", "-o", tmp_path / "r.md", stdin=log)
    assert (ran.code, ran.err) == (DONE, f"zegoerr: standard input {said}; the report says what to ask for\n")
    text = (tmp_path / "r.md").read_text(encoding="utf-8")
    assert ("The log is empty." if not log else "The log shows no error code.") in text
    assert "Ask for: The console log of the page" in text
    assert f"- Log: {'0 lines, 0 bytes' if not log else '1 line, 6 bytes'}\n" in text


@pytest.mark.parametrize(("language", "said"), [("en", "Thank you for the log. It is empty."), ("zh", "日志是空的。")])
def test_whoever_sent_an_empty_log_is_told(run: Run, language: str, said: str) -> None:
    assert said in run("reply", "-", "--lang", language, stdin="").out


def test_a_report_in_chinese(run: Run, tmp_path: Path) -> None:
    run("report", "-", "-o", tmp_path / "r.html", "--lang", "zh")
    assert '<html lang="zh">' in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_a_report_has_to_have_a_name_that_says_what_it_is(run: Run, tmp_path: Path) -> None:
    ran = run("report", "-", "-o", tmp_path / "r.docx")
    assert ran.code == WRONG_USE
    assert "it ends in .html or .md" in ran.err


def test_a_report_never_takes_the_place_of_its_log(run: Run, make_log: MakeLog) -> None:
    log = make_log(LOG, "notes.md")
    ran = run("report", log, "-o", log.parent / "." / "notes.md")
    assert ran.code == WRONG_USE
    assert ran.err.endswith("notes.md is the log itself; name another file for the report\n")
    assert log.read_text(encoding="utf-8") == LOG


def test_a_report_that_cannot_be_written_is_told(run: Run, tmp_path: Path) -> None:
    ran = run("report", "-", "-o", tmp_path / "nowhere" / "r.md")
    assert ran.code == UNREADABLE
    assert ran.err == f"zegoerr: {tmp_path / 'nowhere' / 'r.md'} cannot be written: No such file or directory\n"


def test_text_that_is_no_unicode_is_written_all_the_same(run: Run, make_log: MakeLog, tmp_path: Path) -> None:
    log = make_log(room_state("r1", "LOGIN_FAILED", 1002053, "bad \x00").encode() + b"\xff\xfe end\n")
    assert run("report", log, "-o", tmp_path / "r.md").code == DONE
    assert "1002053" in (tmp_path / "r.md").read_text(encoding="utf-8")
