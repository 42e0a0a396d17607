"""What is said of an entry, as text, as a reply and as Markdown."""

from dataclasses import fields, replace
from typing import Any

import pytest

from zegoerr_gui.core.answer.entry_text import (
    entry_as_markdown,
    entry_as_reply,
    entry_as_text,
    escalation_line,
)
from zegoerr_gui.core.answer.rendering import markdown_escaped
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.entry import ConsoleText, Entry, Formerly, Link, Step, Twin, Variant, When
from zegoerr_gui.core.catalogue.pack import CollectItem, Family, Pack

FAMILIES = (Family("publishing", "Publishing", ("1103",)), Family("playing", "Playing", ("1104",)))
COLLECT = (
    ("app-id", CollectItem("AppID", "The AppID")),
    ("time", CollectItem("Time", "The time, with your time zone")),
)
FULL = Entry(
    1103021,
    "The connection failed",
    "try-then-support",
    "degraded",
    listing="undocumented",
    family="publishing",
    causes=("One.", "Two."),
    steps=(Step("Wait."), Step("Go.", for_cause=2)),
    collect=("app-id", "time"),
    escalate="investigate",
    apis=("startPublishingStream",),
    parameters=("config.x",),
    arrives=("thrown", "publisherStateUpdate"),
    sdk_messages=("no session", "no luck"),
    console_texts=(ConsoleText("no luck"),),
    browser_errors=("NotAllowedError",),
    server_codes=(5, 6),
    twin=Twin(1104021, "When playing it is not so."),
    related=(1104021, 7),
    confused_with=(1104021,),
    variants=(
        Variant(When(sdk="<3.0.0"), description="Another failure", causes=("Three.",), steps=(Step("Update."),)),
        Variant(When(platform="native"), description="A third failure"),
    ),
    formerly=(Formerly(1100001, "3.9.0"),),
    platforms=("web", "mini-program"),
    notes=("A note.",),
    source_notes=("The source is cut.",),
    links=(Link("Page", "https://example.com/?a=1"),),
)
OTHER = Entry(1104021, "Its twin", "developer", "failure", family="playing", formerly=(Formerly(1103021, "3.9.0"),))
SAID = """\
1103021 The connection failed

Try first, then ZEGOCLOUD · Works, but poorly · Publishing · SDK only

Cause
  One.
  Two.

What to do
  1. Wait.
  2. Go. (for cause 2)

Escalation
  Escalate to ZEGOCLOUD technical support with: AppID, Time

Before SDK 3.0.0
  Another failure
  Three.
  Update.

On the native SDKs
  A third failure

Holds for
  Web
  Mini Program

Same error when playing
  1104021 Its twin
  When playing it is not so.

Easily confused with
  1104021 Its twin

Related
  1104021 Its twin
  7

APIs
  startPublishingStream
  config.x

Where it arrives
  the value a call throws, publisherStateUpdate

The SDK says
  no session
  no luck
  NotAllowedError

Server codes
  5, 6

Version history
  Before SDK 3.9.0: 1100001
  Before SDK 3.9.0 this code was also sent for: 1104021 Its twin

Notes
  A note.

About the source
  The source is cut.

Links
  Page: https://example.com/?a=1
"""
REPLY = """\
The connection failed (code 1103021). A note.

Possible causes:
- One.
- Two.

What to do:
1. Wait.
2. Go. (for cause 2)

Page: https://example.com/?a=1

We are passing this on to ZEGOCLOUD technical support. Please send us:
- The AppID
- The time, with your time zone
"""


@pytest.fixture
def small() -> Catalogue:
    """A catalogue of one entry with everything in it, and its twin."""
    return Catalogue(Pack(collect=COLLECT, families=FAMILIES), [FULL, OTHER])


def test_the_entry_that_has_everything_has_every_field_that_is_said() -> None:
    said = {one.name for one in fields(Entry) if one.compare} - {"also_in", "team"}
    searched_only = {"tags", "keywords"}
    assert {name for name in said if not getattr(FULL, name)} == searched_only | {"escalate_for"}  # of an account only


def test_an_entry_is_said_whole_and_in_order(small: Catalogue) -> None:
    assert entry_as_text(FULL, small) == SAID
    twin = replace(OTHER, twin=Twin(1103021))
    assert "\nSame error when publishing\n  1103021 The connection failed\n\n" in entry_as_text(twin, small)


def test_an_entry_in_markdown_has_the_same_sections(small: Catalogue) -> None:
    parts = entry_as_markdown(FULL, small).split("\n\n")
    assert parts[:6] == [
        "## 1103021 The connection failed",
        "Try first, then ZEGOCLOUD · Works, but poorly · Publishing · SDK only",
        "**Cause**",
        "- One.\n- Two.",
        "**What to do**",
        "1. Wait.\n2. Go. (for cause 2)",
    ]
    titles = [title for title in SAID.split("\n") if title and not title.startswith(" ")][2:]
    assert [part.strip("*") for part in parts if part.startswith("**")] == titles


def test_a_reply_never_tells_what_the_source_lost(small: Catalogue) -> None:
    assert entry_as_reply(FULL, small) == REPLY


@pytest.mark.parametrize(
    ("changes", "line", "last"),
    [
        (
            {"escalate": "none"},
            "",
            "If the error comes back, please send us:\n- The AppID\n- The time, with your time zone\n",
        ),
        ({"escalate": "none", "collect": ()}, "", "Page: https://example.com/?a=1\n"),
        (
            {"escalate": "account", "escalate_for": "Raise the limit", "collect": ("app-id",)},
            "Raise the limit: ask ZEGOCLOUD technical support, with: AppID",
            "We are passing this on to ZEGOCLOUD technical support. Please send us:\n- The AppID\n",
        ),
        (
            {"collect": ()},
            "Escalate to ZEGOCLOUD technical support",
            "We are passing this on to ZEGOCLOUD technical support.\n",
        ),
    ],
    ids=["to ask for", "nothing to ask for", "account change", "nothing to collect"],
)
def test_who_gets_the_case_and_what_is_asked_for(
    small: Catalogue, changes: dict[str, Any], line: str, last: str
) -> None:
    entry = replace(FULL, **changes)
    assert escalation_line(entry, small) == line
    assert entry_as_reply(entry, small).endswith("\n\n" + last)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("plain, (text) 5.0: a-b!", "plain, (text) 5.0: a-b!"),
        ("a*b_c`d", "a\\*b\\_c\\`d"),
        ("<img src=//h/x>", "\\<img src=//h/x\\>"),
        ("[x](y)", "\\[x\\](y)"),
        ("# head", "\\# head"),
        ("- item", "\\- item"),
        ("+ item", "\\+ item"),
        ("1. item", "1\\. item"),
        ("~~gone~~ a|b", "\\~\\~gone\\~\\~ a\\|b"),
        ("C:\\dir", "C:\\\\dir"),
        ("&copy; &#60;b", "\\&copy; \\&\\#60;b"),
    ],
)
def test_text_shows_the_same_in_markdown(text: str, escaped: str) -> None:
    assert markdown_escaped(text) == escaped
