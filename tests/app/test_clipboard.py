"""What a paste or a drop means."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from zegoerr_gui.app.clipboard import Pasted, read_pasted
from zegoerr_gui.core.log.opening import open_html
from zegoerr_gui.core.stepwise import finish

PARTY = "\U0001f389"
LONGEST = 200  # characters of a query


def pasted(text: str) -> Pasted:
    mime = QMimeData()
    mime.setText(text)
    return read_pasted(mime)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("1103064", "1103064"),
        ("  why 1103064?\t", "why 1103064?"),
        ("1103064\n", "1103064"),
        ("\r\n 1103064 \r\n\r\n", "1103064"),
        ("x" * LONGEST, "x" * LONGEST),
        (PARTY * LONGEST, PARTY * LONGEST),
        ("错误码1102016", "错误码1102016"),
        (" " * 900 + "1103064", "1103064"),
        ("1103064" + " " * 900, "1103064"),
    ],
    ids=lambda text: f"{len(text)} {text.strip()[:12]!a}",
)
def test_a_short_line_is_a_query(text: str, query: str) -> None:
    assert pasted(text) == Pasted("query", data=query.encode())


@pytest.mark.parametrize(
    "text",
    [
        "x" * (LONGEST + 1),
        PARTY * (LONGEST + 1),
        "one\ntwo",
        "one\rtwo",
        "1103064\r\n1102016\r\n",
        " " * 900 + "x" * (LONGEST + 1),
        "{" * 5_000,
    ],
    ids=lambda text: f"{len(text)} {text.strip()[:12]!a}",
)
def test_a_line_break_or_a_long_text_makes_a_log(text: str) -> None:
    assert pasted(text) == Pasted("log", data=text.encode())


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t\r\n "])
def test_blanks_are_nothing(text: str) -> None:
    assert pasted(text) == Pasted("nothing")


def test_nothing_at_all_is_nothing() -> None:
    assert read_pasted(None) == read_pasted(QMimeData()) == Pasted("nothing")


def test_files_count_before_the_text_that_names_them(tmp_path: Path) -> None:
    names = ["a b.log", "房间.txt", "#%20.log"]
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in names])
    mime.setText("\n".join(names))
    assert read_pasted(mime) == Pasted("files", files=tuple(tmp_path / name for name in names))


def test_addresses_are_text_and_never_fetched() -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.invalid/1103064")])
    assert read_pasted(mime) == Pasted("query", data=b"https://example.invalid/1103064")


def test_a_picture_is_told_apart_and_text_beside_it_wins(qapp: QApplication) -> None:
    picture = QImage(2, 2, QImage.Format.Format_RGB32)
    mime = QMimeData()
    mime.setImageData(picture)
    assert read_pasted(mime) == Pasted("picture")
    mime.setText("1103064")
    assert read_pasted(mime).kind == "query"
    mime.setText(" ")
    assert read_pasted(mime).kind == "picture"


def test_of_a_web_page_the_words_are_taken() -> None:
    mime = QMimeData()
    mime.setHtml('<img src="//host/x"><b>1103064</b>')
    assert read_pasted(mime) == Pasted("query", data=b"1103064")
    mime.setText("1103064")
    assert read_pasted(mime) == Pasted("query", data=b"1103064")


def test_half_a_character_does_no_harm() -> None:
    mime = QMimeData()
    mime.setData("text/plain", b"\xff\xfe 1103064 \xe6\x88")
    assert read_pasted(mime).kind == "query"
    assert b"1103064" in read_pasted(mime).data
    mime.setData("text/plain", b"\xff" * 5_000)
    assert read_pasted(mime) == Pasted("log", data=b"\xff" * 5_000)


def html(text: str) -> Pasted:
    mime = QMimeData()
    mime.setHtml(text)
    return read_pasted(mime)


def test_html_alone_counts_as_its_text() -> None:
    assert html("<p>why <b>1103064</b>?</p>") == Pasted("query", data=b"why 1103064?")
    assert html("<div>one</div><div>two</div>") == Pasted("log", data=b"one\ntwo\n")
    assert html("<p>&nbsp;</p>") == Pasted("nothing")


def test_plain_text_goes_before_html() -> None:
    mime = QMimeData()
    mime.setHtml("<p>one</p><p>two</p>")
    mime.setText("1103064")
    assert read_pasted(mime) == Pasted("query", data=b"1103064")


def test_a_picture_in_html_is_a_picture() -> None:
    mime = QMimeData()
    mime.setHtml("<img src='file:///shot.png'>")
    mime.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    assert read_pasted(mime) == Pasted("picture")


def test_long_html_is_a_log_that_is_made_text_later() -> None:
    long = "<p>line 错误</p>" * 10_000
    assert html(long) == Pasted("html", data=long.encode())
    with closing(finish(open_html(long, "mail"))) as source:
        assert source.read(0, source.size).decode() == "line 错误\n" * 10_000
