"""Asking the catalogue: by whatever was typed (codes first, words in any order, name before body) and by one code."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.entry import ConsoleText, Entry, Formerly, Step, Variant, When
from zegoerr_gui.core.catalogue.pack import Family, Pack
from zegoerr_gui.core.catalogue.query import Query, Search

# What was typed: the codes in it, the words in it
QUERIES = [
    ("", (), ()),
    ("  \t\n ", (), ()),
    ("1103061", (1103061,), ("1103061",)),
    ("error 1103061 again", (1103061,), ("error", "1103061", "again")),
    ("E1103061:", (1103061,), ("e1103061:",)),
    ("错误码1102016", (1102016,), ("错误码1102016",)),
    ("１１０３０６１", (1103061,), ("1103061",)),
    ("1103061 1002011 1103061", (1103061, 1002011), ("1103061", "1002011", "1103061")),
    ("100001", (100001,), ("100001",)),
    ("1103", (), ("1103",)),
    ("11030", (), ("11030",)),
    ("12345678901", (), ("12345678901",)),
    ("0", (0,), ("0",)),
    ("error 0", (), ("error", "0")),
    ("Publish  AUTH", (), ("publish", "auth")),
    ("ＡＢＣ", (), ("abc",)),
    ("STRASSE Straße", (), ("strasse", "strasse")),
]


@pytest.mark.parametrize(("typed", "codes", "words"), QUERIES, ids=[repr(typed) for typed, *_ in QUERIES])
def test_a_query_is_taken_apart_into_codes_and_folded_words(
    typed: str, codes: tuple[int, ...], words: tuple[str, ...]
) -> None:
    assert Query.of(typed) == Query(codes, words)


def entry(code: int, name: str = "Name", **fields: Any) -> Entry:
    return Entry(code, name, "developer", "failure", **fields)


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
    found = search(*(entry(1002009 - place, **fields) for place, fields in enumerate(FIELDS))).find("needle")
    assert found == tuple(1002009 - place for place in range(len(FIELDS)))


@pytest.mark.parametrize(("one", "other"), SAME_RANK, ids=[next(iter(one)) for one, _ in SAME_RANK])
def test_fields_of_one_rank_keep_the_order_of_the_catalogue(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert search(entry(1002001, **one), entry(1002002, **other)).find("needle") == (1002001, 1002002)
    assert search(entry(1002002, **one), entry(1002001, **other)).find("needle") == (1002001, 1002002)


def test_the_worst_of_several_words_decides_the_rank() -> None:
    both_in_name = entry(1002003, "Token expired")
    one_in_cause = entry(1002001, "Token", causes=("It expired.",))
    one_in_note = entry(1002002, "Token", notes=("It expired.",))
    assert search(one_in_cause, one_in_note, both_in_name).find("expired token") == (1002003, 1002001, 1002002)


def test_all_words_must_be_found_in_any_field_and_any_order() -> None:
    ours = search(entry(1002001, "Login timed out", keywords=("timeout",)), entry(1002002, "Login failed"))
    assert ours.find("timeout login") == ours.find("LOGIN  Timeout") == (1002001,)
    assert ours.find("timeout publish") == ()


def test_a_server_code_is_found() -> None:
    assert search(entry(1002001, server_codes=(50119,)), entry(1002002)).find("50119") == (1002001,)


def test_a_name_that_has_no_word_does_not_join_two_texts() -> None:
    assert search(entry(1002001, keywords=("pick", "led"))).find("pickled") == ()


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
def test_what_is_asked_for_comes_first(catalogue: Catalogue, typed: str, code: int) -> None:
    assert Search(catalogue).find(typed)[0] == code


def test_several_codes_come_in_the_order_in_which_they_were_typed(catalogue: Catalogue) -> None:
    assert Search(catalogue).find("1104021 and 1002011, then 1104021 or 9999999") == (1104021, 1002011)


def test_some_digits_show_the_codes_that_begin_with_them_then_those_that_have_them_inside(catalogue: Catalogue) -> None:
    found = Search(catalogue).find("100")
    begin = [code for code in catalogue.codes if str(code).startswith("100")]
    inside = [code for code in catalogue.codes if "100" in str(code)[1:] and not str(code).startswith("100")]
    assert inside
    assert list(found[: len(begin) + len(inside)]) == begin + inside


def test_an_empty_query_shows_every_code_in_the_catalogues_order(catalogue: Catalogue) -> None:
    assert Search(catalogue).find(" ") == catalogue.codes
    assert len(catalogue.codes) == len(catalogue)


def test_words_match_inside_words(catalogue: Catalogue) -> None:
    found = Search(catalogue).find("publish auth")
    assert 1103019 in found
    assert set(found) >= set(Search(catalogue).find("publishing authentication"))


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("1002001 1002999 1002998", (1002999, 1002998)),
        ("1002001", ()),
        ("9999999", ()),
        ("100009", ()),
        ("timeout", ()),
        ("错误码1002999", (1002999,)),
    ],
)
def test_codes_that_a_family_would_hold_but_the_catalogue_lacks_are_named(
    catalogue: Catalogue, typed: str, codes: tuple[int, ...]
) -> None:
    assert Search(catalogue).unknown(typed) == codes


@given(typed=st.text())
def test_whatever_is_typed_each_code_is_found_once(catalogue: Catalogue, typed: str) -> None:
    found = Search(catalogue).find(typed)
    assert len(set(found)) == len(found)
    assert set(found) <= set(catalogue.codes)


# Asking a catalogue for one code


@pytest.fixture
def rooms() -> Catalogue:
    special = Family("special", "Special rooms", ("100203",))
    codes = (1002001, 1002005, 1002006, 1102001)
    split = entry(1002014, family="room", formerly=(Formerly(1100001, "3.9.0"),))
    entries = [*(entry(code, family="room") for code in codes), split, entry(1002031, family="special")]
    success = Family("success", "Success", ("0",), exact=True)
    return Catalogue(Pack(families=(success, Family("room", "Room", ("1002", "1102")), special)), entries)


@pytest.mark.parametrize(
    ("code", "family"),
    [
        (0, "success"),
        (1002999, "room"),
        (1102000, "room"),
        (1002030, "special"),
        (1002029, "room"),
        (1003000, None),
        (1002, None),
        (100203, None),
        (10020010, None),
        (1, None),
    ],
)
def test_the_longest_prefix_of_a_seven_digit_code_is_its_family(
    rooms: Catalogue, code: int, family: str | None
) -> None:
    found = rooms.family_of(code)
    assert (found.id if found else None) == family


@pytest.mark.parametrize(
    ("code", "nearest"),
    [
        (1002004, (1002005, 1002006, 1002001)),
        (1002005, (1002006, 1002001, 1002014)),
        (1002003, (1002001, 1002005, 1002006)),
        (1002038, (1002031,)),
        (1009001, ()),
    ],
)
def test_the_nearest_codes_are_of_the_same_family_nearest_first(
    rooms: Catalogue, code: int, nearest: tuple[int, ...]
) -> None:
    assert rooms.nearest(code) == nearest


def test_a_code_is_looked_up_and_an_unknown_one_is_none(rooms: Catalogue) -> None:
    found = rooms.get(1002005)
    assert found is not None
    assert found.code == 1002005
    assert 1002005 in rooms
    assert rooms.get(1002004) is None
    assert 1002004 not in rooms


@pytest.mark.parametrize(("code", "family"), [(1002004, "room"), (9999999, "unknown")])
def test_of_an_unlisted_code_only_its_family_is_said(rooms: Catalogue, code: int, family: str) -> None:
    found = rooms.unlisted(code)
    assert (found.code, found.listing, found.family) == (code, "unlisted", family)
    assert (found.description, found.who_acts, found.severity) == ("Unknown code", "try-then-support", "failure")
    assert (found.causes, found.steps, found.collect, found.escalate) == ((), (), (), "none")


def test_a_code_that_older_sdks_sent_for_others_names_them(rooms: Catalogue) -> None:
    assert [(found.code, before) for found, before in rooms.split_from(1100001)] == [(1002014, "3.9.0")]
    assert rooms.split_from(1002001) == ()
