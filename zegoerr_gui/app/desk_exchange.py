"""Gives pins and notes to colleagues as one file, and takes over what they gave."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from zegoerr_gui.app.shared_desk import SharedDesk
from zegoerr_gui.core.answer.wording import counted
from zegoerr_gui.core.desk.exchange import LARGEST, Exchanged, Merged, as_json, read_json
from zegoerr_gui.core.desk.fault import DeskError
from zegoerr_gui.core.desk.notes import now_in_utc
from zegoerr_gui.core.log.saving import UnsavedError, save_text
from zegoerr_gui.widgets.file_question import ask_file, ask_save_name

if TYPE_CHECKING:
    from zegoerr_gui.core.answer.redaction.masking import Masking

_KINDS = "JSON (*.json);;All files (*)"


class DeskExchange(QObject):
    """Asks for files. Sends ``said`` with what was done, ``failed`` with what is wrong in a file."""

    said = Signal(str)
    failed = Signal(str)

    def __init__(self, shared: SharedDesk, window: QWidget) -> None:
        super().__init__(window)
        self._shared = shared
        self._window = window

    def give(self) -> None:
        """Let the agent name a file, and write pins and notes to it."""
        given = self._shared.desk.exchanged()
        if not given.pins and not given.notes:
            self.said.emit(self.tr("There are no notes and no pins to export"))
            return
        title = self.tr("Export notes and pins")
        ask_save_name(self._window, title, "zegoerr-notes.json", _KINDS, lambda name, _: self._write(Path(name)))

    def take(self) -> None:
        """Let the agent choose a file, and take over what is in it."""
        ask_file(self._window, self.tr("Import notes and pins"), _KINDS, self._take_from)

    def _write(self, path: Path) -> None:
        from zegoerr_gui.core.answer.redaction.masking import Masking

        given, masking = self._shared.desk.exchanged(), Masking()
        try:
            save_text(as_json(_masked(given, masking), now_in_utc()), path)
        except UnsavedError as error:
            self.failed.emit(str(error))
            return
        said = self.tr("Exported {what} to {name}")
        said = said.format(what=_amount(len(given.notes), len(given.pins)), name=path.name)
        if masks := masking.places:
            said = self.tr("{exported}, {masks} masked").format(exported=said, masks=counted(masks, "secret"))
        self.said.emit(said)

    def _take_from(self, path: Path) -> None:
        try:
            given = _read(path)
            merged = self._shared.desk.merge(given)
        except DeskError as error:
            self.failed.emit(self.tr("Nothing was imported from {name}. {why}").format(name=path.name, why=error))
        else:
            self._shared.tell()
            self.said.emit(_told(merged, given))


def _masked(given: Exchanged, masking: "Masking") -> Exchanged:
    """The same without the secrets that were pasted into notes."""
    notes = {code: replace(note, text=masking.mask(note.text).text) for code, note in given.notes.items()}
    return Exchanged(given.pins, notes)


def _read(path: Path) -> Exchanged:
    try:
        if not path.is_file():
            raise DeskError("It is not a file.")
        with path.open("rb") as file:
            return read_json(file.read(LARGEST + 1))
    except OSError as error:
        raise DeskError(f"It cannot be read: {error.strerror}.") from error


def _told(merged: Merged, given: Exchanged) -> str:
    """What an import did, in words."""
    told = [f"{_amount(len(merged.added), len(merged.pins))} added"]
    if merged.joined:
        told.append(f"{counted(len(merged.joined), 'note')} joined with yours")
    known = len(given.notes) + len(given.pins) - len(merged.added) - len(merged.joined) - len(merged.pins)
    if known:
        told.append(f"{known:,} already there")
    return "Imported: " + ", ".join(told)


def _amount(notes: int, pins: int) -> str:
    return f"{counted(notes, 'note')} and {counted(pins, 'pin')}"
