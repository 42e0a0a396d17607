"""What the palette shows for what was typed."""

import pytest
from pytestqt.modeltest import ModelTester

from zegoerr_gui.models.offers import Offer, OfferList
from zegoerr_gui.models.roles import Role

OFFERS = (
    Offer("action", "open", "Open logs…", place="File", keys="Ctrl+O"),
    Offer("action", "again", "Open the closed log again", place="File"),
    Offer("action", "next", "Next log", place="View", keys="Ctrl+Tab"),
    Offer("action", "stop", "Stop reading", place="File", possible=False),
    Offer("code", "1102018", "The login token expired", "1102018"),
    Offer("code", "1102016", "The login token is wrong", "1102016", "in this log"),
    Offer("code", "2016", "Logging in failed", "2016"),
    Offer("log", "/a/log.txt", "log.txt", place="/a"),
)


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("", "open again next stop 1102018 1102016 2016 /a/log.txt"),
        ("log", "/a/log.txt open again next 1102018 1102016 2016"),
        ("open log", "open again"),
        ("LOG  open", "open again"),
        ("logs", "open"),
        ("file open", "open again"),
        ("gain", "again"),
        ("1102", "1102018 1102016"),
        ("2016", "2016 1102016"),
        ("token 016", "1102016"),
        ("this login", "1102016"),
        ("１１０２０１８", "1102018"),
        ("stop", "stop"),
        ("no such words", ""),
    ],
)
def test_the_rows_have_all_the_words_the_best_first(typed: str, keys: str) -> None:
    model = OfferList()
    model.set_offers(OFFERS, ())
    model.seek(typed)
    assert [model.item(row).key for row in range(model.rowCount())] == keys.split()


def test_what_was_chosen_last_comes_first_among_equals() -> None:
    model = OfferList()
    model.set_offers(OFFERS, ("code:1102016", "action:next", "action:gone"))
    assert [model.item(row).key for row in range(3)] == ["1102016", "next", "open"]
    model.seek("log")
    assert [model.item(row).key for row in range(4)] == ["/a/log.txt", "1102016", "next", "open"]
    model.seek("2016")
    assert model.item(0).key == "2016", "the code itself comes before one chosen last"


def test_there_is_always_something_else_to_do() -> None:
    model, other = OfferList(), Offer("query", "no such words", 'Filter the codes by "no such words"')
    model.set_offers(OFFERS, ())
    model.seek("no such words", other)
    assert [model.item(row) for row in range(model.rowCount())] == [other]


def test_it_is_a_model_and_tells_a_screen_reader_all(qtmodeltester: ModelTester) -> None:
    model = OfferList()
    model.set_offers(OFFERS, ())
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert model.index(5).data(Role.ITEM) is OFFERS[5]
    assert model.index(0).data(11) == "Open logs…, File, Ctrl+O"
    assert model.index(3).data(11) == "Stop reading, File, not possible now"
    assert model.index(4).data(11) == "1102018, The login token expired"
