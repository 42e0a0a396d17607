"""One document as text, as Markdown and as HTML."""

from zegoerr_gui.core.answer.document import Document, Heading, Items, Pairs, Paragraph, Picture, Quote, changed
from zegoerr_gui.core.answer.rendering import as_html, as_markdown, as_text

HOSTILE = "<img src=//host/x> & *stars* [a](b)"
DOCUMENT: Document = (
    Heading("Title"),
    Paragraph("Two\nlines"),
    Paragraph("What to do:"),
    Items(("one\nmore", "two"), numbered=True),
    Items((HOSTILE,)),
    Pairs((("AppID", "1"), ("Room", "a\nb"))),
    Quote("<b>\n```x```"),
    Picture("<svg/>", "a < b", "drawn"),
)


def test_text() -> None:
    assert as_text(DOCUMENT) == (
        "Title\n\nTwo\nlines\n\nWhat to do:\n1. one\n   more\n2. two\n\n"
        f"- {HOSTILE}\n\nAppID: 1\nRoom: a\nb\n\n> <b>\n> ```x```\n\ndrawn\n"
    )


def test_what_ends_in_a_colon_stands_right_above_its_list_in_chinese_too() -> None:
    assert as_text([Paragraph("请提供："), Items(("a",)), Items(("b",))]) == "请提供：\n- a\n\n- b\n"


def test_markdown() -> None:
    assert as_markdown(DOCUMENT) == (
        "## Title\n\nTwo\\\nlines\n\nWhat to do:\n\n1. one\\\n   more\n2. two\n\n"
        "- \\<img src=//host/x\\> \\& \\*stars\\* \\[a\\](b)\n\n- AppID: 1\n- Room: a\\\n  b\n\n"
        "````text\n<b>\n```x```\n````\n\ndrawn\n"
    )


def test_html() -> None:
    html = as_html(DOCUMENT)
    assert "<h2>Title</h2>\n<p>Two<br>\nlines</p>" in html
    assert "<ol>\n<li>one<br>\nmore</li>\n<li>two</li>\n</ol>" in html
    assert "<li>&lt;img src=//host/x&gt; &amp; *stars* [a](b)</li>" in html
    assert '<tr><th scope="row">AppID</th><td>1</td></tr>' in html
    assert "<pre>&lt;b&gt;\n```x```</pre>" in html
    assert "<figure><svg/><figcaption>a &lt; b</figcaption></figure>" in html
    assert "<img" not in html


def test_every_text_can_be_changed_but_not_what_is_quoted_or_drawn() -> None:
    document = changed(DOCUMENT, str.upper)
    assert document == (
        Heading("TITLE"),
        Paragraph("TWO\nLINES"),
        Paragraph("WHAT TO DO:"),
        Items(("ONE\nMORE", "TWO"), numbered=True),
        Items((HOSTILE.upper(),)),
        Pairs((("AppID", "1"), ("Room", "A\nB"))),
        Quote("<b>\n```x```"),
        Picture("<svg/>", "a < b", "DRAWN"),
    )
