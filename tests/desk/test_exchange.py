"""Pins and notes go from desk to desk as one file: nothing is lost, nothing doubled, every fault is named."""

import json
from datetime import datetime, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zegoerr_gui.core.desk.desk import Desk
from zegoerr_gui.core.desk.exchange import LARGEST, Exchanged, as_json, read_json
from zegoerr_gui.core.desk.fault import DeskError
from zegoerr_gui.core.desk.notes import Note, written

NOW = datetime(2026, 1, 5, 12, tzinfo=timezone.utc)
TEXTS = st.text(st.characters(codec="utf-8"), max_size=30).map(written).filter(bool)
NOTES = st.dictionaries(st.integers(-(10**9), 10**9), st.builds(Note, TEXTS, st.just(NOW)), max_size=4)
PINS = st.lists(st.integers(0, 10**9), unique=True, max_size=4).map(tuple)
GIVEN = st.builds(Exchanged, PINS, NOTES)


@settings(max_examples=30)
@given(GIVEN)
def test_what_is_written_can_be_read(held: Exchanged) -> None:
    assert read_json(as_json(held, NOW).encode()) == held


@settings(max_examples=40)
@given(GIVEN, GIVEN)
def test_a_merge_loses_nothing_and_a_second_one_changes_nothing(own: Exchanged, theirs: Exchanged) -> None:
    desk = Desk(None)
    desk.merge(own)
    desk.merge(theirs)
    for one in (own, theirs):
        assert set(one.pins) <= set(desk.pins)
        assert all(note.text in desk.notes[code].text for code, note in one.notes.items())
    before = desk.exchanged()
    again = desk.merge(theirs)
    assert (again.pins, again.added, again.joined) == ((), (), ())
    assert desk.exchanged() == before


def test_what_a_merge_did(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.pin(1, True)
    for code, text in ((1, "mine"), (2, "the same"), (3, "long enough")):
        desk.write_note(code, text, "")
    notes = {1: "theirs", 2: "the same", 3: "long", 4: "new"}
    merged = desk.merge(Exchanged((7, 1, 8), {code: Note(text, NOW) for code, text in notes.items()}))
    assert (merged.pins, merged.added, merged.joined) == ((8, 7), (4,), (1,))
    assert desk.pins == (7, 8, 1)
    assert {code: note.text for code, note in Desk(tmp_path).notes.items()} == {
        1: "mine\n\n– – –\n\ntheirs",
        2: "the same",
        3: "long enough",
        4: "new",
    }


def file(**changed: object) -> bytes:
    held = {"format": "zegoerr-desk", "version": 1, "pins": [1], "notes": []} | changed
    return json.dumps(held).encode()


def note(**changed: object) -> dict[str, object]:
    return {"code": 5, "text": "five", "changed": "2026-01-05T12:00:00+00:00"} | changed


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "The file is no JSON: line 1, column 1, Expecting value."),
        (b'{\n "format": }', "The file is no JSON: line 2, column 12, Expecting value."),
        (b"\xff\xfe", "The file is not text in UTF-8."),
        (b"[" * 100_000, "The file is no export of notes and pins: it is nested too deep, or has a number too long."),
        (b"[]", 'The file is no export of notes and pins: "format" is not "zegoerr-desk".'),
        (file(format="other"), 'The file is no export of notes and pins: "format" is not "zegoerr-desk".'),
        (file(version=2), "The file has version 2; this ZegoErr reads version 1. Update ZegoErr."),
        (file(pins={}), 'The file is faulty: "pins" is not a list.'),
        (
            file(pins=[1, "x"]),
            "The file is faulty at pin 2: x is no code. A code is a number of 10 digits at most.",
        ),
        (
            file(pins=[True]),
            "The file is faulty at pin 1: True is no code. A code is a number of 10 digits at most.",
        ),
        (file(notes=[note(), 5]), "The file is faulty at note 2: it has no code and no text."),
        (
            file(notes=[note(code=10**20)]),
            "The file is faulty at note 1: 100000000000000000000 is no code. A code is a number of 10 digits at most.",
        ),
        (file(notes=[note(text=" ")]), "The file is faulty at note 1, code 5: it has no text."),
        (
            file(notes=[note(changed="soon")]),
            'The file is faulty at note 1, code 5: "changed" is soon, and should be a time such as '
            "2026-01-31T12:00:00+00:00.",
        ),
        (b" " * (LARGEST + 1), "The file has more than 4 MB. Notes and pins are smaller."),
    ],
)
def test_what_is_wrong_in_a_file(data: bytes, said: str) -> None:
    with pytest.raises(DeskError) as error:
        read_json(data)
    assert str(error.value) == said


def test_what_may_differ_in_a_file() -> None:
    data = b"\xef\xbb\xbf" + file(
        later="unknown", pins=[2, 2], notes=[note(changed="2026-01-05T12:00:00"), note(text="\ud83d more")]
    )
    held = read_json(data)
    assert held.pins == (2,)
    assert held.notes == {5: Note("five\n\n– – –\n\n? more", NOW)}
