"""The command ``scan``: the codes in a log, counted."""

import argparse
from typing import Any

from zegoerr_gui import places
from zegoerr_gui.commands.log import add_log, scanned
from zegoerr_gui.commands.output import DONE, NO, Done
from zegoerr_gui.commands.words import add_format
from zegoerr_gui.core.answer.scan_json import scan_as_json
from zegoerr_gui.core.answer.scan_text import scan_as_text
from zegoerr_gui.core.answer.situation import read_situation
from zegoerr_gui.core.answer.summary import summary
from zegoerr_gui.core.answer.telling import Teller
from zegoerr_gui.core.answer.template_files import read_templates
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.scan import Scan


def add_scan(commands: Any, summary: str) -> None:
    """Add the command: it prints what a log says, from evidence of a level on."""
    parser: argparse.ArgumentParser = commands.add_parser("scan", help=summary)
    add_log(parser)
    add_format(parser)
    parser.add_argument("--min-evidence", choices=[level.word for level in Evidence][::-1], default="possible")
    parser.add_argument(
        "--all", action="store_true", help="every occurrence in the JSON, not the first 1,000 of a code"
    )
    parser.set_defaults(run=_scan)


def _scan(arguments: argparse.Namespace) -> Done:
    least = Evidence[arguments.min_evidence.upper()]
    with scanned(arguments, least) as scan:
        name, is_empty = scan.source.name, not scan.source.size
        found = bool(scan.results.findings(least))
        notes = [] if found else [f"{name} is empty" if is_empty else f"no error code in {name}"]
        if arguments.all and arguments.format == "text":
            notes.append("--all is of the JSON: add --format json")
        code = DONE if found else NO
        if arguments.format == "json":
            return Done(code, notes=notes, json=scan_as_json(scan, least, arguments.all))
        return Done(code, scan_as_text(scan.results, name, least, _longer_verdict(scan, least)), notes)


def _longer_verdict(scan: Scan, least: Evidence) -> list[str]:
    """The sentences above a scan; none where less is counted than they speak of."""
    if least > Evidence.LIKELY:
        return []
    return summary(Teller(read_situation(scan), read_templates("en", places.templates_folder())))
