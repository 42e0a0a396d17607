"""Settings with a type over a store that may hold anything."""

from pathlib import Path

import pytest

from zegoerr_gui.models.settings import Choice, Folder, Number, Setting, Settings, Switch

COLOUR = Choice[str]("colour", "Look", "Colour", "blue", (("blue", "Blue"), ("red", "Red")))
SIZE = Number("size", "Look", "Size", 0, -3, 8)
SHOWN = Switch("shown", "Look", "Shown", True, ("hidden", "shown"))
PLACE = Folder("place", "Look", "Place", None)
TABLE: tuple[Setting[object], ...] = (COLOUR, SIZE, SHOWN, PLACE)  # type: ignore[assignment]


class Shelf:
    """Keeps values in memory; ``meanwhile`` is what another window has kept."""

    def __init__(self, **kept: object) -> None:
        self.kept: dict[str, object] = dict(kept)
        self.meanwhile: dict[str, object] = {}

    def value(self, key: str) -> object:
        return self.kept.get(key)

    def keep(self, key: str, value: str) -> None:
        self.kept[key] = value

    def forget(self, key: str) -> None:
        self.kept.pop(key, None)

    def refresh(self) -> None:
        self.kept |= self.meanwhile


@pytest.mark.parametrize(
    ("setting", "kept", "is_now"),
    [
        (COLOUR, "red", "red"),
        *((COLOUR, rubbish, "blue") for rubbish in (None, "", "Red", "green", ["red", "blue"], b"red", 7)),
        (SIZE, "5", 5),
        (SIZE, "-2", -2),
        (SIZE, "99", 8),
        (SIZE, "-99", -3),
        *(
            (SIZE, rubbish, 0)
            for rubbish in (None, "", "x", "-", "--5", "5-", "1.5", "²", "9" * 20, "0x1", ["1"], b"1")
        ),
        (SHOWN, "hidden", False),
        (SHOWN, "shown", True),
        *((SHOWN, rubbish, True) for rubbish in (None, "", "off", "Hidden", ["hidden"], 0, False, b"hidden")),
        (PLACE, "/a/b", Path("/a/b")),
        *((PLACE, rubbish, None) for rubbish in (None, "", "a\0b", ["/a"], 7, b"/a")),
    ],
    ids=repr,
)
def test_a_setting_is_what_is_kept_and_rubbish_is_its_default(
    setting: Setting[object], kept: object, is_now: object
) -> None:
    shelf = Shelf(**{setting.key: kept})
    settings = Settings(TABLE, shelf)
    assert settings.get(setting) == is_now
    assert shelf.kept == {setting.key: kept}, "reading changes nothing"


def test_rubbish_in_one_field_leaves_the_others() -> None:
    settings = Settings(TABLE, Shelf(colour="red", size="rubbish", shown="hidden"))
    assert (settings.get(COLOUR), settings.get(SIZE), settings.get(SHOWN)) == ("red", 0, False)


def test_each_change_is_kept_at_once_and_told_once() -> None:
    shelf, told = Shelf(), list[str]()
    settings = Settings(TABLE, shelf)
    settings.changed.connect(told.append)
    settings.set(COLOUR, "red")
    settings.set(COLOUR, "red")
    settings.set(SIZE, 99)
    settings.set(SHOWN, False)
    settings.set(PLACE, Path("a"))
    assert shelf.kept == {"colour": "red", "size": "8", "shown": "hidden", "place": "a"}
    settings.set(SIZE, 12)
    assert told == ["colour", "size", "shown", "place"]


def test_what_is_the_default_is_not_kept() -> None:
    shelf = Shelf(colour="red", size="rubbish", other="stays")
    settings = Settings(TABLE, shelf)
    settings.set(COLOUR, "blue")
    settings.set(SIZE, 0)
    assert shelf.kept == {"other": "stays"}


def test_all_can_be_reset() -> None:
    shelf, told = Shelf(colour="red", shown="hidden", size="0"), list[str]()
    settings = Settings(TABLE, shelf)
    settings.changed.connect(told.append)
    assert [settings.is_default(setting) for setting in TABLE] == [False, True, False, True]
    settings.reset()
    assert all(map(settings.is_default, TABLE))
    assert (shelf.kept, told) == ({}, ["colour", "shown"])


def test_what_another_window_has_changed_is_told_when_it_is_asked_for() -> None:
    shelf, told = Shelf(size="2"), list[str]()
    shelf.meanwhile = {"colour": "red"}
    settings = Settings(TABLE, shelf)
    settings.changed.connect(told.append)
    assert settings.get(COLOUR) == "blue"
    settings.refresh()
    assert (settings.get(COLOUR), settings.get(SIZE), told) == ("red", 2, ["colour"])
