"""Writes an imported page as a pack: a folder of YAML files, and one that says what was imported from which page."""

import hashlib
import json
import re
import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.entry import Entry
from zegoerr_gui.core.catalogue.files import SUFFIXES
from zegoerr_gui.core.catalogue.nodes import written
from zegoerr_gui.core.catalogue.pack import Family, Pack
from zegoerr_gui.core.catalogue.page.importing import Imported
from zegoerr_gui.core.catalogue.page.report import report_as_json
from zegoerr_gui.core.catalogue.reading import PACK_FILE, read_catalogue

IMPORT_FILE: Final = "import.json"
_MADE_BY: Final = "ZegoErr catalogue import"
_ID: Final = re.compile(r"[^a-z0-9]+")


class NotWrittenError(Exception):
    """A pack that cannot be written to a folder; the message is one sentence for the user."""


def earlier_import(folder: Path) -> Catalogue | None:
    """The catalogue that an earlier import wrote to a folder; None where the folder is new or empty.

    Raises NotWrittenError where the folder holds anything else, or an import whose files were changed since.
    """
    try:
        if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
            return None
        if not folder.is_dir():
            raise NotWrittenError(f"{folder} is a file. Name a new folder for the catalogue.")
        files = _files_of_import(folder)
    except (OSError, ValueError) as error:
        raise NotWrittenError(f"{folder} cannot be looked at: {_reason(error)}. Name another folder.") from error
    if files is None:
        raise NotWrittenError(f"{folder} holds other files. Name a new or empty folder, or that of an earlier import.")
    held = sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES)
    changed = [path.name for path in held if files.get(path.name) != _digest(path)]
    if changed:
        raise NotWrittenError(
            f"{folder} was changed by hand since its import ({', '.join(changed[:5])}). Import to another folder, "
            "and keep changes of your own in a team folder."
        )
    return read_catalogue(folder).catalogue


def write_pack(imported: Imported, folder: Path, platform: str = "", title: str = "") -> Catalogue:
    """Write the pack, in place of an earlier import, and return it as it reads. Raises NotWrittenError.

    All is written and read beside the folder first: what was there stays until that is done.
    """
    earlier_import(folder)
    part: Path | None = None
    try:
        folder = folder.resolve()  # "." has no name
        part = folder.with_name(f".{folder.name}-{secrets.token_hex(4)}.part")
        part.mkdir(parents=True)
        files = files_of(imported, folder.name, platform, title)
        for name, text in files.items():
            (part / name).write_text(text, encoding="utf-8", newline="\n")
        loaded = read_catalogue(part)
        if loaded.faults:
            raise NotWrittenError(f"The page makes no valid catalogue: {loaded.faults[0]}")
        _put_in_place(part, folder)
    except (OSError, ValueError) as error:
        raise NotWrittenError(f"{folder} cannot be written: {_reason(error)}. Name another folder.") from error
    finally:
        if part:
            shutil.rmtree(part, ignore_errors=True)
    return loaded.catalogue


def files_of(imported: Imported, name: str, platform: str = "", title: str = "") -> dict[str, str]:
    """The files of a pack called ``name``, by their names."""
    catalogue, report = imported.catalogue, imported.report
    head = (
        f"# Imported from {report.page}{f' of {report.date}' if report.date else ''}; the words are the page's own.\n"
    )
    files = {PACK_FILE: head + written(_pack_as_plain(catalogue.pack, name, platform, title))}
    for family in catalogue.pack.families:
        entries = [as_plain(entry) for entry in catalogue if entry.family == family.id]
        files[f"{family.id}.yaml"] = (
            head + f"# Family: {family.title}\n\n" + "\n".join(written([one]) for one in entries)
        )
    digests = {file: hashlib.sha256(text.encode()).hexdigest() for file, text in files.items()}
    told = {"made_by": _MADE_BY, "files": digests, "report": report_as_json(report)}
    return {**files, IMPORT_FILE: json.dumps(told, ensure_ascii=False, indent=1) + "\n"}


def as_plain(entry: Entry) -> dict[str, Any]:
    """An entry as its YAML has it; fields that a page does not fill are left out."""
    plain: dict[str, Any] = {
        "code": entry.code,
        "description": entry.description,
        "causes": list(entry.causes),
        "steps": [step.do for step in entry.steps],
        "escalate": entry.escalate if entry.escalate != "none" else "",
        "who_acts": entry.who_acts,
        "severity": entry.severity,
        "apis": list(entry.apis),
        "keywords": list(entry.keywords),
        "links": [{"title": link.title, "url": link.url} for link in entry.links],
        "notes": list(entry.notes),
        "source_notes": list(entry.source_notes),
    }
    return {key: value for key, value in plain.items() if value not in ("", [])}


def _pack_as_plain(pack: Pack, name: str, platform: str, title: str) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "id": _ID.sub("-", name.lower()).strip("-") or "imported",
        "title": title or pack.title,
        "platform": platform or pack.platform,
        "language": pack.language,
        "source": {"title": pack.source.title, "date": pack.source.date},
        "families": [_family_as_plain(family) for family in pack.families],
    }
    return {key: value for key, value in plain.items() if value}


def _family_as_plain(family: Family) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "id": family.id,
        "title": family.title,
        "prefixes": list(family.prefixes),
        "exact": family.exact,
        "introduction": family.introduction,
        "rules": list(family.rules),
    }
    return {key: value for key, value in plain.items() if value}


def _put_in_place(part: Path, folder: Path) -> None:
    if not folder.exists():
        part.rename(folder)
        return
    kept = {path.name for path in part.iterdir()}
    for path in sorted(part.iterdir(), key=lambda path: path.name == IMPORT_FILE):
        path.replace(folder / path.name)
    for path in folder.glob("*.yaml"):
        if path.name not in kept:
            path.unlink()


def _files_of_import(folder: Path) -> Mapping[str, str] | None:
    """The files that an import wrote to a folder, with their digests; None where it is no import."""
    try:
        told = json.loads((folder / IMPORT_FILE).read_text(encoding="utf-8"))
        files = told["files"] if told["made_by"] == _MADE_BY else None
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return files if isinstance(files, dict) else None


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
