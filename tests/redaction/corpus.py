"""Reads the labelled texts of this folder; the values are made here, always the same for one name."""

import base64
import json
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

FOLDER: Final = Path(__file__).parent / "corpus"
_MADE: Final = re.compile("«([^»]*)»")
_SECRET: Final = re.compile("⟦([a-z-]+) ([^⟧]*)⟧")
_BASE64: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
LABEL: Final = "<([a-z-]+)-[0-9]+>"


@dataclass(frozen=True)
class Labelled:
    """One text, the secrets in it with the kind each is called by, and a pattern of what it must become."""

    id: str
    text: str
    secrets: tuple[tuple[str, str], ...]  # kind, value
    wanted: re.Pattern[str]


def read(name: str) -> Iterator[Labelled]:
    """The texts of one sort, ``secrets`` or ``harmless``: from all files of the sort."""
    items = [item for file in (name, f"more_{name}", f"second_{name}") for item in yaml.safe_load(_file(file))]
    for item in items:
        marked = _MADE.sub(lambda found: made(found[1]), item["text"])
        secrets = tuple((found[1], found[2]) for found in _SECRET.finditer(marked))
        outside = [re.escape(part) for part in _SECRET.sub("\0", marked).split("\0")]
        yield Labelled(item["id"], _SECRET.sub(r"\2", marked), secrets, re.compile(LABEL.join(outside)))


def _file(name: str) -> str:
    return (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")


def made(order: str) -> str:
    """The value that an order such as ``04 a 180`` or ``hex b 32`` stands for."""
    kind, name, *numbers = order.split()
    length, start, end = [*map(int, numbers), *[None] * 3][:3]
    return _MAKERS[kind](random.Random(f"{kind.lower()} {name}"), length or 0)[slice(start, end)]


def _some(chars: str, chance: random.Random, length: int) -> str:
    return "".join(chance.choices(chars, k=length))


def _token(chance: random.Random, length: int) -> str:
    return "04AAAA" + _some(_BASE64 + "+/", chance, length - 8) + "=="


def _url_token(chance: random.Random, length: int) -> str:
    return _token(chance, length).replace("+", "%2B").replace("/", "%2F").replace("=", "%3D")


def _kit(chance: random.Random, _: int) -> str:
    about = json.dumps({"userID": "u7", "roomID": "r1", "appID": 1234567890}).encode()
    return _token(chance, 170) + "#" + base64.b64encode(about).decode()


def _jwt(chance: random.Random, _: int) -> str:
    parts = [{"alg": "HS256", "typ": "JWT"}, {"app_id": 1234567890, "user_id": "u7"}]
    told = [base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts]
    return ".".join([*told, _some(_BASE64 + "-_", chance, 43)])


def _word(chance: random.Random, length: int) -> str:
    return _some(_BASE64[26:], chance, length - 2) + "7Q"


_MAKERS: Final[dict[str, Callable[[random.Random, int], str]]] = {
    "04": _token,
    "04u": _url_token,
    "kit": _kit,
    "jwt": _jwt,
    "hex": lambda chance, length: _some("0123456789abcdef", chance, length),
    "HEX": lambda chance, length: _some("0123456789ABCDEF", chance, length),
    "b64": lambda chance, length: _some(_BASE64 + "+/", chance, length - 1) + "=",
    "word": _word,
}
