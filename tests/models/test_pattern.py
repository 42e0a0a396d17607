"""Finding by a pattern: line by line for the user, many lines at once for the engine."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRegularExpression

from zegoerr_gui.core.log.find import Finds, Words
from zegoerr_gui.core.log.lines import LogLines
from zegoerr_gui.core.log.source import MemorySource
from zegoerr_gui.core.log.visible import decode
from zegoerr_gui.models.pattern import MOST_GIVEN_UP, BadPatternError, Pattern, seeker

PARTY = "\U0001f389"


def found(text: str | bytes, pattern: str, match_case: bool = False) -> list[int]:
    data = text if isinstance(text, bytes) else text.encode()
    lines = LogLines(MemorySource(data, "log"))
    lines.feed(data)
    finds = Finds(lines, Pattern(pattern, match_case))
    for _ in finds.run():
        pass
    return list(finds.found)


@pytest.mark.parametrize(
    ("text", "pattern", "lines"),
    [
        ("ab\ncd\nAB\n", "a.", [0, 2]),
        ("ab\ncd\n", "^c", [1]),
        ("ab\ncd\n", "b$", [0]),
        ("ab\r\ncd\r\n", "b$", [0]),
        ("ab\ncd", "d$", [1]),
        ("ab\ncd\n", r"b\s+c", []),
        ("ab\nb c\ncd\n", r"b\s+c", [1]),
        ("ab\nb c\n", r"[^x]+c", [1]),
        ("a\nb\n", "", [0, 1]),
        ("a\n\nb", "^$", [1]),
        ("a\n\nb\n", "^$", [1]),
        ("a1\nb\n", r"\D$", [1]),
        ("a\nb\n", r"a(?!\s)", [0]),
        ("a\nb\n", r"a[^x]*+$", [0]),
        ("a\nb\n", r"b\z", [1]),
        ("a\nb\n", r"a\z", [0]),
        (f"{PARTY}{PARTY}\nx\n{PARTY}x\n", "^x|.x", [1, 2]),
        ("令牌 1\n令牌 x\n", r"令牌 \d", [0]),
        (b"caf\xe9 1\nx 2\n", r"\s\d$", [0, 1]),
    ],
)
def test_lines_that_match(text: str | bytes, pattern: str, lines: list[int]) -> None:
    assert found(text, pattern) == lines


def test_case_matters_when_asked_for() -> None:
    assert found("Token\ntoken\n", "t.ken", match_case=True) == [1]
    assert found("Token\ntoken\n", "t.ken") == [0, 1]


@given(
    st.lists(st.text(f"ab \r\t{PARTY}é", max_size=8), max_size=12),
    st.sampled_from(
        ["a", "^", "$", "^$", "a+b", r"a\s*b", "[^b]", r"\ba", r"\B", "(a|b)$", r"(a)\1", "a*", "[^a]*b", ".a"]
    ),
)
def test_lines_matched_together_match_as_each_does_alone(lines: list[str], pattern: str) -> None:
    alone = QRegularExpression(pattern)
    data = "\n".join(lines)
    numbers = list(Pattern(pattern, True).lines(data.encode()))
    read = data.replace("\r\n", "\n").removesuffix("\n").split("\n") if data else []
    assert numbers == [number for number, line in enumerate(read) if alone.match(line).hasMatch()]


def test_many_lines_with_and_without_a_match() -> None:
    text = "".join(f"line {number} {'x' * (number % 90)}\n" for number in range(3_000))
    assert found(text, r"line \d*7 ") == list(range(7, 3_000, 10))
    assert found(text, "line 2999") == [2_999]


def test_of_a_long_line_the_beginning_is_looked_at() -> None:
    text = "x" * 60_000 + "a1" + "x" * 100_000 + "b2\na3\n"
    assert found(text, r"a\d") == [0, 1]
    assert found(text, r"b\d") == []


@pytest.mark.parametrize("pattern", ["(a+)+$", "(?:a|a)+$(?=)"], ids=["together", "line by line"])
def test_a_pattern_that_is_too_hard_is_given_up_after_ten_lines(pattern: str) -> None:
    data = ("a" * 60 + "b\n").encode() * 1_000
    hard = Pattern(pattern, False)
    lines = LogLines(MemorySource(data, "log"))
    lines.feed(data)
    finds = Finds(lines, hard)
    for _ in finds.run():
        pass
    assert hard.given_up == MOST_GIVEN_UP
    assert hard.stopped
    assert not len(finds)
    assert hard.spans("aaa") == []


def test_a_pattern_that_is_hard_in_one_line_only_goes_on() -> None:
    text = "aab\n" + "a" * 60 + "b\n" + "aaa\n" * 3
    assert found(text, "(a+)+$") == [2, 3, 4]


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("foo(bar", "missing closing parenthesis, at character 7"),
        ("a[b", "missing terminating ] for character class, at character 3"),
        (f"{PARTY}*+*", "quantifier does not follow a repeatable item, at character 4"),
    ],
)
def test_a_fault_is_told_in_words(pattern: str, said: str) -> None:
    with pytest.raises(BadPatternError) as told:
        Pattern(pattern, False)
    assert str(told.value) == said


def test_where_a_pattern_matches_in_a_text() -> None:
    assert Pattern("a.", False).spans(f"{PARTY}ab AB") == [(1, 3), (4, 6)]
    assert Pattern("x*", False).spans("axx") == [(1, 3)]
    assert Pattern("a.", False).spans(decode(b"\xff\xfe ab")) == [(3, 5)]


def test_what_was_typed_is_words_or_a_pattern() -> None:
    assert seeker("", False, False) is None
    assert isinstance(seeker("a.b", False, False), Words)
    assert isinstance(seeker("a.b", True, False), Pattern)
