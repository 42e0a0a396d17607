"""What the guides for contributors name is there."""

import re
from functools import cache
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent
ROOMS = ("zegoerr_gui", "tests", "packaging", "catalogue", "resources", ".ci", ".github")
MADE_LATER = {"zegoerr_gui/_data/"}  # by the build

IN_BACKTICKS = re.compile(r"`([^`\s]+)`")
PATH = re.compile(r"\.?[\w.-]+(?:/[\w.-]+)*(?:/|\.(?:py|md|txt|toml|yaml|yml|json))")
NAME = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")


@cache
def files() -> list[str]:
    """Every file of the checkout, as a path from its root."""
    inside = [path for room in ROOMS for path in (CHECKOUT / room).rglob("*") if "__pycache__" not in path.parts]
    return [f"/{path.relative_to(CHECKOUT).as_posix()}" for path in (*CHECKOUT.iterdir(), *inside) if path.is_file()]


@cache
def words() -> set[str]:
    """Every word of code, other tests, configuration and catalogue."""
    read = {CHECKOUT / file[1:] for file in files() if file.endswith((".py", ".toml", ".yaml", ".txt", ".yml"))}
    return {word for path in read - {Path(__file__)} for word in re.findall(r"\w+", path.read_text(encoding="utf-8"))}


def is_there(named: str) -> bool:
    """Whether a file, a folder or a name is there; what is neither, such as an option, is not looked for."""
    if PATH.fullmatch(named):
        part = f"/{named}"
        return any(part in file if named.endswith("/") else file.endswith(part) for file in files())
    return not NAME.fullmatch(named) or named.rpartition(".")[2] in words()


@pytest.mark.parametrize("guide", ["ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_a_guide_names_only_what_is_there(guide: str) -> None:
    named = set(IN_BACKTICKS.findall((CHECKOUT / guide).read_text(encoding="utf-8"))) - MADE_LATER
    assert len(named) > 20
    assert [name for name in sorted(named) if not is_there(name)] == []


@pytest.mark.parametrize("named", ["core/no_such_room.py", "no_such_room/", "NoSuchClass", "LogPane.no_such_method"])
def test_what_is_not_there_is_told(named: str) -> None:
    assert not is_there(named)
