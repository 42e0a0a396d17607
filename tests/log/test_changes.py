"""What became of a file since it was read."""

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import MakeLog
from zegoerr_gui.core.log.changes import Change, change_of
from zegoerr_gui.core.log.opening import open_bytes, open_file
from zegoerr_gui.core.log.source import UnreadableLogError
from zegoerr_gui.core.stepwise import finish


def replace(path: Path) -> None:
    other = path.with_name("other")
    other.write_bytes(b"another log\n")
    other.replace(path)


CASES: list[tuple[str, Callable[[Path], object], Change]] = [
    ("nothing", lambda path: path.touch(), Change("none")),
    ("grown", lambda path: path.write_bytes(path.read_bytes() + b"12345"), Change("grown", 5)),
    ("cut", lambda path: os.truncate(path, 4), Change("cut", 4)),
    ("gone", lambda path: path.unlink(), Change("gone")),
    ("replaced", replace, Change("replaced")),
]


@pytest.mark.skipif(os.name == "nt", reason="there an open file can neither be removed nor replaced")
@pytest.mark.parametrize(("act", "change"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_became_of_a_file_is_seen(
    make_log: MakeLog, act: Callable[[Path], object], change: Change, encoding: str
) -> None:
    path = make_log("one\ntwo\nthree\n", encoding=encoding)
    with closing(finish(open_file(path))) as source:
        act(path)
        assert change_of(source) == change
        if change.kind not in ("cut",) or encoding == "utf-16":  # what is in a copy stays
            assert source.read(0, 3) == b"one"


def test_what_was_taken_in_is_no_news(make_log: MakeLog) -> None:
    path = make_log("one\n")
    with closing(finish(open_file(path))) as source:
        path.write_bytes(b"one\ntwo\n")
        source.grow()
        assert change_of(source) == Change("none")
        path.write_bytes(b"one\n")
        assert change_of(source) == Change("cut", 4)
        with pytest.raises(UnreadableLogError, match=r"^console\.log was cut off"):
            source.grow()


def test_a_paste_never_changes() -> None:
    for data in (b"text", "错误码\n".encode("gb18030") * 9):
        with closing(finish(open_bytes(data, "paste"))) as source:
            assert change_of(source) == Change("none")
