"""Keeps what is written in the note of the detail, and tries again where the disk refuses."""

from PySide6.QtCore import QObject, QTimer

from zegoerr_gui.app.shared_desk import SharedDesk
from zegoerr_gui.core.desk.fault import DeskError
from zegoerr_gui.widgets.note_editor import NoteEditor

_AGAIN = 5_000  # milliseconds


class DeskNotes(QObject):
    """Holds the notes that are written and could not be kept yet: nothing that was typed is let go."""

    def __init__(self, shared: SharedDesk, editor: NoteEditor, parent: QObject) -> None:
        super().__init__(parent)
        self._shared = shared
        self._editor = editor
        self._code: int | None = None
        self._waiting: dict[int, tuple[str, str]] = {}  # by code: the text, and the note it went on from
        self._again = QTimer(self, interval=_AGAIN)
        self._again.timeout.connect(self._write)
        editor.written.connect(self._keep)
        shared.changed.connect(self._show)

    def show_note(self, code: int) -> None:
        """Show the note on another code."""
        self._code = code
        self._show()

    def settle(self) -> bool:
        """Keep everything now; False where something cannot be kept."""
        self._editor.keep()
        return self._write()

    def _keep(self, code: int, text: str, before: str) -> None:
        _, before = self._waiting.get(code, ("", before))
        self._waiting[code] = text, before
        self._write()

    def _write(self) -> bool:
        if not self._waiting:
            return True
        for code, (text, before) in list(self._waiting.items()):
            try:
                kept = self._shared.desk.write_note(code, text, before)
            except DeskError as error:
                self._editor.show_fault(code, self.tr("{reason} It is tried again.").format(reason=error))
                self._again.start()
                return False
            del self._waiting[code]
            self._editor.show_kept(code, kept)
        self._again.stop()
        self._show()
        self._shared.tell()
        return True

    def _show(self) -> None:
        if self._code is not None:
            unsaved = self._waiting.get(self._code, (None,))[0]
            self._editor.show_note(self._code, self._shared.desk.notes.get(self._code), unsaved)
