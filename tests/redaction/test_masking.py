"""Masking as a whole: labels, slices, masking again, any text."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.redaction.corpus import LABEL, Labelled, made, read
from zegoerr_gui.core.answer.redaction import kinds
from zegoerr_gui.core.answer.redaction import masking as masking_module
from zegoerr_gui.core.answer.redaction.found import BEYOND, LONGEST, folded
from zegoerr_gui.core.answer.redaction.masking import Masking
from zegoerr_gui.core.answer.redaction.rules import ON_REQUEST, RULES
from zegoerr_gui.core.answer.redaction.search import Search

SECRETS = list(read("secrets"))
HARMLESS = list(read("harmless"))
TOKEN, OTHER = made("04 one 180"), made("04 two 180")
PARTS = [
    *(item.text for item in SECRETS + HARMLESS),
    *('"', "'", "\\", '\\"', ":", "=", ",", "%22", "=3D", "token", "serverSecret", "密码", "?sign=", "&"),
    *("<token-1>", "<Token>", "</Token>"),
    *("é", "\udc80", "İ", "\x00", "\U0001f389"),
    *("\n", " ", TOKEN, made("hex q 32"), "203.0.113.9", "phone: ", "anna@school.example", "пароль: ", " -b '", "s2: "),
    *("generateToken04(", "# secret", "-----BEGIN PRIVATE KEY-----\n"),
]


def masked(text: str) -> str:
    return Masking().mask(text).text


def in_pieces(text: str, size: int) -> str:
    return "".join(Masking().mask_pieces(text[start : start + size] for start in range(0, len(text), size)))


@pytest.mark.parametrize("item", SECRETS, ids=lambda item: item.id)
def test_secrets_are_masked_and_nothing_else_is(item: Labelled) -> None:
    found = item.wanted.fullmatch(masked(item.text))
    assert found is not None, masked(item.text)
    assert list(found.groups()) == [kind for kind, _ in item.secrets]


@pytest.mark.parametrize("item", HARMLESS, ids=lambda item: item.id)
def test_what_only_looks_like_a_secret_stays(item: Labelled) -> None:
    assert masked(item.text) == item.text


def test_the_corpus_is_as_large_as_promised() -> None:
    assert sum(len(item.secrets) for item in SECRETS) >= 90
    assert len(HARMLESS) >= 90
    assert len({item.id for item in SECRETS + HARMLESS}) == len(SECRETS + HARMLESS)


# Labels


def test_the_same_secret_has_the_same_label_whatever_its_escapes() -> None:
    slashed, coded = TOKEN.replace("/", "\\/"), TOKEN.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D")
    text = f'{TOKEN}\n{{"a":"{slashed}"}}\n{{\\"b\\":\\"{TOKEN}\\"}}\n?token={coded}\n{OTHER}'
    assert re.findall("<[^>]*>", masked(text)) == ["<token-1>"] * 4 + ["<token-2>"]


def test_labels_stay_through_a_case() -> None:
    case = Masking()
    assert case.mask(f"a {OTHER}").text == "a <token-1>"
    assert case.mask(f"b {TOKEN} {OTHER}").text == "b <token-2> <token-1>"
    assert case.mask("c 203.0.113.9").text == "c <ip-1>"
    assert {kind.name: count for kind, count in case.counts.items()} == {"token": 2, "ip": 1}
    assert case.places == 4


def test_a_wrapped_token_is_the_same_as_one_on_a_line() -> None:
    text = f"token:\n{TOKEN[:76]}\n{TOKEN[76:152]}\n{TOKEN[152:]}\nand {TOKEN}"
    assert masked(text) == "token:\n<token-1>\n<token-1>\n<token-1>\nand <token-1>"


def test_replacements_tell_where_labels_stand_and_what_they_stand_for() -> None:
    result = Masking().mask(f"\U0001f389 {TOKEN} from 203.0.113.9, again {TOKEN}")
    assert [(result.text[one.start : one.end], one.label, one.kind.name) for one in result.replacements] == [
        ("<token-1>", "<token-1>", "token"),
        ("<ip-1>", "<ip-1>", "ip"),
        ("<token-1>", "<token-1>", "token"),
    ]
    assert result.told == "1 token, 1 client IP"
    assert Masking().mask("nothing").told == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"serverSecret: {made('hex a 32')}", ["ServerSecret"]),
        (f"AppSign: {made('hex a 64')}, ServerSecret: {made('hex a 32')}", ["AppSign", "ServerSecret"]),
        (TOKEN, []),
    ],
)
def test_what_gives_away_the_account_must_be_replaced(text: str, told: list[str]) -> None:
    case = Masking()
    case.mask(text)
    assert case.must_be_replaced == told


def test_secrets_are_not_kept() -> None:
    case = Masking()
    case.mask(TOKEN)
    assert TOKEN[20:60] not in repr(vars(case))


def test_beyond_the_most_that_are_told_apart_labels_have_no_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(masking_module, "MOST_KEPT", 2)
    case = Masking()
    text = " ".join(f"203.0.113.{number}" for number in range(5))
    assert case.mask(text).text == "<ip-1> <ip-2> <ip> <ip> <ip>"
    assert case.mask("203.0.113.1").text == "<ip-2>"
    assert masked(case.mask(text).text) == "<ip-1> <ip-2> <ip> <ip> <ip>"


@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=6).map("".join), st.integers(0, 2000))
@settings(max_examples=150)
def test_the_parts_of_a_masked_text_make_it_up(text: str, place: int) -> None:
    result = Masking().mask(text)
    place = min(place, len(text))
    inside = [one for one in result.replacements if one.origin[0] < place < one.origin[1]]
    first, second = result.part(0, place).text, result.part(place, len(text)).text
    if inside:
        assert first.endswith(inside[0].label)
        assert second.startswith(inside[0].label)
        second = second.removeprefix(inside[0].label)
    assert first + second == result.text


def test_a_part_tells_where_its_own_labels_stand() -> None:
    result = Masking().mask(f"one {TOKEN} two {OTHER} three")
    part = result.part(len(f"one {TOKEN} t"), len(f"one {TOKEN} two {OTHER} th"))
    assert part.text == "wo <token-2> th"
    assert [part.text[one.start : one.end] for one in part.replacements] == ["<token-2>"]
    assert part.told == "1 token"


# The table


def test_every_row_of_the_table_is_used_and_explained() -> None:
    rules = (*RULES, *ON_REQUEST)
    assert len({rule.id for rule in rules}) == len(rules)
    assert all(rule.reason for rule in rules)
    for rule in RULES:
        search = Search([rule])
        assert any(search.walk(folded(item.text), 0).next() for item in SECRETS), rule.id


def test_every_kind_has_a_label_that_is_known_again_and_a_text() -> None:
    in_texts = {kind for item in SECRETS for kind, _ in item.secrets}
    for rule in RULES:
        assert kinds.LABEL.fullmatch(f"<{rule.kind.name}-1>"), rule.id
        assert rule.kind.name in in_texts, rule.id
    assert kinds.ON_REQUEST.keys() == {rule.kind.name for rule in ON_REQUEST}


# IDs on request

LINE = '{"appid":1234567890,"roomid":"lesson_7","userid":"anna","streamid":"s-main"} anna joined lesson_7, 1002001'


def test_ids_stay_unless_they_are_asked_for() -> None:
    assert masked(LINE) == LINE


def test_ids_are_masked_by_their_keys_and_where_the_log_tells_them() -> None:
    case = Masking(["user", "room", "app-id", "stream"], {"user": ["anna"], "room": ["lesson_7", "1002001"]})
    assert case.mask(LINE).text == (
        '{"appid":<app-id-1>,"roomid":"<room-1>","userid":"<user-1>","streamid":"<stream-1>"} '
        "<user-1> joined <room-1>, 1002001"
    )
    assert case.mask("joanna annabel wss://webliveroom1234567890-api.live.example").text == (
        "joanna annabel wss://webliveroom1234567890-api.live.example"
    )


def test_an_app_id_is_masked_in_the_name_of_a_host() -> None:
    case = Masking(["app-id"], {"app-id": ["1234567890"]})
    assert case.mask("wss://webliveroom1234567890-api.live.example 91234567890").text == (
        "wss://webliveroom<app-id-1>-api.live.example 91234567890"
    )


def test_a_room_and_a_user_of_one_name_are_two_things() -> None:
    case = Masking(["room", "user"])
    assert case.mask('"roomid":"x7","userid":"x7"').text == '"roomid":"<room-1>","userid":"<user-1>"'


# Any text


@given(st.lists(st.sampled_from(PARTS) | st.text(max_size=8), max_size=12).map("".join))
@example(f'<Token>{made("word z 18")}</Token>{{"userID":"u7","token":"{TOKEN}","roomID":"r1"}}')
@example(f"secret {TOKEN * 10} {made('hex q 32')}")
@example(f"token=3D{TOKEN[:60]}=\n{TOKEN[60:]}")
@example(f"client_secret={made('word z 18')}jwt={made('jwt z')}(")
@settings(max_examples=400)
def test_masking_again_changes_nothing(text: str) -> None:
    once = masked(text)
    assert masked(once) == once


@given(st.lists(st.sampled_from(PARTS) | st.text(max_size=8), max_size=12).map("".join))
@settings(max_examples=400)
def test_what_is_not_replaced_stays(text: str) -> None:
    result = Masking().mask(text)
    kept, at = [], 0
    for one in result.replacements:
        kept.append(result.text[at : one.start])
        at = one.end
    kept.append(result.text[at:])
    assert re.fullmatch("(?s:.*?)".join(map(re.escape, kept)), text)


@given(st.lists(st.sampled_from(PARTS), max_size=40).map(" ".join), st.integers(1, 700))
@settings(max_examples=150)
def test_slices_change_nothing(text: str, size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(masking_module, "BEYOND_VALUE", 2000)
        patch.setattr(masking_module, "_SLICE", 300)
        assert in_pieces(text, size) == masked(text)


@pytest.mark.parametrize("before", [2 * BEYOND - 90, 256 * 1024 - 100, 256 * 1024 - BEYOND - 100])
def test_a_wrapped_token_across_the_border_of_slices_is_caught(before: int) -> None:
    text = "x" * (before - 1) + f"\n{TOKEN[:76]}\n{TOKEN[76:152]}\n{TOKEN[152:]}\nend " + "y " * 300_000
    for size in (1000, 65_536, 262_144):
        assert in_pieces(text, size) == masked(text)
    assert TOKEN[80:120] not in masked(text)


@pytest.mark.parametrize("length", [LONGEST - 1, LONGEST, LONGEST + 1, 20 * LONGEST])
def test_a_value_longer_than_any_slice_is_masked_to_its_end(length: int) -> None:
    text = f'{{"token":"{"Ab9" * (length // 3)}","roomid":"r1"}} ' + "z " * 200_000
    assert in_pieces(text, 10_000).startswith('{"token":"<token-1>","roomid":"r1"} z')


@pytest.mark.parametrize("end", ["-----END RSA PRIVATE KEY-----", ""])
def test_the_longest_private_key_is_masked_to_its_end(end: str) -> None:
    lines = ["Ab9+/xyZ" * 8] * 200 + ["Ab9+/xyZ" * 3 + "="]  # RSA of 16,384 bits has so many
    text = "\n".join(["-----BEGIN RSA PRIVATE KEY-----", *lines, end, "then this", "z " * 100_000])
    for size in (1000, len(text)):
        assert "Ab9" not in in_pieces(text, size)
        assert in_pieces(text, size).splitlines()[201:204] == ["<private-key-1>", end, "then this"]


def test_what_is_prepared_is_all_that_the_first_text_waits_for(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_one = re.compile

    def compile_and_tell(pattern: str) -> re.Pattern[str]:
        compiled.append(pattern)
        return compile_one(pattern)

    monkeypatch.setattr(re, "compile", compile_and_tell)
    shares = list(Masking.prepare())
    prepared = set(compiled)
    compiled.clear()
    Search(RULES)
    assert set(compiled) == prepared
    assert (shares, shares[-1]) == (sorted(shares), 1.0)


@given(st.text() | st.binary().map(lambda data: data.decode("utf-8", "surrogateescape")))
def test_any_text_is_answered(text: str) -> None:
    assert isinstance(masked(text), str)
    assert re.sub(LABEL, "", masked(text)) is not None
