"""Finding entries by whatever was typed: codes first, words in any order, name before body; what was meant, if not."""

from typing import Any

import pytest

from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.entry import ConsoleText, Entry, Step, Variant, When
from zegoerr_gui.core.catalogue.known import Known
from zegoerr_gui.core.catalogue.pack import Family, Pack
from zegoerr_gui.core.catalogue.search import Search


def entry(code: int, name: str = "Name", **fields: Any) -> Entry:
    return Entry(code, name, "developer", "failure", **fields)


@pytest.fixture(scope="module")
def shipped_search(catalogue: Catalogue) -> Search:
    """The shipped catalogue made ready for searching."""
    return Search(catalogue)


ROOM = Family("room", "Room", ("1002",))
PLAYER = Family("player", "Player", ("100001",), exact=True)


def search(*entries: Entry) -> Search:
    return Search(Catalogue(Pack(families=(ROOM, PLAYER)), entries))


# Where a word is found, best first
FIELDS: list[dict[str, Any]] = [
    {"name": "The needle is lost"},
    {"sdk_messages": ("needle error",)},
    {"keywords": ("needle",)},
    {"apis": ("findNeedle",)},
    {"causes": ("A needle was lost.",)},
    {"steps": (Step("Find the needle."),)},
    {"notes": ("A needle is thin.",)},
]
SAME_RANK: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"console_texts": (ConsoleText("the needle"),)}, {"sdk_messages": ("needle",)}),
    ({"browser_errors": ("NeedleError",)}, {"sdk_messages": ("needle",)}),
    ({"parameters": ("needle",)}, {"apis": ("needle",)}),
    ({"variants": (Variant(When(), description="A needle"),)}, {"causes": ("needle",)}),
    ({"variants": (Variant(When(), causes=("A needle.",)),)}, {"causes": ("needle",)}),
    ({"variants": (Variant(When(), steps=(Step("A needle."),)),)}, {"steps": (Step("needle"),)}),
    ({"escalate_for": "Switch on the needle"}, {"steps": (Step("needle"),)}),
    ({"source_notes": ("needle",)}, {"notes": ("needle",)}),
    ({"tags": ("needle",)}, {"notes": ("needle",)}),
    ({"family": "needle"}, {"notes": ("needle",)}),
]


def test_name_comes_before_what_is_printed_keywords_apis_cause_remedy_and_the_rest() -> None:
    found = search(*(entry(1002009 - place, **fields) for place, fields in enumerate(FIELDS))).find("needle").codes
    assert found == tuple(1002009 - place for place in range(len(FIELDS)))


