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
