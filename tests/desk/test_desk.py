"""What an agent keeps: there again after a restart, in every window, and whole whatever happens to the file."""

import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from zegoerr_gui.core.desk.desk import FILE, Desk, Visited
from zegoerr_gui.core.desk.fault import DeskError

Change = tuple[Any, ...]  # the name of a method, and what it is given
NOON = datetime(2026, 1, 5, 12, tzinfo=timezone.utc)


class Clock:
    """Goes on by a minute each time it is looked at."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "new" / "desk"


@pytest.fixture
def desk(folder: Path) -> Iterator[Desk]:
    made = Desk(folder, Clock())
    yield made
    made.close()


@pytest.fixture
def again(folder: Path) -> Iterator[Callable[[], Desk]]:
    """Opens the desk in another window, or at the next start."""
    made: list[Desk] = []

    def make() -> Desk:
        made.append(Desk(folder))
        return made[-1]

    yield make
    for one in made:
        one.close()


def texts(desk: Desk) -> dict[int, str]:
    return {code: note.text for code, note in desk.notes.items()}


def held(desk: Desk) -> tuple[object, ...]:
    return desk.pins, texts(desk), desk.recent("log"), desk.recent("query"), desk.remembering, desk.visited()


# What is done to a desk, and what it holds then: pins, notes, logs, queries, whether it remembers, the way.
CHANGES: dict[str, tuple[list[Change], tuple[object, ...]]] = {
    "nothing": ([], ((), {}, (), (), True, Visited())),
    "pins": (
        [("pin", 1, True), ("pin", 2, True), ("pin", 3, True), ("pin", 2, False), ("pin", 1, True)],
        ((3, 1), {}, (), (), True, Visited()),
    ),
    "notes": (
        [("write_note", 1, "one", ""), ("write_note", -2, " two\n", ""), ("write_note", 1, "uno", "one")],
        ((), {1: "uno", -2: "two"}, (), (), True, Visited()),
    ),
    "a note that is emptied": (
        [("write_note", 1, "one", ""), ("write_note", 1, " \n", "one")],
        ((), {}, (), (), True, Visited()),
    ),
    "half of a character": ([("write_note", 1, "a\ud83d", "")], ((), {1: "a?"}, (), (), True, Visited())),
    "recents": (
        [("remember", "log", "/a"), ("remember", "log", "/b"), ("remember", "log", "/a"), ("remember", "query", "q")],
        ((), {}, ("/a", "/b"), ("q",), True, Visited()),
    ),
    "a query that goes on": (
        [("remember", "query", "tim"), ("remember", "query", "timeout", "tim")],
        ((), {}, (), ("timeout",), True, Visited()),
    ),
    "one forgotten": (
        [("remember", "log", "/a"), ("remember", "log", "/b"), ("forget", "log", "/b")],
        ((), {}, ("/a",), (), True, Visited()),
    ),
    "all forgotten": (
        [("remember", "log", "/a"), ("pin", 1, True), ("keep_visited", Visited((1,), 0)), ("forget_all",)],
        ((1,), {}, (), (), True, Visited()),
    ),
    "no longer remembering": (
        [("remember", "log", "/a"), ("set_remembering", False), ("remember", "log", "/b")],
        ((), {}, (), (), False, Visited()),
    ),
    "remembering again": (
        [("set_remembering", False), ("set_remembering", True), ("remember", "log", "/b")],
        ((), {}, ("/b",), (), True, Visited()),
    ),
    "the way through codes": (
        [("keep_visited", Visited((5, 6), 1)), ("keep_visited", Visited((7, 8, 9), 1))],
        ((), {}, (), (), True, Visited((7, 8, 9), 1)),
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_is_kept_is_there_at_once_in_another_window_and_at_the_next_start(
    desk: Desk, folder: Path, name: str, again: Callable[[], Desk]
) -> None:
    changes, expected = CHANGES[name]
    other = again()
    for method, *values in changes:
        getattr(desk, method)(*values)
    other.refresh()
    assert held(desk) == held(other) == expected
    desk.close()
    other.close()
    assert held(again()) == expected


def test_another_window_is_heard_of_by_a_look_or_when_something_is_written(
    desk: Desk, folder: Path, again: Callable[[], Desk]
) -> None:
    other = again()
    before = other.state
    other.refresh()
    assert other.state == before
    desk.pin(1, True)
    other.refresh()
    assert other.state == desk.state != before
    desk.pin(2, True)
    other.keep_visited(Visited((1,), 0))
    assert other.pins == (2, 1)


def test_a_note_knows_when_it_was_changed_and_only_a_change_counts(desk: Desk) -> None:
    desk.write_note(1, "one", "")
    first = desk.notes[1].changed
    assert first > NOON
    desk.write_note(1, "one ", "one")
    assert desk.notes[1].changed == first
    desk.write_note(1, "two", "one")
    assert desk.notes[1].changed > first


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        ("mine", "theirs", "theirs\n\n– – –\n\nmine"),
        ("mine", "mine and more", "mine and more"),
        ("mine", "", "mine"),  # it was emptied without having seen it
        ("", "theirs", "theirs"),
        ("the same", "the same", "the same"),
    ],
)
def test_two_windows_that_write_one_note_lose_neither_text(
    desk: Desk, folder: Path, first: str, second: str, kept: str, again: Callable[[], Desk]
) -> None:
    other = again()
    desk.write_note(1, first, "")
    assert other.write_note(1, second, "") == kept
    desk.refresh()
    assert texts(desk).get(1, "") == kept
    assert desk.write_note(1, kept, first) == kept  # nothing is doubled by a window that saw only its own


def test_only_the_newest_are_remembered(desk: Desk) -> None:
    for number in range(60):
        desk.remember("log", f"/{number}")
        desk.remember("query", str(number))
    assert desk.recent("log") == tuple(f"/{number}" for number in range(59, 39, -1))
    assert desk.recent("query") == tuple(str(number) for number in range(59, 9, -1))


def test_what_is_forgotten_is_in_no_file_any_more(desk: Desk, folder: Path) -> None:
    desk.remember("log", "/tickets/Mary-Example/console.log")
    assert any(b"Mary" in path.read_bytes() for path in folder.iterdir())
    desk.forget("log", "/tickets/Mary-Example/console.log")
    assert not any(b"Mary" in path.read_bytes() for path in folder.iterdir())


def test_in_memory_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    desk = Desk(None)
    desk.pin(1, True)
    assert desk.pins == (1,)
    assert not desk.trouble
    assert not list(tmp_path.iterdir())


# Files that cannot be used


def test_others_cannot_read_the_file(desk: Desk, folder: Path) -> None:
    assert (folder / FILE).stat().st_mode & 0o077 == 0


def damage_all(file: Path) -> None:
    file.write_bytes(b"no database at all " * 500)


def damage_pages(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[4096:] = bytes(len(data) - 4096)
    file.write_bytes(data)


def damage_text(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"a long note", b"a l\xff\xfeg note"))


def damage_time(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"2026-", b"MMXX-"))


@pytest.mark.parametrize("damage", [damage_all, damage_pages, damage_text, damage_time])
def test_a_damaged_file_is_set_aside_and_a_new_one_begun(
    desk: Desk, folder: Path, damage: Callable[[Path], None], again: Callable[[], Desk]
) -> None:
    desk.write_note(1, "a long note", "")
    desk.close()
    file = folder / FILE
    damage(file)
    damaged = file.read_bytes()
    fresh = Desk(folder, lambda: NOON)
    kept = folder / "desk-damaged-20260105-120000.sqlite"
    assert (
        fresh.trouble == f"desk.sqlite with your notes and pins is damaged. It is kept as {kept}, a new one is begun."
    )
    assert kept.read_bytes() == damaged
    fresh.write_note(1, "new", "")
    fresh.close()
    assert texts(again()) == {1: "new"}


def make_foreign(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE photo (name TEXT)")


def make_newer(file: Path) -> None:
    Desk(file.parent).close()
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA user_version = 2")


def make_folder(file: Path) -> None:
    file.mkdir()


def make_file_of_folder(file: Path) -> None:
    file.parent.rmdir()
    file.parent.write_text("not a folder")


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (make_foreign, "belongs to another program."),
        (make_newer, "was written by a newer version of ZegoErr. Use that one, or update this one."),
        (make_folder, "cannot be used: Is a directory."),
        (make_file_of_folder, "cannot be used: "),
    ],
)
def test_a_file_that_is_not_ours_to_change_stays_as_it_is(
    folder: Path, make: Callable[[Path], None], said: str
) -> None:
    folder.mkdir(parents=True)
    file = folder / FILE
    make(file)
    before = file.read_bytes() if file.is_file() else None
    desk = Desk(folder)
    assert desk.trouble.startswith(f"Notes and pins cannot be kept at present. {file} ")
    assert said in desk.trouble
    with pytest.raises(DeskError) as error:
        desk.pin(1, True)
    assert str(error.value) == desk.trouble
    desk.refresh()
    assert held(desk) == ((), {}, (), (), True, Visited())
    assert before == (file.read_bytes() if file.is_file() else None)


def test_a_file_that_may_only_be_read_is_shown(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch, again: Callable[[], Desk]
) -> None:
    desk.write_note(1, "one", "")
    desk.close()

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr("zegoerr_gui.core.desk.database.os.open", refuse)
        shown = again()
        assert shown.trouble == f"Notes and pins cannot be kept at present. {folder / FILE} may not be changed."
        assert texts(shown) == {1: "one"}
        with pytest.raises(DeskError):
            shown.write_note(1, "two", "one")
    assert shown.write_note(1, "two", "one") == "two"  # as soon as the file may be changed
    assert texts(again()) == {1: "two"}


def test_a_file_that_another_program_holds_is_told_and_tried_again(desk: Desk, folder: Path) -> None:
    other = sqlite3.connect(folder / FILE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DeskError, match=r"is in use by another program\.$"):
        desk.pin(1, True)
    assert not desk.pins
    other.execute("ROLLBACK")
    desk.pin(1, True)
    assert desk.pins == (1,)


@pytest.mark.skipif(sys.platform == "win32", reason="there an open file cannot be removed")
def test_a_file_that_was_removed_is_made_again_with_all_that_is_on_show(
    desk: Desk, folder: Path, again: Callable[[], Desk]
) -> None:
    desk.write_note(1, "one", "")
    desk.pin(7, True)
    shutil.rmtree(folder)
    desk.write_note(2, "two", "")
    assert texts(desk) == texts(again()) == {1: "one", 2: "two"}
    assert desk.pins == (7,)


def test_a_full_disk_is_told_and_what_was_kept_stays(desk: Desk, folder: Path, again: Callable[[], Desk]) -> None:
    desk.write_note(1, "one", "")
    desk._reached().read("PRAGMA max_page_count = 1")
    with pytest.raises(DeskError, match=r"^The disk that holds .* is full\.$"):
        desk.write_note(2, "x" * 100_000, "")
    assert texts(desk) == texts(again()) == {1: "one"}
