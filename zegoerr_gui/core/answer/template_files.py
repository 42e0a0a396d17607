"""Reads the texts of answers from files: those that come with the program, and over them the team's own.

A file or a sentence of the team's own takes the place of the shipped one of the same name. A broken one is told with
its line, and the shipped one is used.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from zegoerr_gui.core.answer.placeholders import BrokenTemplateError, Gap, Parts, read_parts
from zegoerr_gui.core.answer.templates import PAGES, PLACEHOLDERS, Language, Page, Templates
from zegoerr_gui.core.catalogue.fault import Fault

_MOST: Final = 256 * 1024  # bytes of a template


def read_templates(language: Language, shipped: Path, own: Path | None = None) -> Templates:
    """The templates that come with the program, and over them those of a folder of the team's own."""
    faults: list[Fault] = []
    phrases = _read_phrases(shipped / f"phrases.{language}.txt")
    pages = {name: _read_page(shipped / f"{name}.{language}.txt") for name in PAGES}
    if own is not None and not own.is_dir():
        faults.append(Fault(own, 1, "No folder", "Name the folder that holds customer.en.txt and the others."))
    elif own is not None:
        for name in PAGES:
            file = own / f"{name}.{language}.txt"
            if file.exists():
                try:
                    pages[name] = _read_page(file)
                except BrokenTemplateError as error:
                    faults.append(error.fault)
        phrases |= _own_phrases(own / f"phrases.{language}.txt", phrases, faults)
    return Templates(language, phrases, pages, tuple(faults))


def _read_page(file: Path) -> Page:
    """Raises BrokenTemplateError."""
    paragraphs: list[tuple[Parts, ...]] = []
    lines: list[Parts] = []
    for number, line in enumerate([*_lines(file), ""], 1):
        if line.startswith("#"):
            continue
        if line.strip():
            lines.append(read_parts(line.rstrip(), PLACEHOLDERS, file, number))
        elif lines:
            paragraphs.append(tuple(lines))
            lines = []
    if not paragraphs:
        raise BrokenTemplateError(Fault(file, 1, "The file has no text", "Write a text, or remove the file."))
    return tuple(paragraphs)


def _read_phrases(file: Path) -> dict[str, Parts]:
    """Raises BrokenTemplateError."""
    phrases: dict[str, Parts] = {}
    for number, line in enumerate(_lines(file), 1):
        key, _, text = line.partition("=")
        if key and not line.startswith("#"):
            phrases[key.strip()] = read_parts(text.removeprefix(" "), None, file, number)
    return phrases


def _own_phrases(file: Path, shipped: Mapping[str, Parts], faults: list[Fault]) -> dict[str, Parts]:
    """The team's own sentences, as far as they can stand for the shipped ones of the same names."""
    phrases: dict[str, Parts] = {}
    try:
        lines = _lines(file) if file.exists() else []
    except BrokenTemplateError as error:
        faults.append(error.fault)
        return {}
    for number, line in enumerate(lines, 1):
        key, _, text = line.partition("=")
        key = key.strip()
        if not key or line.startswith("#"):
            continue
        if key not in shipped:
            faults.append(
                Fault(file, number, f"There is no sentence called {key}", "Copy its name from the file shipped.")
            )
            continue
        allowed = {part.name for part in shipped[key] if isinstance(part, Gap)}
        try:
            phrases[key] = read_parts(text.removeprefix(" "), allowed, file, number)
        except BrokenTemplateError as error:
            faults.append(error.fault)
    return phrases


def _lines(file: Path) -> list[str]:
    try:
        with file.open("rb") as opened:
            data = opened.read(_MOST + 1)
    except OSError as error:
        fault = Fault(
            file, 1, f"The file cannot be read: {error.strerror}", "Check that it is a file that you may read."
        )
        raise BrokenTemplateError(fault) from error
    if len(data) > _MOST:
        raise BrokenTemplateError(Fault(file, 1, "The file is larger than 256 KB", "A template is a short text."))
    try:
        return data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BrokenTemplateError(Fault(file, line, "The text is not UTF-8", "Save the file as UTF-8.")) from error
