"""The three forms of a reply on the clipboard."""

import pytest

from zegoerr_gui.core.answer.clipping import clip_of_edited, harmless_html, masked_edit
from zegoerr_gui.core.answer.redaction.masking import Masking

TOKEN = "04AAAAAGUkP2QAEG5xZ2h2c2hrYjFqd2d0aWkAoJ3hqLq0v1a5k8bq7mVd4a9sK2bqYp8u3mTn5cX6vD1wZ0rS9yE4fG7hJ8kL2="


def test_an_edited_text_becomes_markdown_and_html_in_which_nothing_acts() -> None:
    clip = clip_of_edited("Use <b> & *this*.\nOr <img src=//host/x>.\n\n1. not a list", "text")
    assert clip.text == "Use <b> & *this*.\nOr <img src=//host/x>.\n\n1. not a list"
    assert clip.markdown == "Use \\<b\\> \\& \\*this\\*.\\\nOr \\<img src=//host/x\\>.\n\n1\\. not a list\n"
    assert clip.html == ("<p>Use &lt;b&gt; &amp; *this*.<br>\nOr &lt;img src=//host/x&gt;.</p>\n<p>1. not a list</p>\n")


def test_edited_markdown_stays_markdown() -> None:
    clip = clip_of_edited("**Now** <script>", "markdown")
    assert (clip.text, clip.markdown) == ("**Now** <script>", "**Now** <script>")
    assert clip.html == "<p>**Now** &lt;script&gt;</p>\n"


@pytest.mark.parametrize(
    ("edited", "harmless"),
    [
        ("<p>Hello &amp; welcome<br>\nagain</p>", "<p>Hello &amp; welcome<br>\nagain</p>"),
        ("<ol>\n<li>One</li>\n</ol>", "<ol>\n<li>One</li>\n</ol>"),
        ("<P onclick='x()'>Hi</P>", "<p>Hi</p>"),
        ("<img src=//host/x>", "&lt;img src=//host/x&gt;"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("<style>p{}</style>", "&lt;style&gt;p{}&lt;/style&gt;"),
        ("<!-- x --><!doctype html><?php x ?>", "&lt;!-- x --&gt;&lt;!doctype html&gt;&lt;?php x ?&gt;"),
        ("a < b and &#x27;c&#x27; &lt;token-1&gt;", "a &lt; b and &#x27;c&#x27; &lt;token-1&gt;"),
        ("<a href='javascript:x'>y</a>", "&lt;a href=&#x27;javascript:x&#x27;&gt;y&lt;/a&gt;"),
        ("an end <im", "an end &lt;im"),
    ],
)
def test_edited_html_keeps_the_tags_of_replies_only(edited: str, harmless: str) -> None:
    assert harmless_html(edited) == harmless
    assert clip_of_edited(edited, "html").html == harmless


def test_a_secret_that_was_pasted_into_a_reply_is_masked_and_the_desks_address_stays() -> None:
    masking = Masking()
    text = f"Write to help@desk.example or call +49 30 1234567. Your token {TOKEN} has expired; {TOKEN} too."
    assert masked_edit(text, masking) == (
        "Write to help@desk.example or call +49 30 1234567. Your token <token-1> has expired; <token-1> too."
    )
    assert masked_edit("Nothing here", masking) == "Nothing here"
