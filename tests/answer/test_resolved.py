"""What a code means by the version and the platform that a log shows."""

from dataclasses import replace

import pytest

from tests.recognition.shapes import scanned, sdk, stream
from zegoerr_gui.core.answer.resolved import is_older, resolved, resolved_entry
from zegoerr_gui.core.answer.scan_json import scan_as_json
from zegoerr_gui.core.answer.scan_text import scan_as_text
from zegoerr_gui.core.answer.verdict import verdict
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.entry import Entry, Variant, When
from zegoerr_gui.core.recognition.context import Context
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.recogniser import Recogniser

NATIVE = "[onRoomStateChanged] roomID: r1, reason: LOGIN_FAILED, errorCode: "
NATIVE_UPDATE = "onRoomStateUpdate, roomID: r1, state: DISCONNECTED, errorCode: "


def seen(*versions: str, platforms: tuple[str, ...] = ()) -> Context:
    return Context(sdk_version=dict.fromkeys(versions, 0), platform=dict.fromkeys(platforms, 0))


def entry_of(catalogue: Catalogue, code: int) -> Entry:
    entry = catalogue.get(code)
    assert entry is not None
    return entry


def test_without_a_log_an_entry_stays_as_it_is(catalogue: Catalogue) -> None:
    assert all(resolved(entry, catalogue, Context()) is entry for entry in catalogue)


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("<3.0.0", ("2.9.1", "2.26.12")),
        ("<=3.0.0", ("2.9.1", "2.26.12", "3.0.0")),
        (">=3.0.0", ("3.0.0", "3.0.1", "3.10.0")),
        (">3.0.0", ("3.0.1", "3.10.0")),
        ("=3.0.0", ("3.0.0",)),
        ("3.10.0", ("3.10.0",)),
        ("rubbish", ()),
    ],
)
def test_a_condition_on_the_version(catalogue: Catalogue, condition: str, holds: tuple[str, ...]) -> None:
    entry = replace(next(iter(catalogue)), variants=(Variant(When(sdk=condition), description="Another"),))
    for version in ("2.9.1", "2.26.12", "3.0.0", "3.0.1", "3.10.0"):
        changed = resolved(entry, catalogue, seen(version)).description == "Another"
        assert changed == (version in holds), version


def test_versions_are_numbers_not_texts() -> None:
    assert is_older("3.9.0", "3.10.0")
    assert not is_older("3.10.0", "3.9.0")
    assert not is_older("3.9.0", "3.9.0")


def test_a_variant_holds_only_where_every_version_of_the_log_agrees(catalogue: Catalogue) -> None:
    entry = entry_of(catalogue, 1103040)
    old = resolved(entry, catalogue, seen("2.9.1"))
    assert old.description == entry.variants[0].description != entry.description
    assert old.notes[0] == "Before SDK 3.0.0 the code has this meaning."
    assert not old.variants
    assert resolved(entry, catalogue, seen("2.9.1", "3.12.0")).description == entry.description
    assert resolved(entry, catalogue, seen("3.12.0")) == entry


def test_an_older_sdk_sent_a_code_for_other_errors_too(catalogue: Catalogue) -> None:
    entry = entry_of(catalogue, 1103027)
    note = resolved(entry, catalogue, seen("3.8.0")).notes[0]
    assert note == f"Before SDK 3.9.0 this code was also sent for 1003028 ({entry_of(catalogue, 1003028).description})."
    assert resolved(entry, catalogue, seen("3.9.0")) == entry


def test_in_a_native_log_the_native_meaning_holds_and_browsers_are_not_spoken_of(catalogue: Catalogue) -> None:
    native = seen(platforms=("native",))
    assert resolved(entry_of(catalogue, 1000018), catalogue, native).description == "The CDN URL is too long"
    assert "browser" in entry_of(catalogue, 1003080).collect
    changed = resolved(entry_of(catalogue, 1003080), catalogue, native)
    assert not changed.steps
    assert "browser" not in changed.collect
    both = seen(platforms=("web", "native"))
    assert (
        resolved(entry_of(catalogue, 1000018), catalogue, both).description == entry_of(catalogue, 1000018).description
    )


def test_what_is_said_of_the_platform_has_the_last_word(catalogue: Catalogue) -> None:
    native, older = Variant(When(platform="native"), "Of devices"), Variant(When(sdk="<3.0.0"), "Of old")
    for variants in ((native, older), (older, native)):
        entry = replace(next(iter(catalogue)), variants=variants)
        changed = resolved(entry, catalogue, seen("2.9.0", platforms=("native",)))
        assert (changed.description, changed.variants) == ("Of devices", ())


def test_every_answer_about_a_log_uses_the_meaning_that_holds_in_it(recogniser: Recogniser) -> None:
    lines = [sdk("Mozilla/5.0 Chrome/80.0 2.9.1 log: 1.5.0", "zm.0"), stream("NO_PUBLISH", 1103040)]
    scan = scanned(recogniser, *lines)
    entry = resolved_entry(1103040, scan.results)
    assert entry is not None
    assert verdict(scan.results).name == entry.description
    assert scan_as_json(scan, Evidence.POSSIBLE)["findings"][0]["description"] == entry.description
    assert entry.description in scan_as_text(scan.results, "test.log", Evidence.POSSIBLE)


@pytest.mark.parametrize("native", [NATIVE, NATIVE_UPDATE])
def test_the_verdict_says_that_the_catalogue_covers_the_web(recogniser: Recogniser, native: str) -> None:
    said = "A native SDK's log: this catalogue covers the Web"
    assert said in verdict(scanned(recogniser, native + "1000018").results).counts
    assert said not in verdict(scanned(recogniser, stream("NO_PUBLISH", 1103051)).results).counts


@pytest.mark.parametrize(
    ("line", "version"),
    [
        ('{"sdk_version":"3.4.0","level":"3"}', "3.4.0"),
        ("ZEGO SDK version: v3.10.1", "3.10.1"),
        ("sdkVersion=2.26.12, platform=ios", "2.26.12"),
        ("chrome version 120.0.1", None),
    ],
)
def test_versions_in_exports_and_mobile_logs(recogniser: Recogniser, line: str, version: str | None) -> None:
    assert list(scanned(recogniser, line).results.context.sdk_version) == ([version] if version else [])


def test_the_platform_is_told_by_the_lines(recogniser: Recogniser) -> None:
    mini = sdk("Mozilla/5.0 iPhone MicroMessenger/8.0 miniProgram/wx1 3.2.0 log: 1.5.0", "zm.0")
    assert list(scanned(recogniser, NATIVE + "1102016").results.context.platform) == ["web"]
    assert list(scanned(recogniser, "function onRoomStateChanged(r) {}, error 1002056").results.context.platform) == []
    assert list(scanned(recogniser, NATIVE + "1002013").results.context.platform) == ["native"]
    assert list(scanned(recogniser, mini, sdk("ok", "zm.x")).results.context.platform) == ["mini-program"]
    assert list(scanned(recogniser, sdk("ok", "zm.x")).results.context.platform) == ["web"]
    assert not scanned(recogniser, "error 1103061").results.context.platform
