"""The commands that answer a ticket: ``reply`` and ``report``."""

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from zegoerr_gui import places
from zegoerr_gui.commands.log import add_log, scanned
from zegoerr_gui.commands.output import DONE, UNREADABLE, WRONG_USE, Done
from zegoerr_gui.commands.sources import folder
from zegoerr_gui.commands.words import overwrites
from zegoerr_gui.core.answer.redaction.given_away import given_away_in, replacements
from zegoerr_gui.core.answer.redaction.masking import Masking, told
from zegoerr_gui.core.answer.rendering import FORMATS
from zegoerr_gui.core.answer.reply import compose
from zegoerr_gui.core.answer.report import report
from zegoerr_gui.core.answer.situation import read_situation
from zegoerr_gui.core.answer.template_files import read_templates
from zegoerr_gui.core.answer.templates import LANGUAGES, PAGES, PLACEHOLDERS, Templates, names_in
from zegoerr_gui.core.recognition.scan import Scan

Arguments = argparse.Namespace


def add_answers(commands: Any, summaries: Mapping[str, str]) -> None:
    """Add the commands: one prints an answer, the other writes a file; both say what was masked."""
    names = "\n".join(f"  {{{name}}}".ljust(14) + meaning for name, meaning in PLACEHOLDERS.items())
    files: dict[str, str] = dict(PAGES.items())
    files["phrases"] = "the sentences that fill the placeholders: name = sentence"
    in_each = {name: ", ".join(f"{name}.{language}.txt" for language in LANGUAGES) for name in files}
    pages = "\n".join(f"  {in_each[name]}".ljust(36) + meaning for name, meaning in files.items())
    reply: argparse.ArgumentParser = commands.add_parser(
        "reply",
        help=summaries["reply"],
        epilog=f"files of a folder of templates, all optional:\n{pages}\n\nplaceholders in them:\n{names}\n\n"
        "Write {{ for a brace; a line that begins with # is not sent. A paragraph, or a line, whose placeholder has\n"
        "nothing to say is left out; a value that is not known stays in the text, to be filled by hand.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_log(reply)
    reply.add_argument("--audience", choices=("customer", "support"), default="customer", help="(customer)")
    reply.add_argument("--format", choices=tuple(FORMATS), default="text")
    reply.add_argument("--tried", default="", metavar="TEXT", help="what the customer already tried, for support")
    reply.set_defaults(run=_answer, answer=_reply)
    page: argparse.ArgumentParser = commands.add_parser("report", help=summaries["report"])
    add_log(page)
    page.add_argument("-o", "--output", required=True, type=_report_file, metavar="FILE", help=".html or .md")
    page.set_defaults(run=_answer_to_file, answer=_report)
    for parser in (reply, page):
        parser.add_argument("--lang", choices=LANGUAGES, default="en", help="(en)")
        parser.add_argument("--templates", type=folder, metavar="DIR", help="a folder with templates of your own")


def _report_file(word: str) -> Path:
    if Path(word).suffix.lower() in (".html", ".htm", ".md"):
        return Path(word)
    raise argparse.ArgumentTypeError(f"{word!r} is no name for a report: it ends in .html or .md")


def _answer_to_file(arguments: Arguments) -> Done:
    if overwrites(arguments.output, [arguments.log]):
        return Done(WRONG_USE, notes=[f"{arguments.output} is the log itself; name another file for the report"])
    return _answer(arguments)


def _answer(arguments: Arguments) -> Done:
    with scanned(arguments) as scan:
        done: Done = arguments.answer(scan, arguments)
        return done


def _reply(scan: Scan, arguments: Arguments) -> Done:
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
    if arguments.tried and "tried" not in names_in(templates.pages[arguments.audience]):
        notes.append("--tried is left out: add --audience support")
    if made.gaps:
        notes.append(f"fill before sending: {', '.join(f'{{{name}}}' for name in made.gaps)}")
    return Done(DONE, FORMATS[arguments.format](made.document), notes + _masked(masking, given))


def _report(scan: Scan, arguments: Arguments) -> Done:
    masking = Masking()
    templates, notes = _templates(arguments)
    situation = read_situation(scan)
    made = report(situation, templates, lambda text: masking.mask(text).text, lambda: told(masking.counts))
    text = made.markdown if arguments.output.suffix.lower() == ".md" else made.html
    try:
        arguments.output.write_text(text, encoding="utf-8", errors="replace")
    except OSError as error:
        return Done(UNREADABLE, notes=[*notes, f"{arguments.output} cannot be written: {error.strerror}"])
    if not situation.failures:
        name, what = scan.source.name, "is empty" if situation.is_empty else "tells no error code"
        notes.append(f"{name} {what}; the report says what to ask for")
    return Done(DONE, notes=notes + _masked(masking, given_away_in(scan.source)))


def _masked(masking: Masking, given: tuple[str, ...]) -> list[str]:
    """What was masked, and what the log gave away for good."""
    return [*([f"masked: {told(masking.counts)}"] if masking.places else []), *replacements(given)]


def _templates(arguments: Arguments) -> tuple[Templates, list[str]]:
    templates = read_templates(arguments.lang, places.templates_folder(), arguments.templates)
    return templates, [f"{fault} The program's own text is used." for fault in templates.faults]
