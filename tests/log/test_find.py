"""Finding words in a log: which lines, whatever their length, and while the log is read or grows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zegoerr_gui.core.log.find import Finds, Words
from zegoerr_gui.core.log.lines import LogLines
from zegoerr_gui.core.log.source import MemorySource


class GrowingSource(MemorySource):
    """A log to which is added."""

    def add(self, data: bytes) -> None:
        self._data += data


def indexed(data: bytes) -> LogLines:
    lines = LogLines(GrowingSource(data, "log"))
    lines.feed(data)
    return lines


def add(lines: LogLines, data: bytes) -> None:
    assert isinstance(lines.source, GrowingSource)
    lines.source.add(data)
    lines.feed(data)


def found(text: str | bytes, words: str, match_case: bool = False) -> list[int]:
    finds = Finds(indexed(text if isinstance(text, bytes) else text.encode()), Words(words, match_case))
    for _ in finds.run():
        pass
    assert finds.complete
    return list(finds.found)


LOG = 'Token expired\ncall by user\n{"token":""}\ntoken token\n'


@pytest.mark.parametrize(
    ("text", "words", "match_case", "lines"),
    [
        (LOG, "token", False, [0, 2, 3]),
        (LOG, "token", True, [2, 3]),
        (LOG, "TOKEN", False, [0, 2, 3]),
        (LOG, "TOKEN", True, []),
        (LOG, "expired call", False, []),
        (LOG, "r", False, [0, 1]),
        (LOG.rstrip(), "token token", False, [3]),
        ("", "a", False, []),
        ("\n\n a", "a", False, [2]),
        ("a.b\naxb\n", "a.b", False, [0]),
        ("一二\n令牌过期\n", "令牌", False, [1]),
        ("令牌 Expired\n", "令牌 expired", False, [0]),
        ("令牌 Expired\n", "令牌 expired", True, []),
        ("ÉCOLE\nécole\necole\n", "école", False, [0, 1]),
        ("ÉCOLE\nécole\necole\n", "École", True, []),
        ("\U0001f389 x\n", "\U0001f389 X", False, [0]),
        (b"caf\xe9 token\n", "token", False, [0]),
        (r'"msg":"{\"code\":\"1\"}"', '"code":"1"', False, [0]),
        (r'"msg":"{\\\"Code\\\":1}"', 'x"code"', False, []),
        (r'"msg":"{\\\"Code\\\":1}"', '{"code":1}', False, [0]),
        (r'"msg":"{\\\"Code\\\":1}"', '{"code":1}', True, []),
        ('"École"\n', 'l"ÉCOLE"', False, []),
        ('x"École"\n', 'X"ÉCOLE"', False, [0]),
    ],
)
def test_lines_that_hold_the_words(text: str | bytes, words: str, match_case: bool, lines: list[int]) -> None:
    assert found(text, words, match_case) == lines


@given(
    st.lists(st.text('aAéÉ令"\\\r', max_size=12), max_size=12),
    st.text('aéÉ令"', min_size=1, max_size=3),
    st.booleans(),
    st.integers(40, 60),
)
def test_slices_change_nothing(lines: list[str], words: str, match_case: bool, length: int) -> None:
    """What each line says alone is what the whole log says, in slices of any length above the reach of a find."""
    data = "\n".join(lines).encode()
    seeker = Words(words, match_case)
    seeker.slice = seeker.longest = length
    finds = Finds(indexed(data), seeker)
    for _ in finds.run():
        pass
    expected = [at for at, line in enumerate(lines) if list(Words(words, match_case).lines(line.encode()))]
    assert list(finds.found) == expected


def test_a_find_may_lie_on_the_seam_of_a_long_line() -> None:
    for before in range(900, 1100):
        seeker = Words("needle", False)
        seeker.slice = seeker.longest = 500
        data = b"first\n" + b"x" * before + b"needle" + b"y" * 2_000 + b"needle\nlast needle"
        finds = Finds(indexed(data), seeker)
        assert len(list(finds.run())) < 20
        assert list(finds.found) == [1, 2]


def test_a_seeker_without_reach_looks_at_the_beginning_of_a_long_line() -> None:
    seeker = Words("needle", False)
    seeker.slice, seeker.longest, seeker.reach = 100, 500, None
    data = b"needle" + b"x" * 5_000 + b"\n" + b"x" * 5_000 + b"needle\nneedle\n"
    finds = Finds(indexed(data), seeker)
    for _ in finds.run():
        pass
    assert (list(finds.found), finds.cut) == ([0, 2], 1)


def test_the_search_goes_as_far_as_the_log_is_indexed() -> None:
    text = "".join(f"line {number} needle\n" for number in range(100)).encode()
    lines = LogLines(MemorySource(text, "log"))
    finds = Finds(lines, Words("needle", False))
    counts = []
    for begin in range(0, len(text), 333):
        lines.feed(text[begin : begin + 333])
        for _ in finds.run():
            pass
        counts.append(len(finds))
        assert finds.share <= 1
        assert len(finds) <= len(lines)
    assert counts == sorted(counts)
    assert list(finds.found) == list(range(100))


def test_what_is_added_to_the_log_is_looked_at_too() -> None:
    lines = indexed(b"a needle\nb nee")
    finds = Finds(lines, Words("needle", False))
    for more, expected in [(b"", [0]), (b"dle", [0, 1]), (b" and on", [0, 1]), (b"\nc\nneedle\n", [0, 1, 3])]:
        add(lines, more)
        for _ in finds.run():
            pass
        assert list(finds.found) == expected
        assert finds.complete


def test_a_search_that_was_dropped_goes_on() -> None:
    seeker = Words("needle", False)
    seeker.slice = seeker.longest = 700
    finds = Finds(indexed(b"one needle\n" * 1_000), seeker)
    steps = finds.run()
    for _ in range(3):
        next(steps)
    del steps
    assert 0 < len(finds) < 1_000
    assert not finds.complete
    for _ in finds.run():
        pass
    assert list(finds.found) == list(range(1_000))


def test_finds_before_and_after_a_line() -> None:
    finds = Finds(indexed(b"x\nneedle\nx\nx\nneedle\nx"), Words("needle", False))
    for _ in finds.run():
        pass
    assert [finds.next_from(line) for line in range(6)] == [1, 1, 4, 4, 4, None]
    assert [finds.last_until(line) for line in range(6)] == [None, 1, 1, 1, 4, 4]
    assert [finds.number_of(line) for line in range(6)] == [None, 0, None, None, 1, None]


def test_a_seeker_that_gives_up_ends_the_search() -> None:
    class Slow(Words):
        given_up = 0

        @property
        def stopped(self) -> bool:  # type: ignore[override]
            return self.given_up > 1

        def lines(self, data: bytes):  # type: ignore[no-untyped-def]
            self.given_up += 1
            return super().lines(data)

    seeker = Slow("needle", False)
    seeker.slice = seeker.longest = 700
    finds = Finds(indexed(b"one needle\n" * 1_000), seeker)
    for _ in finds.run():
        pass
    assert not finds.complete
    assert 0 < len(finds) < 200


@pytest.mark.parametrize(
    ("text", "words", "match_case", "spans"),
    [
        ("Token token", "token", False, [(0, 5), (6, 11)]),
        ("Token token", "token", True, [(6, 11)]),
        ('say \\"a\\" "a"', '"a"', False, [(5, 9), (10, 13)]),
        ("\U0001f389 É", "é", False, [(2, 3)]),
        ("nothing", "x", False, []),
    ],
)
def test_where_the_words_stand_in_a_text(text: str, words: str, match_case: bool, spans: list[tuple[int, int]]) -> None:
    assert Words(words, match_case).spans(text) == spans
