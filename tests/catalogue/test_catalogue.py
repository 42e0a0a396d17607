"""Asking a catalogue for one code: its family, its neighbours, what can be said of an unknown one."""

from typing import Any

import pytest

from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.entry import Entry, Formerly
from zegoerr_gui.core.catalogue.pack import Family, Pack


def entry(code: int, name: str = "Name", **fields: Any) -> Entry:
    return Entry(code, name, "developer", "failure", **fields)


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
