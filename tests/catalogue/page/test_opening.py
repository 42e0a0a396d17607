"""Files that are no page are refused with one sentence; a page in any encoding is read."""

import contextlib
from pathlib import Path

import pytest

from tests.catalogue.page.reading import imported
from zegoerr_gui.core.catalogue.page.blocks import MOST_PIECES, PageError
from zegoerr_gui.core.catalogue.page.importing import import_page
from zegoerr_gui.core.catalogue.page.opening import LARGEST_PAGE, LARGEST_TEXT, LONGEST_LINE, decode_page, open_page

HOW = "Save the page as HTML or Markdown, or copy its text into a text file."
PAGE = "Error codeDescription\n1001001Description: 炉灶太冷。\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7", f"x is a PDF, not a page. {HOW}"),
        (b"PK\x03\x04", f"x is an Office document or an archive, not a page. {HOW}"),
        (b"MIME-Version: 1.0\n", f"x is a web archive. {HOW}"),
        (b"", f"x is empty. {HOW}"),
        (b" \n\t", f"x is empty. {HOW}"),
        (b"abc\ndef" + b"\x01\x02" * 60, f"x:2: this is no text, it has 120 control characters. {HOW}"),
        (
            b"no table here",
            "No table of error codes was found in x. Save the whole page, or copy it with its tables.",
        ),
        (b"a" * (LARGEST_PAGE + 1), "x has more than 20,000,000 bytes. Save only the page with the codes."),
        (b"a b\n" * (LARGEST_TEXT // 4 + 1), "x has more than 5,000,000 bytes. Save only the part with the codes."),
        (
            b"a\n" + b"b" * (LONGEST_LINE + 1),
            "x:2: this line has 50,001 characters, and 50,000 at most are read. Save only the part with the codes.",
        ),
        (
            b"a\n" * (MOST_PIECES + 1),
            "Line 100001: the page has more than 100,000 texts. Save only the part with the codes.",
        ),
    ],
)
def test_what_is_no_page_is_refused_with_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(PageError) as refused:
        imported(data, "x")
    assert str(refused.value) == said


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("prose.txt", "word word\n"),
        ("numbers.txt", "1001001\n"),
        ("rows.txt", "1001001\tThe stove is cold\n"),
        ("headings.md", "# a\n"),
        ("signs.html", "<" * 20),
        ("texts.html", "<p>a</p>"),
        ("comments.html", "<!-- a -->" * 5),
    ],
)
def test_a_large_page_is_read_in_many_small_steps(name: str, line: str) -> None:
    def steps(lines: int) -> int:
        page = decode_page(f"<body>{line * lines}".encode() if name.endswith("html") else (line * lines).encode(), name)
        count = 0
        with contextlib.suppress(PageError):
            for _ in import_page(page):
                count += 1
        return count

    assert steps(20_000) > 1.7 * steps(10_000) > 150


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path, why in ((tmp_path / "no.html", "does not exist"), (tmp_path, "is not a file")):
        with pytest.raises(PageError) as refused:
            open_page(path)
        assert str(refused.value) == f"{path} {why}. Name a page that was saved as a file."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030"])
def test_text_is_decoded(encoding: str) -> None:
    assert "Description: 炉灶太冷" in decode_page((PAGE * 20).encode(encoding), "x.txt").text


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("x.txt", PAGE, "copied"),
        ("x", "<!DOCTYPE html><p>", "html"),
        ("x.txt", "<table><tr><td>1</td></tr></table>", "html"),
        ("x.txt", "# A\n<table><tr><td>1</td></tr></table>", "markdown"),
        ("x.txt", "|a|b|\n|-|-|\n", "markdown"),
        ("x.mdx", "a", "markdown"),
    ],
)
def test_the_kind_is_told_by_name_and_content(name: str, text: str, kind: str) -> None:
    assert decode_page(text.encode(), name).kind == kind


def test_control_characters_are_removed_and_told() -> None:
    report = imported(PAGE.replace("炉", "\x00炉\x1b"), "x.txt").report
    assert [odd.words for odd in report.oddities if odd.kind == "control characters"] == [
        "2 control characters were removed"
    ]


def test_bytes_that_no_encoding_has_are_told_beside_what_is_odd_in_the_same_line() -> None:
    text = b"<meta charset=utf-8><table><tr><th>Error code<th>Meaning<tr><td>1001001<td>No \xff fire.</table>"
    report = imported(text, "x.html").report
    told = [(odd.line, odd.code) for odd in report.oddities if odd.kind == "unreadable character"]
    assert told == [(1, None), (1, 1001001)]
