"""What must not be obeyed is shown: as many characters as before, none of them a command to a terminal or a painter."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zegoerr_gui.core.log.visible import decode, visible

DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
SHOWN = [
    ("plain text", "plain text"),
    ("多行 é 😀 ‼", "多行 é 😀 ‼"),
    ("a\tb", "a b"),
    ("\x00\x01\x1b\x1f", "␀␁␛␟"),
    ("one\ntwo\r\n", "one␊two␍␊"),
    ("\x7f", "␡"),
    ("\x80\x85\x9b\x9f", "␦␦␦␦"),
    (DIRECTIONS, "␦" * len(DIRECTIONS)),
    ("user\u202egpj.exe", "user␦gpj.exe"),
    ("\u200b\u2060\ufeff", "␦␦␦"),
    ("\u2028\u2029", "␦␦"),
    ("\ud800\udcff\udfff", "���"),
    ("x\udcffy", "x�y"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "shown"), SHOWN, ids=[ascii(text) for text, _ in SHOWN])
def test_controls_directions_and_what_is_no_text_become_signs(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(text=st.text(st.characters(codec=None)))
def test_any_text_stays_as_long_and_holds_no_command(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert not [char for char in shown if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") or char in DIRECTIONS]


def test_every_single_character_is_shown_as_one() -> None:
    for number in range(0x110000):
        shown = visible(chr(number))
        assert len(shown) == 1
        if unicodedata.category(shown) in ("Cc", "Cs", "Zl", "Zp") or shown in DIRECTIONS:
            pytest.fail(f"U+{number:04X} is shown as itself")


@pytest.mark.parametrize("char", ["a", "é", "多", "😀", "\u200d", "\u200c", "\u0301", "\xa0"], ids=ascii)
def test_letters_marks_and_joiners_are_left_alone(char: str) -> None:
    assert visible(f"x{char}x") == f"x{char}x"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"plain", "plain"),
        ("多".encode(), "多"),
        (b"\xff1\xfe", "\udcff1\udcfe"),
        ("多".encode()[:2], "\udce5\udca4"),
        (b"\xed\xa0\x80", "\udced\udca0\udc80"),
        (b"a\0b\r", "a\0b\r"),
    ],
)
def test_each_byte_that_is_no_text_is_one_character(data: bytes, text: str) -> None:
    assert decode(data) == text


@given(data=st.binary())
def test_decoding_loses_nothing_and_can_be_shown(data: bytes) -> None:
    text = decode(data)
    assert text.encode("utf-8", "surrogateescape") == data
    visible(text).encode("utf-8")  # raises where a lone surrogate is left
    assert len(visible(text)) == len(text)
