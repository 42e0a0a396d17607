"""What a window had open: files, never pasted text, with the place in each; and the query, the filters, the code."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from zegoerr_gui.core.log.encoding import ENCODINGS

_MOST_LOGS: Final = 200
_LONGEST: Final = 10_000  # characters of a query


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A file that was open: its encoding where UTF-8 is not meant, and its current line, from 0."""

    path: Path
    encoding: str | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Session:
    """All that comes back at the next start; ``shown`` is the place of the file on show among ``files``.

    ``ended`` tells that the window was closed: where it is False the program died, or the window is still open.
    """

    files: tuple[OpenFile, ...] = ()
    shown: int = 0
    code: int | None = None
    query: str = ""
    families: frozenset[str] = frozenset()
    moves: frozenset[str] = frozenset()
    in_log: bool = False
    ended: bool = False

    def written(self) -> bytes:
        """The session as JSON."""
        fields = asdict(self) | {"families": sorted(self.families), "moves": sorted(self.moves)}
        return json.dumps(fields, ensure_ascii=True, indent=1, default=str).encode()


def read_session(data: bytes) -> Session:
    """The session that was written; what is rubbish in it is as for a new user, field by field.

    Raises ValueError where it is no session at all.
    """
    try:
        fields = json.loads(data)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    if not isinstance(fields, dict):
        raise ValueError("not an object")
    listed = fields.get("files")
    files = tuple(file for one in (listed if isinstance(listed, list) else ())[:_MOST_LOGS] if (file := _file(one)))
    code, query = fields.get("code"), fields.get("query")
    return Session(
        files=files,
        shown=min(_number(fields.get("shown")), max(0, len(files) - 1)),
        code=code if isinstance(code, int) and not isinstance(code, bool) and 0 <= code < 10**10 else None,
        query=query[:_LONGEST] if isinstance(query, str) else "",
        families=_words(fields.get("families")),
        moves=_words(fields.get("moves")),
        in_log=fields.get("in_log") is True,
        ended=fields.get("ended") is not False,
    )


def _file(fields: Any) -> OpenFile | None:
    if not isinstance(fields, dict) or not isinstance(fields.get("path"), str):
        return None
    path, encoding = fields["path"], fields.get("encoding")
    if "\0" in path or not Path(path).is_absolute():
        return None
    known = encoding if isinstance(encoding, str) and encoding in ENCODINGS else None
    return OpenFile(Path(path), known, _number(fields.get("line")))


def _number(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**62 else 0


def _words(value: Any) -> frozenset[str]:
    return frozenset(word for word in value if isinstance(word, str)) if isinstance(value, list) else frozenset()
