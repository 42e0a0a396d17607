"""``catalogue import`` makes a pack of a vendor's page, ``catalogue diff`` compares packs and pages."""

import argparse
from pathlib import Path
from typing import Any

from zegoerr_gui import places
from zegoerr_gui.commands.output import DONE, NO, UNREADABLE, Done
from zegoerr_gui.core.answer.wording import counted
from zegoerr_gui.core.catalogue import platforms
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.difference import compare
from zegoerr_gui.core.catalogue.difference_text import as_json, as_markdown, as_text, counts_of
from zegoerr_gui.core.catalogue.page.blocks import PageError
from zegoerr_gui.core.catalogue.page.importing import Imported, import_page
from zegoerr_gui.core.catalogue.page.opening import open_page
from zegoerr_gui.core.catalogue.page.report import report_as_json, report_as_text
from zegoerr_gui.core.catalogue.page.writing import IMPORT_FILE, NotWrittenError, earlier_import, write_pack
from zegoerr_gui.core.catalogue.reading import PACK_FILE, read_catalogue
from zegoerr_gui.core.stepwise import finish

Arguments = argparse.Namespace


def add_pages(works: Any) -> None:
    """Add ``import`` and ``diff`` to the commands of ``catalogue``."""
    page: argparse.ArgumentParser = works.add_parser(
        "import",
        help="make a catalogue of a vendor's page",
        description="Reads a page of error codes: text copied from a browser, Markdown (.md, .mdx) or HTML. Writes a "
        "catalogue in the page's own words to a folder, and tells all that was odd, and every text that was left out, "
        "with its line. The folder must be new, empty, or that of an earlier import.",
    )
    page.add_argument("page", type=Path, metavar="PAGE")
    page.add_argument("-o", "--output", required=True, type=Path, metavar="DIR", help="the folder of the catalogue")
    page.add_argument("--title", default="", metavar="TEXT", help="of the catalogue, instead of that of the page")
    page.add_argument("--platform", choices=platforms.NAMES, default="", help="whose logs it is for")
    page.add_argument("--format", choices=("text", "json"), default="text", help="of the report")
    page.set_defaults(run=_import)
    diff: argparse.ArgumentParser = works.add_parser(
        "diff",
        help="tell what differs between two catalogues, or pages",
        description="Compares two catalogues: codes that are new or gone, and of the others each field with the words "
        "that changed. Each is a folder or a page; with one alone, it is compared with the catalogue that comes with "
        "the program. Where one is a page, or was imported, only what a page can say is compared.",
    )
    diff.add_argument("old", type=Path, metavar="OLD")
    diff.add_argument("new", type=Path, nargs="?", metavar="NEW")
    diff.add_argument("--format", choices=("text", "markdown", "json"), default="text")
    diff.set_defaults(run=_diff)


def _import(arguments: Arguments) -> Done:
    folder: Path = arguments.output
    try:
        before = earlier_import(folder)
        imported = _read(arguments.page)
        after = write_pack(imported, folder, arguments.platform, arguments.title)
    except (PageError, NotWrittenError) as error:
        return Done(UNREADABLE, notes=[str(error)])
    report = imported.report
    odd = counted(len(report.oddities), "oddity", "oddities")
    notes = [f"{counted(report.entries, 'entry', 'entries')} written to {folder}, {odd}"]
    if before is not None:
        notes.append(f"since the earlier import: {counts_of(finish(compare(before, after, of_page=True)))}")
    as_values = report_as_json(report) if arguments.format == "json" else None
    return Done(DONE, report_as_text(report), notes, as_values)


def _diff(arguments: Arguments) -> Done:
    paths = [arguments.old, arguments.new] if arguments.new else [places.catalogue_folder(), arguments.old]
    notes: list[str] = []
    try:
        (old, old_of_page), (new, new_of_page) = (_catalogue(path, notes) for path in paths)
    except PageError as error:
        return Done(UNREADABLE, notes=[str(error)])
    difference = finish(compare(old, new, of_page=old_of_page or new_of_page))
    text = as_markdown(difference) if arguments.format == "markdown" else as_text(difference)
    as_values = as_json(difference) if arguments.format == "json" else None
    return Done(NO if difference else DONE, text, notes, as_values)


def _catalogue(path: Path, notes: list[str]) -> tuple[Catalogue, bool]:
    """A pack's folder or a page as a catalogue, and whether it says no more than a page. Raises PageError."""
    if not path.is_dir():
        return _read(path).catalogue, True
    if not (path / PACK_FILE).is_file():
        raise PageError(f"{path} is no catalogue: it has no {PACK_FILE}. Name the folder of a catalogue, or a page.")
    loaded = read_catalogue(path)
    notes += map(str, loaded.faults)
    return loaded.catalogue, (path / IMPORT_FILE).is_file()


def _read(path: Path) -> Imported:
    return finish(import_page(open_page(path), read_catalogue(places.catalogue_folder()).catalogue))