@pytest.mark.parametrize(("one", "other"), SAME_RANK, ids=[next(iter(one)) for one, _ in SAME_RANK])
def test_fields_of_one_rank_keep_the_order_of_the_catalogue(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert search(entry(1002001, **one), entry(1002002, **other)).find("needle").codes == (1002001, 1002002)
    assert search(entry(1002002, **one), entry(1002001, **other)).find("needle").codes == (1002001, 1002002)


def test_the_worst_of_several_words_decides_the_rank() -> None:
    both_in_name = entry(1002003, "Token expired")
    one_in_cause = entry(1002001, "Token", causes=("It expired.",))
    one_in_note = entry(1002002, "Token", notes=("It expired.",))
    assert search(one_in_cause, one_in_note, both_in_name).find("expired token").codes == (1002003, 1002001, 1002002)


def test_of_entries_with_the_same_worst_word_the_one_with_better_places_for_the_others_comes_first() -> None:
    both_in_cause = entry(1002001, "Room", causes=("A token expired.",))
    one_in_name = entry(1002002, "Token", causes=("It expired.",))
    assert search(both_in_cause, one_in_name).find("token expired").codes == (1002002, 1002001)


def test_all_words_must_be_found_in_any_field_and_any_order() -> None:
    ours = search(entry(1002001, "Login timed out", keywords=("timeout",)), entry(1002002, "Login failed"))
    assert ours.find("timeout login").codes == ours.find("LOGIN  Timeout").codes == (1002001,)
    assert ours.find("timeout publish").codes == ()


def test_a_server_code_is_found() -> None:
    assert search(entry(1002001, server_codes=(50119,)), entry(1002002)).find("50119").codes == (1002001,)


def test_a_name_that_has_no_word_does_not_join_two_texts() -> None:
    assert search(entry(1002001, keywords=("pick", "led"))).find("pickled").codes == ()


# In the shipped catalogue

FIRST = [
    ("1103061", 1103061),
    ("error 1103061 again", 1103061),
    ("Uncaught {errorCode: 1103061, extendedData: ''}", 1103061),
    ("１１０３０６１", 1103061),
    ("0", 0),
    ("user id is empty", 1002005),
    ("没有权限 1103064", 1103064),
]


@pytest.mark.parametrize(("typed", "code"), FIRST, ids=[typed for typed, _ in FIRST])
def test_what_is_asked_for_comes_first(shipped_search: Search, typed: str, code: int) -> None:
    assert shipped_search.find(typed).codes[0] == code


def test_several_codes_come_in_the_order_in_which_they_were_typed(shipped_search: Search) -> None:
    assert shipped_search.find("1104021 and 1002011, then 1104021 or 9999999").codes == (1104021, 1002011)


def test_some_digits_show_codes_that_begin_with_them_then_those_that_have_them_inside(
    catalogue: Catalogue, shipped_search: Search
) -> None:
    found = shipped_search.find("100").codes
    begin = [code for code in catalogue.codes if str(code).startswith("100")]
    inside = [code for code in catalogue.codes if "100" in str(code)[1:] and not str(code).startswith("100")]
    assert inside
    assert list(found[: len(begin) + len(inside)]) == begin + inside


def test_an_empty_query_shows_every_code_in_the_catalogues_order(catalogue: Catalogue, shipped_search: Search) -> None:
    assert shipped_search.find(" ").codes == catalogue.codes
    assert len(catalogue.codes) == len(catalogue)


def test_words_match_inside_words(shipped_search: Search) -> None:
    found = shipped_search.find("publish auth").codes
    assert 1103019 in found
    assert set(found) >= set(shipped_search.find("publishing authentication").codes)


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("1002999 1002001 1002998", (1002999, 1002001, 1002998)),
        ("9999999", ()),
        ("100009", ()),
        ("错误码1002999", (1002999,)),
    ],
)
def test_a_code_that_a_family_would_hold_but_the_catalogue_lacks_has_a_row(
    shipped_search: Search, typed: str, codes: tuple[int, ...]
) -> None:
    assert shipped_search.find(typed).codes == codes


# What the desk and the log know


def test_a_note_of_ones_own_is_found_behind_the_remedy_and_before_the_rest() -> None:
    step, note, rest = (
        entry(1002003, steps=(Step("Find the needle."),)),
        entry(1002002),
        entry(1002001, notes=("A needle is thin.",)),
    )
    known = Known(notes={1002002: "Ask for the Needle", 1002099: "another needle"})
    assert search(step, note, rest).find("needle", known).codes == (1002003, 1002099, 1002002, 1002001)


def test_what_is_pinned_noted_or_in_the_log_can_be_asked_for() -> None:
    ours = search(entry(1002001), entry(1002002), entry(1002003))
    known = Known(pinned={1002003, 1002009}, notes={1002001: "", 1002003: "x"}, in_log=[1002002, 6000121, 1002001])
    assert ours.find("pinned", known).codes == ours.find("is:pinned", known).codes == (1002009, 1002003)
    assert ours.find("noted", known).codes == (1002001, 1002003)
    assert ours.find("in:log", known).codes == (1002002, 6000121, 1002001)
    assert ours.find("pinned -noted", known).codes == (1002009,)
    assert ours.find("6000121", known).codes == (6000121,)
    assert ours.find("pinned").codes == ()
