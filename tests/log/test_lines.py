"""Lines as bytes: the index tells the same lines as splitting at every LF, whatever the slices it was fed."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zegoerr_gui.core.log import lines
from zegoerr_gui.core.log.lines import BLOCK, LogLines
from zegoerr_gui.core.log.source import MemorySource

TEXTS = [
    b"",
    b"\n",
    b"\n\n",
    b"one",
    b"one\n",
    b"one\ntwo",
    b"\none\n\ntwo\n\n",
    b"one\r\ntwo\r\n",
    b"one\rtwo",
    b"\r\n\r",
    b"\0\n\xff\xfe\n\x80",
    "多行\u2028文本\x85\n".encode(),
]


def indexed(data: bytes, *cuts: int) -> LogLines:
    """The lines of a text that was fed in slices."""
    index = LogLines(MemorySource(data, "test"))
    for begin, end in pairwise([0, *sorted(min(cut, len(data)) for cut in cuts), len(data)]):
        index.feed(data[begin:end])
    return index


def spans_by_splitting(data: bytes) -> list[tuple[int, int]]:
    """Where the lines stand by the simplest rule: split at LF; the end of the text begins no line of its own."""
    spans, start = [], 0
    for part in data.split(b"\n"):
        spans.append((start, start + len(part)))
        start += len(part) + 1
    return spans[:-1] if data.endswith(b"\n") or not data else spans


def check(data: bytes, index: LogLines) -> None:
    """Every promise about the lines of a text that is indexed to its end."""
    spans = spans_by_splitting(data)
    assert index.complete
    assert index.indexed == len(data)
    assert len(index) == len(spans)
    assert [index.span(line) for line in range(len(index))] == spans
    for line, (start, end) in enumerate(spans):
        text = data[start:end]
        assert index.head(line, len(data) + 1) == text.removesuffix(b"\r")


@pytest.fixture
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks of 4 bytes of which 2 are kept, so that short texts have many."""
    monkeypatch.setattr(lines, "BLOCK", 4)
    monkeypatch.setattr(lines, "_KEPT_BLOCKS", 2)


@pytest.mark.parametrize("data", TEXTS, ids=repr)
def test_lines_are_what_splitting_at_lf_gives(data: bytes) -> None:
    check(data, indexed(data))


@pytest.mark.parametrize("data", TEXTS, ids=repr)
def test_lines_are_the_same_fed_byte_by_byte(data: bytes, small_blocks: None) -> None:
    check(data, indexed(data, *range(len(data))))


@given(
    data=st.one_of(st.binary(max_size=60), st.text("\n\r ab你", max_size=60).map(str.encode)),
    cuts=st.lists(st.integers(0, 60), max_size=8),
    block=st.integers(1, 9),
)
def test_any_bytes_in_any_slices_and_blocks_have_the_same_lines(data: bytes, cuts: list[int], block: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines, "BLOCK", block)
        patch.setattr(lines, "_KEPT_BLOCKS", 2)
        check(data, indexed(data, *cuts))


@given(
    data=st.text("\n\rab", max_size=40).map(str.encode),
    cuts=st.lists(st.integers(0, 40), min_size=1, max_size=8),
    block=st.integers(1, 9),
)
def test_lines_asked_for_while_a_text_is_still_fed_stay_true(data: bytes, cuts: list[int], block: int) -> None:
    spans = spans_by_splitting(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines, "BLOCK", block)
        index = LogLines(MemorySource(data, "test"))
        for begin, end in pairwise([0, *sorted(min(cut, len(data)) for cut in cuts), len(data)]):
            index.feed(data[begin:end])
            so_far = [index.span(line) for line in range(len(index))]
            assert so_far == spans[: len(so_far)]
            assert len(so_far) >= data.count(b"\n", 0, end)
        check(data, index)


@pytest.mark.parametrize("end", [-1, 0, 1])
@pytest.mark.parametrize("slice_size", [1000, BLOCK - 1, BLOCK, BLOCK + 1, 10 * BLOCK])
def test_lines_hold_across_blocks_of_real_size(slice_size: int, end: int) -> None:
    long_line = b"x" * (BLOCK - 5 + end) + b"\n"
    data = (
        long_line + b"\n".join(b"%d" % number for number in range(BLOCK // 4)) + b"\n" + b"y" * (2 * BLOCK) + b"\nend"
    )
    index = indexed(data, *range(0, len(data), slice_size))
    spans = spans_by_splitting(data)
    assert len(index) == len(spans)
    for line in (0, 1, 2, len(spans) // 2, len(spans) - 3, len(spans) - 2, len(spans) - 1):
        start, stop = spans[line]
        assert index.span(line) == spans[line]
        assert index.head(line, 50) == data[start:stop][:50]


def test_the_last_line_counts_only_when_all_is_indexed_unless_it_has_ended() -> None:
    data = b"one\ntwo\nthree"
    index = LogLines(MemorySource(data, "test"))
    assert (len(index), index.complete) == (0, False)
    index.feed(data[:6])
    assert (len(index), index.complete) == (1, False)
    index.feed(data[6:])
    assert (len(index), index.complete) == (3, True)


def test_an_empty_log_is_complete_and_has_no_line() -> None:
    index = indexed(b"")
    assert (len(index), index.complete) == (0, True)
    with pytest.raises(IndexError):
        index.span(0)


@pytest.mark.parametrize("line", [-1, 2, 1000])
def test_a_line_beyond_the_last_raises_index_error(line: int) -> None:
    index = indexed(b"one\ntwo\n")
    with pytest.raises(IndexError):
        index.span(line)
    with pytest.raises(IndexError):
        index.head(line, 10)


HEADS = [
    (b"one two\nx", 0, 3, b"one"),
    (b"one two\nx", 0, 7, b"one two"),
    (b"one two\nx", 0, 100, b"one two"),
    (b"one two\nx", 1, 100, b"x"),
    (b"one\r\nx\r\n", 0, 100, b"one"),
    (b"one\r\nx\r\n", 0, 4, b"one"),
    (b"one\r\nx\r\n", 0, 3, b"one"),
    (b"a\rb\r\n", 0, 2, b"a\r"),
    (b"a\r\r\n", 0, 100, b"a\r"),
    (b"x\r", 0, 100, b"x"),
    (b"\r\n", 0, 100, b""),
    (b"\nx", 0, 100, b""),
    (b"one", 0, 0, b""),
]


@pytest.mark.parametrize(("data", "line", "count", "head"), HEADS)
def test_a_head_is_the_beginning_of_a_line_without_its_line_end(
    data: bytes, line: int, count: int, head: bytes
) -> None:
    assert indexed(data).head(line, count) == head


def test_only_a_few_blocks_are_kept_however_far_one_jumps(small_blocks: None) -> None:
    data = b"ab\n" * 100
    index = indexed(data)
    reads: list[int] = []
    source = index.source
    index.source = Counted(data, reads)
    for line in (0, 99, 50, 0, 99, 50):
        index.span(line)
    assert len(reads) > len(set(reads))  # what was not kept is read again
    reads.clear()
    index.span(50)
    index.span(50)
    assert reads == []
    source.close()


class Counted(MemorySource):
    """A source that notes where it is read."""

    def __init__(self, data: bytes, reads: list[int]) -> None:
        super().__init__(data, "counted")
        self._reads = reads

    def read(self, offset: int, count: int) -> bytes:
        self._reads.append(offset)
        return super().read(offset, count)
