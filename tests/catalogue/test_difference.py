"""What differs between two catalogues, in words, and how that is written down."""

import json
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.difference import ALL_FIELDS, Difference, compare, compare_words
from zegoerr_gui.core.catalogue.difference_text import as_json, as_markdown, as_text
from zegoerr_gui.core.catalogue.entry import Entry, Step
from zegoerr_gui.core.catalogue.fields import field_name
from zegoerr_gui.core.catalogue.pack import Family, Pack
from zegoerr_gui.core.stepwise import finish


def entry(code: int, description: str = "The room is full", **fields: object) -> Entry:
    return Entry(code, description, "developer", "failure", **{"family": "room", **fields})  # type: ignore[arg-type]


PACK = Pack(title="Kitchen", families=(Family("room", "Room", ("1001",)), Family("hall", "Hall", ("1002",))))
OLD = Catalogue(
    PACK,
    [
        entry(1001001, steps=(Step("Use at most 64 bytes."), Step("Call openRoom."))),
        entry(1001002, "Gone with the *wind*"),
        entry(1001003, "The same"),
        entry(1001004, "Moved"),
        entry(1001005, "Only the SDK knows", listing="undocumented"),
    ],
)
NEW = Catalogue(
    PACK,
    [
        entry(1001001, "The room is not full", steps=(Step("Use less than 64 bytes."),), tags=("limit",)),
        entry(1001003, "The same"),
        entry(1001004, "Moved", family="hall"),
        entry(1001006, "Came later"),
    ],
)


def compared(old: Catalogue, new: Catalogue, *, of_page: bool) -> Difference:
    return finish(compare(old, new, of_page=of_page))


def test_the_difference_as_text() -> None:
    assert as_text(compared(OLD, NEW, of_page=True)) == (
        "Kitchen → Kitchen\n"
        "1 new, 1 gone, 2 changed (1 of them in another family), 1 the same; 1 that only the SDK knows are left aside\n"
        "\n"
        "New\n"
        "  1001006  Came later (Room)\n"
        "\n"
        "Gone\n"
        "  1001002  Gone with the *wind* (Room)\n"
        "\n"
        "Changed\n"
        "  1001001  The room is not full\n"
        "    description: The room is {+not+} full\n"
        "    steps:\n"
        "      Use [-at most-] {+less than+} 64 bytes.\n"
        "      [-Call openRoom.-]\n"
        "    numbers and names no longer there: openRoom\n"
        "  1001004  Moved\n"
        "    family: [-Room-]{+Hall+}\n"
    )


def test_between_packs_every_field_counts() -> None:
    difference = compared(OLD, NEW, of_page=False)
    assert [one.code for one in difference.gone] == [1001002, 1001005]
    assert [field.name for field in difference.changed[0].fields] == ["description", "steps", "tags"]
    assert not compared(OLD, OLD, of_page=False)


def test_every_field_that_a_catalogue_can_give_is_compared_and_has_a_name() -> None:
    said = {one.name for one in fields(Entry) if one.compare} - {"code", "also_in", "team"}
    assert set(ALL_FIELDS) == said
    assert [name for name in (*ALL_FIELDS, "first_steps", "more_steps") if "_" in field_name(name)] == []


def test_markdown_obeys_nothing_of_a_catalogue() -> None:
    text = as_markdown(compared(OLD, NEW, of_page=True))
    assert "- 1001002 Gone with the \\*wind\\* (Room)\n" in text
    assert "- description: The room is **not** full\n" in text
    assert "~~at most~~ **less than** 64 bytes.  \n  ~~Call openRoom.~~\n" in text


def test_json_has_both_texts_and_the_words() -> None:
    told = json.loads(json.dumps(as_json(compared(OLD, NEW, of_page=True))))
    counts = {"new": 1, "gone": 1, "changed": 2, "moved": 1, "same": 1, "left_aside": 1}
    assert told["counts"] == counts
    assert told["changed_codes"][0]["fields"][0] == {
        "field": "description",
        "old": "The room is full",
        "new": "The room is not full",
        "words": [["same", "The room is "], ["new", "not "], ["same", "full"]],
    }


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("房间已满", "房间未满", [("same", "房间"), ("gone", "已"), ("new", "未"), ("same", "满")]),
        ("", "all", [("new", "all")]),
        ("a" * 3000, "b", [("gone", "a" * 3000), ("new", "b")]),
        ("x " * 2000, "y " * 10, [("gone", "x " * 2000), ("new", "y " * 10)]),
    ],
)
def test_words_are_compared(old: str, new: str, words: list[tuple[str, str]]) -> None:
    assert list(compare_words(old, new)) == words


@given(st.text("ab 房\n.1", max_size=30), st.text("ab 房\n.1", max_size=30))
def test_both_texts_can_be_read_out_of_the_words(old: str, new: str) -> None:
    words = compare_words(old, new)
    assert "".join(text for mark, text in words if mark != "new") == old
    assert "".join(text for mark, text in words if mark != "gone") == new
