"""The commands that answer a ticket: ``reply`` and ``report``, and the longer verdict of ``scan``."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from zegoerr_gui import places
from zegoerr_gui.cli_sources import folder
from zegoerr_gui.core.answer.redaction.given_away import given_away_in
from zegoerr_gui.core.answer.redaction.masking import Masking, told
from zegoerr_gui.core.answer.rendering import FORMATS
from zegoerr_gui.core.answer.reply import compose
from zegoerr_gui.core.answer.report import report
from zegoerr_gui.core.answer.situation import read_situation
from zegoerr_gui.core.answer.summary import summary
from zegoerr_gui.core.answer.telling import Teller
from zegoerr_gui.core.answer.template_files import read_templates
from zegoerr_gui.core.answer.templates import LANGUAGES, PAGES, PLACEHOLDERS, Templates
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.scan import Scan

Arguments = argparse.Namespace


class Said(NamedTuple):
    """What a command says: text for the output, sentences for the user, and whether it could be written."""

    text: str
    notes: list[str]
    written: bool = True


def add_answers(commands: Any, add_log: Callable[[argparse.ArgumentParser], None], helps: dict[str, str]) -> None:
    """Add ``reply`` and ``report``; each sets ``answer``, which makes a ``Said`` of a scan."""
    names = "\n".join(f"  {{{name}}}".ljust(14) + meaning for name, meaning in PLACEHOLDERS.items())
    files: dict[str, str] = dict(PAGES.items())
    files["phrases"] = "the sentences that fill the placeholders: name = sentence"
    pages = "\n".join(f"  {name}.en.txt, {name}.zh.txt".ljust(36) + meaning for name, meaning in files.items())
    reply: argparse.ArgumentParser = commands.add_parser(
        "reply",
        help=helps["reply"],
        epilog=f"files of a folder of templates, all optional:\n{pages}\n\nplaceholders in them:\n{names}\n\n"
        "Write {{ for a brace; a line that begins with # is not sent. A paragraph, or a line, whose placeholder has\n"
        "nothing to say is left out; a value that is not known stays in the text, to be filled by hand.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_log(reply)
    reply.add_argument("--audience", choices=("customer", "support"), default="customer", help="(customer)")
    reply.add_argument("--format", choices=tuple(FORMATS), default="text")
    reply.add_argument("--tried", default="", metavar="TEXT", help="what the customer already tried, for support")
    reply.set_defaults(answer=_reply)
    page: argparse.ArgumentParser = commands.add_parser("report", help=helps["report"])
    add_log(page)
    page.add_argument("-o", "--output", required=True, type=_report_file, metavar="FILE", help=".html or .md")
    page.set_defaults(answer=_report)
    for parser in (reply, page):
        parser.add_argument("--lang", choices=LANGUAGES, default="en", help="(en)")
        parser.add_argument("--templates", type=folder, metavar="DIR", help="a folder with templates of your own")


def longer_verdict(scan: Scan, least: Evidence) -> list[str]:
    """The sentences above a scan; none where less is counted than they speak of."""
    if least > Evidence.LIKELY:
        return []
    return summary(Teller(read_situation(scan), read_templates("en", places.templates_folder())))


def _report_file(word: str) -> Path:
    if Path(word).suffix.lower() in (".html", ".htm", ".md"):
        return Path(word)
    raise argparse.ArgumentTypeError(f"{word!r} is no name for a report: it ends in .html or .md")


def _reply(scan: Scan, arguments: Arguments) -> Said:
    situation, masking, given = read_situation(scan), Masking(), given_away_in(scan.source)
    templates, notes = _templates(arguments)
    made = compose(
        situation,
        situation.worth_answering(),
        arguments.audience,
        templates,
        lambda text: masking.mask(text).text,
        {"tried": arguments.tried},
        given_away=given,
    )
    if made.gaps:
        notes.append(f"fill before sending: {', '.join(f'{{{name}}}' for name in made.gaps)}")
    return Said(FORMATS[arguments.format](made.document), notes + _masked(masking, given))


def _report(scan: Scan, arguments: Arguments) -> Said:
    masking = Masking()
    templates, notes = _templates(arguments)
    situation = read_situation(scan)
    made = report(situation, templates, lambda text: masking.mask(text).text, lambda: told(masking.counts))
    text = made.markdown if arguments.output.suffix.lower() == ".md" else made.html
    try:
        arguments.output.write_text(text, encoding="utf-8", errors="replace")
    except OSError as error:
        return Said("", [*notes, f"{arguments.output} cannot be written: {error.strerror}"], written=False)
    if not situation.failures:
        name, what = scan.source.name, "is empty" if situation.is_empty else "tells no error code"
        notes.append(f"{name} {what}; the report says what to ask for")
    return Said("", notes + _masked(masking, given_away_in(scan.source)))


def _masked(masking: Masking, given: tuple[str, ...]) -> list[str]:
    """What was masked, and what the log gave away for good."""
    notes = [f"masked: {told(masking.counts)}"] if masking.places else []
    return notes + [
        f"the log gave away the {name}: it must be replaced in the console, masked or not" for name in given
    ]


def _templates(arguments: Arguments) -> tuple[Templates, list[str]]:
    templates = read_templates(arguments.lang, places.templates_folder(), arguments.templates)
    return templates, [f"{fault} The program's own text is used." for fault in templates.faults]
