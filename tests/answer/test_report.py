"""The report: one page that does nothing and loads nothing, with all that the log tells."""

import re
from html.parser import HTMLParser

import pytest

from tests.recognition.shapes import red, room, stream
from zegoerr_gui import __version__
from zegoerr_gui.core.answer.report import report
from zegoerr_gui.core.answer.telling import Teller
from zegoerr_gui.core.answer.timeline_svg import timeline_svg
from zegoerr_gui.core.recognition.recogniser import Recogniser

from .logs import NAMES, situation_in, situation_of, words

HOSTILE = '"><script>alert(1)</script><img src=//host/x>'
HARMLESS = {
    *("html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "h4", "p", "br", "ul", "ol", "li", "pre"),
    *("table", "tr", "th", "td", "figure", "figcaption", "svg", "g", "line", "text", "polygon", "circle", "polyline"),
}


class Page(HTMLParser):
    """The tags and attributes of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attributes}
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attributes)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("name", NAMES)
def test_the_page_does_nothing_and_loads_nothing(recogniser: Recogniser, name: str) -> None:
    html = report(situation_in(recogniser, name), words(), str, str).html
    page = Page(html)
    assert page.tags <= HARMLESS
    assert not page.open
    assert not {one for one in page.attributes if one.startswith("on")} | ({"src", "href", "style"} & page.attributes)
    style = html[html.index("<style>") : html.index("</style>")]
    assert "url(" not in style
    assert "@import" not in style
    assert "default-src 'none'" in html


def test_a_hostile_log_is_only_text(recogniser: Recogniser) -> None:
    lines = [stream("NO_PUBLISH", 1103021, name=HOSTILE, reason=HOSTILE), red(HOSTILE, "zb.x", moment=50_000)]
    html = report(situation_of(recogniser, *lines), words(), str, str).html
    assert Page(html).tags <= HARMLESS
    assert "&lt;script&gt;" in html


def test_it_holds_what_it_promises(recogniser: Recogniser) -> None:
    lines = [
        room("LOGIN_FAILED", 1102016),
        room("LOGINED", moment=9000),
        red("odd thing", "zb.x", moment=20_000),
        stream("NO_PUBLISH", 1102017, moment=40_000),
    ]
    made = report(situation_of(recogniser, *lines), words(), str, lambda: "2 tokens")
    text = made.markdown
    order = [
        "# What the log says: test.log",
        "Last failure that did not recover: 1102017 Dispatch failed, 10:00:40.000 (line 4).",
        "Before it, in this order: 1102016 The login token has a wrong format (line 1, recovered or worked later).",
        "1 failure recovered or worked in a later attempt.",
        "## Failures",
        "### 1102016 The login token has a wrong format",
        "a later attempt worked. Logging in to room r1 ended with it.",
        "Next move: Developer",
        "Lines 1-2:",
        "### 1102017 Dispatch failed",
        "Escalation: Escalate to ZEGOCLOUD technical support with:",
        "## Errors without a code",
        "- line 3: odd thing",
        "## Where the log comes from",
        "- AppID: 1234567890 (line 1)",
        "## Still missing",
        "- The user ID",
        "## About this report",
        "- Log: 4 lines, ",
        "- Error codes: Common error codes, Web, as of 2025-01-21, for SDK 3.12.0",
        "- Masked: 2 tokens",
        f"- Made with: ZegoErr {__version__}",
    ]
    places = [text.find(part) for part in order]
    assert -1 not in places, order[places.index(-1)]
    assert places == sorted(places)


def test_secrets_are_masked_in_it_and_counted_at_its_end(recogniser: Recogniser) -> None:
    secret = "04AAAAAsecretsecret"
    hidden: list[str] = []

    def mask(text: str) -> str:
        hidden.extend([secret] * text.count(secret))
        return text.replace(secret, "<token-1>")

    situation = situation_of(recogniser, stream("NO_PUBLISH", 1102017, name=secret, reason=secret))
    made = report(situation, words(), mask, lambda: f"{len(hidden)} tokens")
    assert "secret" not in made.html + made.markdown
    assert f"Masked: {len(hidden)} tokens" in made.markdown
    assert "Masked: nothing" in report(situation, words(), str, str).markdown


def test_a_log_without_a_failure_has_a_report_too(recogniser: Recogniser) -> None:
    made = report(situation_of(recogniser, room("LOGINED")), words(), str, str)
    assert "The log shows no error code." in made.markdown
    assert "<svg" not in made.html


# The drawing


def signs(recogniser: Recogniser, *lines: str) -> list[str]:
    drawn = timeline_svg(Teller(situation_of(recogniser, *lines), words()))
    return re.findall(r'<(?:polygon|circle|polyline) class="(\w+)"', drawn)


def test_each_end_has_a_shape_of_its_own(recogniser: Recogniser) -> None:
    assert signs(
        recogniser,
        stream("NO_PUBLISH", 1102017),
        stream("PLAY_REQUESTING", 1104028, moment=100_000),
        red("token is empty", moment=200_000),
        room("RECONNECTING", 1000017, moment=300_000),
        room("RECONNECTED", moment=301_000),
        stream("NO_PUBLISH", name="s9", moment=400_000),
    ) == ["failed", "retrying", "unknown", "recovered"]


def test_failures_at_one_place_are_one_sign_that_counts_them_and_shows_the_worst(recogniser: Recogniser) -> None:
    lines = [
        red("token is empty"),
        stream("NO_PUBLISH", 1102017, moment=20),
        room("LOGIN_FAILED", 1102016, moment=40),
        stream("NO_PLAY", name="s9", moment=900_000),
    ]
    drawn = timeline_svg(Teller(situation_of(recogniser, *lines), words()))
    assert signs(recogniser, *lines) == ["failed"]
    assert '<text class="count" x="23.0" y="21" text-anchor="middle">3</text>' in drawn
    assert "1100001, 10:00:00 (line 1); 1102017, 10:00:00 (line 2)" in drawn


def test_without_times_the_lines_are_the_axis(recogniser: Recogniser) -> None:
    drawn = timeline_svg(Teller(situation_of(recogniser, "x", "the zego error 1103021 again", "x"), words()))
    assert re.findall(r'class="label"[^>]*>([^<]*)<', drawn) == ["1", "3"]
