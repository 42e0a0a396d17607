"""The platforms of the SDK: each row is known by its logs, has its words, and what is said of a kind holds for it."""

from pathlib import Path

import pytest

from tests.catalogue.writing import write_pack
from tests.recognition.shapes import scanned, sdk
from zegoerr_gui.core.answer.templates import LANGUAGES, Language
from zegoerr_gui.core.answer.verdict import verdict
from zegoerr_gui.core.catalogue.library import read_now
from zegoerr_gui.core.catalogue.platforms import KIND, NAMES, in_words, is_native, speaks_of
from zegoerr_gui.core.recognition.platform_signs import SIGNS
from zegoerr_gui.core.recognition.recogniser import Recogniser

from .logs import words

# A log of each platform: what is its own first, then a line as the platform that it is one of writes it too.
LOGS = {
    "web": [sdk("Mozilla/5.0 Chrome/126.0 3.12.0 log: 1.5.0", "zm.0")],
    "mini-program": [
        sdk("Mozilla/5.0 iPhone MicroMessenger/8.0 miniProgram/wx1 3.2.0 log: 1.5.0", "zm.0"),
        sdk("ok", "zm.x"),
    ],
    "native": ["[onRoomStateChanged] roomID: r1, reason: LOGIN_FAILED, errorCode: 1002013"],
}


@pytest.mark.parametrize("name", NAMES)
def test_a_log_of_each_platform_shows_that_one_alone(recogniser: Recogniser, name: str) -> None:
    assert list(scanned(recogniser, *LOGS[name]).results.context.platform) == [name]


def test_every_sign_is_one_of_a_platform() -> None:
    assert {platform for platform, _ in SIGNS} == set(NAMES)
    assert len(set(NAMES)) == len(KIND)
    assert set(KIND.values()) <= {"", *NAMES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_platform_has_words_in_each_language(language: Language) -> None:
    assert all(words(language).say(f"platform.{name}") for name in NAMES)


@pytest.mark.parametrize(
    ("said", "platform", "holds"),
    [
        ("web", "web", True),
        ("web", "mini-program", False),
        ("mini-program", "web", False),
        ("native", "native", True),
        ("native", "android", True),
        ("android", "native", False),
        ("native", "web", False),
        ("native", "mini-program", False),
    ],
)
def test_what_is_said_of_native_sdks_is_said_of_each_of_them(said: str, platform: str, holds: bool) -> None:
    assert speaks_of(said, platform) == holds


def test_a_platform_of_somebody_elses_catalogue_is_native_and_called_as_it_stands() -> None:
    assert (in_words("android"), is_native("android")) == ("android", True)
    assert not is_native("")


def test_that_only_the_web_is_covered_is_not_said_beside_a_catalogue_for_devices(tmp_path: Path) -> None:
    packs = [write_pack(tmp_path / name, name, name, {1002013: f"Of {name}"}) for name in ("web", "native")]
    said = "A native SDK's log: this catalogue covers the Web"
    for used, is_said in ((packs[:1], True), (packs, False)):
        results = scanned(Recogniser(read_now(used).catalogue), *LOGS["native"]).results
        assert (said in verdict(results).counts) == is_said
