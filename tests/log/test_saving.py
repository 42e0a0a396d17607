"""Saving lines of a log: byte for byte, and never half a file."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from zegoerr_gui.core.log import saving
from zegoerr_gui.core.log.lines import LogLines
from zegoerr_gui.core.log.saving import UnsavedError, save_lines
from zegoerr_gui.core.log.source import MemorySource, UnreadableLogError


def indexed(data: bytes) -> LogLines:
    lines = LogLines(MemorySource(data, "log"))
    lines.feed(data)
    return lines


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


LOG = b"zero\none\r\ntwo \xff\n\nfour"


@pytest.mark.parametrize(
    ("spans", "saved"),
    [
        ([(0, 4)], LOG),
        ([(1, 2)], b"one\r\ntwo \xff\n"),
        ([(0, 0), (2, 3)], b"zero\ntwo \xff\n\n"),
        ([(4, 4)], b"four"),
        ([], b""),
    ],
)
def test_lines_are_saved_as_they_stand(tmp_path: Path, spans: list[tuple[int, int]], saved: bytes) -> None:
    target = tmp_path / "lines.log"
    target.write_bytes(b"what was there before")
    for _ in save_lines(indexed(LOG), spans, target):
        pass
    assert target.read_bytes() == saved
    assert names(tmp_path) == ["lines.log"]


def test_a_large_log_is_saved_in_slices_of_whole_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saving, "_SLICE", 100)
    log = b"".join(b"line %d\n" % number for number in range(1_000)) + b"x" * 950 + b"\nend\n"
    seen: list[bytes] = []

    def masked(pieces: Iterator[bytes]) -> Iterator[bytes]:
        for data in pieces:
            seen.append(data)
            yield data.replace(b"line", b"LINE")

    written = list(save_lines(indexed(log), [(0, 1_001)], tmp_path / "lines.log", masked))
    assert (tmp_path / "lines.log").read_bytes() == log.replace(b"line", b"LINE")
    assert written == sorted(written)
    assert written[-1] == 1_002
    assert b"".join(seen) == log
    assert all(len(data) <= 100 for data in seen)
    assert all(data.endswith(b"\n") for data in seen if b"line" in data)


def test_a_saving_that_is_dropped_leaves_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "lines.log"
    target.write_bytes(b"before")
    steps = save_lines(indexed(LOG), [(0, 1), (3, 4)], target)
    next(steps)
    assert len(names(tmp_path)) == 2
    del steps
    assert names(tmp_path) == ["lines.log"]
    assert target.read_bytes() == b"before"


@pytest.mark.skipif(sys.platform == "win32", reason="a folder may be written there")
def test_a_place_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    for target in (tmp_path / "no such folder" / "lines.log", tmp_path):
        with pytest.raises(UnsavedError, match=r"cannot be written: .+\. Choose another folder or name\."):
            list(save_lines(indexed(LOG), [(0, 4)], target))
    assert names(tmp_path) == []


def test_a_log_that_breaks_leaves_no_file(tmp_path: Path) -> None:
    class Broken(MemorySource):
        def read(self, offset: int, count: int) -> bytes:
            raise UnreadableLogError("log can no longer be read.")

    lines = LogLines(Broken(LOG, "log"))
    lines.feed(LOG)
    with pytest.raises(UnreadableLogError):
        list(save_lines(lines, [(0, 2)], tmp_path / "lines.log"))
    assert names(tmp_path) == []
