"""What the first log and query need is made ready once the window stands: it opens sooner, and they wait no longer."""

from collections.abc import Iterator
from functools import partial
from importlib import import_module
from typing import Final

from PySide6.QtCore import QTimer

from zegoerr_gui.app.main_window import MainWindow

# In steps of some hundredths of a second at most, each before what is built on it.
LATER: Final = tuple(
    f"zegoerr_gui.{name}"
    for name in (
        "core.log.opening",
        "core.recognition.surroundings",
        "core.recognition.number_key",
        "core.recognition.features",
        "core.recognition.recogniser",
        "core.recognition.results",
        "core.recognition.scan",
        "core.answer.situation",
        "app.open_log",
        "core.answer.verdict",
        "widgets.log_table",
        "widgets.log_search",
        "widgets.whereabouts",
        "widgets.scope_chips",
        "widgets.verdict_strip",
        "widgets.log_pane",
        "core.answer.redaction.rules",
        "core.answer.redaction.known",
        "core.answer.redaction.search",
        "core.answer.reply",
        "core.answer.report",
        "widgets.reply_dialog",
        "app.answers",
    )
)
_PAUSE: Final = 300  # milliseconds: the window is painted, and nobody has brought a log by hand


def load_ahead(window: MainWindow) -> None:
    """Begin in a moment; a log that is brought before, or meanwhile, loads at once what it needs."""
    QTimer.singleShot(_PAUSE, window, partial(_begin, window))


def _begin(window: MainWindow) -> None:
    # Its owner is no log, so that what is done for the log on show goes first.
    window.jobs.start(_steps(window), lambda: None, _fail, owner=window)


def _steps(window: MainWindow) -> Iterator[float]:
    for number, name in enumerate(LATER):
        import_module(name)
        yield number / len(LATER)
    assert window.logs.recogniser  # made now
    window.codes_model.prepare()
    yield from _masking()


def _masking() -> Iterator[float]:
    from zegoerr_gui.core.answer.redaction.masking import Masking

    return Masking.prepare()


def _fail(error: Exception) -> None:
    raise error
