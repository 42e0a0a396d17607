"""HTML as its text: lines where a reader sees lines."""

from typing import Any

import pytest

from zegoerr_gui.core.log.html_text import html_text


def text_of(html: str) -> str:
    work: Any = html_text(html)
    while True:
        try:
            next(work)
        except StopIteration as end:
            return str(end.value)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>one</p><p>two</p>", "one\ntwo\n"),
        ("<div>one<br>two</div>three", "one\ntwo\nthree\n"),
        ("<div><div>one</div></div>\n  <div>two</div>", "one\ntwo\n"),
        ("a <b>code</b>\n 1103061&nbsp;&lt;failed&gt;", "a code 1103061 <failed>\n"),
        ("<table><tr><td>10:00</td><td>1103061</td></tr><tr><td>x</td></tr></table>", "10:00\t1103061\nx\n"),
        ("<pre>one\n  two</pre>", "one\n  two\n"),
        ("<head><title>t</title><style>p{}</style></head><script>1103064</script><p>text", "text\n"),
        ("<p>&nbsp;&nbsp;two in", "  two in\n"),
        ("<img src=//host/x.png>", "\n"),
    ],
)
def test_html_is_read_as_a_reader_sees_it(html: str, text: str) -> None:
    assert text_of(html) == text


def test_a_tag_that_a_slice_cuts_is_no_text() -> None:
    html = "<p class=x>line</p>" * 5_000
    assert text_of(html) == "line\n" * 5_000
