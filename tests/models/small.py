"""A catalogue of six entries, logs scanned with it, and models drawn as text, for tests to put together."""

from collections.abc import Iterable
from functools import cache
from textwrap import dedent

from PySide6.QtCore import QAbstractItemModel, Qt

from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.entry import Entry, Step, Twin
from zegoerr_gui.core.catalogue.pack import CollectItem, Family, Pack, Source
from zegoerr_gui.core.log.source import MemorySource
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.scan import Scan, scan_to_end
from zegoerr_gui.models.code_filter import CodeFilter

FAMILIES = (
    Family("success", "Success", ("0",), exact=True),
    Family("room", "Room", ("1002", "1102"), introduction="They come from loginRoom.", rules=("A rule of rooms.",)),
    Family("publishing", "Publishing", ("1003", "1103")),
    Family("playing", "Playing", ("1004", "1104")),
)
PACK = Pack(
    id="small",
    title="Small",
    source=Source("The page", "2025-01-21", "3.12.0"),
    collect=(("app-id", CollectItem("AppID", "The AppID")), ("time", CollectItem("Time", "The time"))),
    families=FAMILIES,
)
ENTRIES = (
    Entry(0, "Success", "nobody", "ok", family="success"),
    Entry(
        1002011,
        "The room ID is empty",
        "developer",
        "failure",
        family="room",
        causes=("Nothing was passed.",),
        steps=(Step("Pass a room ID."), Step("Log in again.")),
        apis=("loginRoom",),
        sdk_messages=("room ID is empty",),
        related=(1102016,),
    ),
    Entry(
        1002055,
        "The user was removed from the room",
        "wait",
        "info",
        listing="undocumented",
        family="room",
        collect=("app-id", "time"),
    ),
    Entry(
        1102016,
        "The token is wrong",
        "support",
        "failure",
        family="room",
        escalate="account",
        escalate_for="Switch on tokens",
        keywords=("login",),
        collect=("app-id",),
    ),
    Entry(
        1103021,
        "The connection for publishing failed",
        "network",
        "degraded",
        family="publishing",
        twin=Twin(1104021, "Publishing asks for the console text."),
    ),
    Entry(
        1104021,
        "The connection for playing failed",
        "network",
        "failure",
        family="playing",
        twin=Twin(1103021, "Publishing asks for the console text."),
    ),
)


def small_catalogue(entries: Iterable[Entry] = ENTRIES) -> Catalogue:
    """The six entries, or others, in four families."""
    return Catalogue(PACK, entries)


def scanned(text: str | bytes, catalogue: Catalogue | None = None) -> Scan:
    """A log that was read to its end."""
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogateescape")
    return scan_to_end(MemorySource(data, "paste"), Recogniser(catalogue) if catalogue else _recogniser())


@cache
def _recogniser() -> Recogniser:
    return Recogniser(small_catalogue())


def drawn(model: QAbstractItemModel, role: int = Qt.ItemDataRole.DisplayRole) -> str:
    """A table as text: its titles, then a line a row, columns aligned."""
    columns = range(model.columnCount())
    titles = [str(model.headerData(column, Qt.Orientation.Horizontal)) for column in columns]
    cells = [[str(model.index(row, column).data(role)) for column in columns] for row in range(model.rowCount())]
    widths = [max(len(line[column]) for line in [titles, *cells]) for column in columns]
    lines = (
        "  ".join(f"{cell:<{width}}" for cell, width in zip(line, widths, strict=True)) for line in [titles, *cells]
    )
    return "\n".join(line.rstrip() for line in lines)


def picture(text: str) -> str:
    """An expected table, as it stands in a test."""
    return dedent(text).strip("\n").rstrip()


def in_words(value: object) -> str:
    """What a test is called after: a filter is written the same way in every process."""
    if not isinstance(value, CodeFilter):
        return str(value)
    parts = [value.query, *sorted(value.families), *sorted(value.moves), "in log" if value.in_log else ""]
    return ", ".join(filter(None, parts)) or "all"
