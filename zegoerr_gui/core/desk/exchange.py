"""Pins and notes as one file for the team: written, checked, and put together with what is there."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any, Final

from zegoerr_gui.core.desk.fault import DeskError
from zegoerr_gui.core.desk.notes import Note, joined, written

LARGEST: Final = 4 * 1024 * 1024  # bytes of a file that is taken over
_FORMAT: Final = "zegoerr-desk"
_VERSION: Final = 1
_HIGHEST_CODE: Final = 10**10


@dataclass(frozen=True, slots=True)
class Exchanged:
    """What goes from desk to desk: the pins, the one pinned last first, and the notes by code."""

    pins: tuple[int, ...] = ()
    notes: Mapping[int, Note] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of a file: pins that are new, in the order to set them; codes whose notes were added or joined."""

    pins: tuple[int, ...]
    added: tuple[int, ...]
    joined: tuple[int, ...]
    notes: Mapping[int, Note]  # as they are kept now, of the codes above


def merged(stored: Exchanged, given: Exchanged) -> Merged:
    """Put together what is kept and what was given: nothing is lost, and what is there already is not doubled."""
    notes: dict[int, Note] = {}
    for code, note in given.notes.items():
        own = stored.notes.get(code)
        text = joined(own.text, note.text) if own else note.text
        if own is None or text != own.text:
            notes[code] = Note(text, max(own.changed, note.changed) if own else note.changed)
    added = tuple(code for code in notes if code not in stored.notes)
    grown = tuple(code for code in notes if code in stored.notes)
    pins = tuple(code for code in reversed(given.pins) if code not in stored.pins)
    return Merged(pins, added, grown, notes)


def as_json(given: Exchanged, now: datetime) -> str:
    """The file's text."""
    notes = [
        {"code": code, "text": note.text, "changed": note.changed.isoformat()} for code, note in given.notes.items()
    ]
    held = {
        "format": _FORMAT,
        "version": _VERSION,
        "written": now.isoformat(),
        "pins": list(given.pins),
        "notes": notes,
    }
    return json.dumps(held, ensure_ascii=False, indent=1) + "\n"


def read_json(data: bytes) -> Exchanged:
    """What a file holds. Raises DeskError with what is wrong in it; then nothing of it is taken."""
    if len(data) > LARGEST:
        raise DeskError(f"The file has more than {LARGEST >> 20} MB. Notes and pins are smaller.")
    try:
        held = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise DeskError("The file is not text in UTF-8.") from error
    except json.JSONDecodeError as error:
        raise DeskError(f"The file is no JSON: line {error.lineno}, column {error.colno}, {error.msg}.") from error
    except (RecursionError, ValueError) as error:
        raise DeskError(
            "The file is no export of notes and pins: it is nested too deep, or has a number too long."
        ) from error
    if not isinstance(held, dict) or held.get("format") != _FORMAT:
        raise DeskError('The file is no export of notes and pins: "format" is not "zegoerr-desk".')
    version = held.get("version")
    if version != _VERSION:
        raise DeskError(f"The file has version {version!s:.20}; this ZegoErr reads version {_VERSION}. Update ZegoErr.")
    pins = tuple(_code(code, f"pin {place}") for place, code in enumerate(_list(held, "pins"), 1))
    notes = [_note(note, f"note {place}") for place, note in enumerate(_list(held, "notes"), 1)]
    together: dict[int, Note] = {}
    for code, note in notes:
        other = together.get(code)
        together[code] = Note(joined(other.text, note.text), max(other.changed, note.changed)) if other else note
    return Exchanged(tuple(dict.fromkeys(pins)), together)


def _list(held: dict[str, Any], name: str) -> list[Any]:
    found = held.get(name, [])
    if not isinstance(found, list):
        raise DeskError(f'The file is faulty: "{name}" is not a list.')
    return found


def _code(found: object, place: str) -> int:
    if isinstance(found, bool) or not isinstance(found, int) or not -_HIGHEST_CODE < found < _HIGHEST_CODE:
        raise DeskError(
            f"The file is faulty at {place}: {found!s:.40} is no code. A code is a number of 10 digits at most."
        )
    return found


def _note(found: object, place: str) -> tuple[int, Note]:
    if not isinstance(found, dict):
        raise DeskError(f"The file is faulty at {place}: it has no code and no text.")
    code, text, changed = _code(found.get("code"), place), found.get("text"), found.get("changed")
    if not isinstance(text, str) or not text.strip():
        raise DeskError(f"The file is faulty at {place}, code {code}: it has no text.")
    try:
        when = datetime.fromisoformat(str(changed))
    except ValueError as error:
        said = f'"changed" is {changed!s:.40}, and should be a time such as 2026-01-31T12:00:00+00:00.'
        raise DeskError(f"The file is faulty at {place}, code {code}: {said}") from error
    utc = when.replace(tzinfo=when.tzinfo or timezone.utc)
    return code, Note(written(text), utc)
