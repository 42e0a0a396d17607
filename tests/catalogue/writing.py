"""Folders of catalogues and of a team, written for one test."""

from pathlib import Path

ENTRY = "- {code: %d, description: %s, who_acts: developer, severity: failure}\n"


def write_pack(folder: Path, id_: str, platform: str, entries: dict[int, str], prefixes: str = '"1002"') -> Path:
    """A catalogue with one family, room, whose entries have nothing but a description."""
    folder.mkdir(exist_ok=True)
    frame = f"id: {id_}\ntitle: {id_.upper()} codes\nplatform: {platform}\nfamilies:\n"
    frame += f"  - {{id: room, title: Room, prefixes: [{prefixes}], exact: {str('exact' in id_).lower()}}}\n"
    (folder / "pack.yaml").write_text(frame, encoding="utf-8")
    (folder / "room.yaml").write_text("".join(ENTRY % pair for pair in entries.items()), encoding="utf-8")
    return folder


def write_sheet(folder: Path, text: str, name: str = "team.yaml") -> Path:
    """One file of a team's folder."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def broken(folder: Path) -> Path:
    """A catalogue of three files, all of them faulty."""
    folder.mkdir()
    (folder / "pack.yaml").write_text(
        "id: t\ntitle: T\ncolour: red\nfamilies: [{id: room, title: R, prefixes: ['1002']}]\n"
    )
    (folder / "room.yaml").write_text(
        "- {code: 1002001, description: A name here, who_acts: wait, severity: info, twin: 1002002}\n"
        "- {code: 1002003, description: A name here, who_acts: me, severity: info}\n"
        "- {code: 1002001, description: A name here, who_acts: wait, severity: info}\n"
    )
    (folder / "cut.yaml").write_text("- [\n")
    return folder
