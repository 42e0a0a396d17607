"""Which libraries a binary asks for, by file name: read from the file, nothing is loaded."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

_FILE = re.compile(r"^(.+):\s+file format", re.MULTILINE)
_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)", re.MULTILINE)
_VERSION = re.compile(r"\bGLIBC_(\d+)\.(\d+)\b")


def elf_needed(paths: Iterable[Path]) -> dict[Path, list[str]]:
    """What each of these ELF files asks for. Raises subprocess.CalledProcessError for what is no ELF file."""
    parts = _FILE.split(_objdump(paths))
    return {Path(name): _NEEDED.findall(text) for name, text in zip(parts[1::2], parts[2::2], strict=True)}


def elf_glibc(paths: Iterable[Path]) -> str:
    """The newest version of the C library that one of these ELF files asks for, such as ``2.34``."""
    major, minor = max((int(found[1]), int(found[2])) for found in _VERSION.finditer(_objdump(paths)))
    return f"{major}.{minor}"


def _objdump(paths: Iterable[Path]) -> str:
    command = ["objdump", "-p", *map(str, paths)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def pe_needed(path: Path) -> list[str]:
    """What a program or library for Windows asks for, at its start or later, in lower case."""
    import pefile  # only where such files are looked into

    binary = pefile.PE(str(path), fast_load=True)
    try:
        kinds = ("IMAGE_DIRECTORY_ENTRY_IMPORT", "IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT")
        binary.parse_data_directories([pefile.DIRECTORY_ENTRY[kind] for kind in kinds])
        entries = [
            entry
            for kind in ("DIRECTORY_ENTRY_IMPORT", "DIRECTORY_ENTRY_DELAY_IMPORT")
            for entry in getattr(binary, kind, [])
        ]
        return sorted({entry.dll.decode().lower() for entry in entries})
    finally:
        binary.close()


def is_elf(path: Path) -> bool:
    """Whether a file is a program or a library for Linux."""
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"
