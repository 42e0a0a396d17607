"""``lookup`` and ``search``: what they print, and JSON with exactly the promised keys."""

import pytest

from tests.commands.promised import DONE, ENTRY_KEYS, LISTS, NO, WRONG_USE
from tests.running import Run, one_line
from zegoerr_gui.core.catalogue.catalogue import Catalogue


def test_an_entry_has_exactly_the_promised_keys(run: Run, catalogue: Catalogue) -> None:
    ran = run("lookup", "--format", "json", *map(str, catalogue.codes))
    assert [entry["code"] for entry in ran.json] == list(catalogue.codes)
    assert {tuple(entry) for entry in ran.json} == {tuple(ENTRY_KEYS)}
    kinds: dict[str, type] = dict.fromkeys(LISTS, list)
    assert all(type(entry[key]) is kind for entry in ran.json for key, kind in kinds.items())
    assert {type(step) for entry in ran.json for step in entry["steps"]} == {str}
    assert {entry["listing"] for entry in ran.json} == {"documented", "undocumented"}


def test_an_entry_tells_what_the_catalogue_says(run: Run, catalogue: Catalogue) -> None:
    (found,) = run("lookup", "1103061", "--format", "json").json
    entry = catalogue.get(1103061)
    assert entry is not None
    assert (found["description"], found["severity"], found["family"]) == (entry.description, "failure", "publishing")
    assert found["steps"] == [step.do for step in entry.steps]
    assert found["collect"] == list(entry.collect)
    assert (found["escalate"], found["escalate_for"], found["twin"]) == ("investigate", None, None)
    twin, account, old = run("lookup", "1103021", "1002036", "1103040", "--format", "json").json
    assert twin["twin"]["code"] == 1104021
    assert set(twin["twin"]) == {"code", "differs"}
    assert (account["escalate"], account["escalate_for"][:9], account["collect"]) == (
        "account",
        "Switch on",
        ["app-id"],
    )
    assert account["server_codes"] == [1016, 201016]
    assert old["variants"][0]["when"] == {"sdk": "<3.0.0", "platform": None}
    assert run("lookup", "1002015", "--format", "json").json[0]["console_texts"] == [
        {"text": "key is too long", "action": "zm.srlm", "prefix": False}
    ]


@pytest.mark.parametrize(("code", "family"), [(1002999, "room"), (9999999, "unknown"), (1006, "unknown")])
def test_an_unlisted_code_has_the_same_keys_with_null_and_empty_lists(run: Run, code: int, family: str) -> None:
    (entry,) = run("lookup", str(code), "--format", "json").json
    said = {"code": code, "listing": "unlisted", "family": family}
    assert entry == {key: said.get(key, [] if key in LISTS else None) for key in ENTRY_KEYS}


def test_search_prints_codes_best_first(run: Run) -> None:
    assert run("search", "1104021", "1002011", "--format", "json").json == [1104021, 1002011]
    assert run("search", "no-such-word-anywhere", "--format", "json").json == []
    text = run("search", "error 1103061 again").out
    assert text == "1103061\tGetting media from the device failed\n"
    assert [line.partition("\t")[0] for line in run("search", "token").out.splitlines()] == [
        str(code) for code in run("search", "token", "--format", "json").json
    ]


def test_search_says_what_it_did_not_understand_or_find(run: Run) -> None:
    fault = run("search", "family:rom", "--format", "json")
    assert (fault.code, fault.out) == (WRONG_USE, "")
    assert fault.err.startswith("zegoerr: There is no family “rom”, the nearest is room. Families: ")
    similar = run("search", "hartbeat", "--format", "json")
    assert (similar.code, similar.json) == (DONE, [1100005, 1101005, 1102001])
    assert similar.err == "zegoerr: nothing matches 'hartbeat'; these are similar to 'heartbeat'\n"
    nothing = run("search", "camera", "family:mixing")
    assert (nothing.code, nothing.out) == (NO, "")
    assert "without camera 28 codes; without family:mixing 16 codes" in nothing.err
    assert run("search", "--", "-zzz", "severity:ok").out == "0\tSuccess\n"
    assert "  family:room,playing  " in run("search", "--help").out


def test_search_says_how_a_query_with_a_minus_is_written(run: Run) -> None:
    assert "; before a query that begins with a minus write --. Try: " in one_line(run("search", "-camera").err)


@pytest.mark.parametrize("query", ["in:log", "pinned", "camera -noted", "is:documented,pinned"])
def test_search_says_what_only_the_window_knows(run: Run, query: str) -> None:
    ran = run("search", query)
    assert (ran.code, ran.out) == (WRONG_USE, "")
    assert one_line(ran.err).startswith("zegoerr: what is pinned, noted or in the open log only the window knows;")
