"""What a query is understood as: its pieces, its faults with their places, how it goes on, where its words stand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.completion import completion
from zegoerr_gui.core.catalogue.hits import hits
from zegoerr_gui.core.catalogue.known import Known
from zegoerr_gui.core.catalogue.query_examples import EXAMPLES, Example
from zegoerr_gui.core.catalogue.query_fields import fields_of
from zegoerr_gui.core.catalogue.query_terms import terms_of, words_of
from zegoerr_gui.core.catalogue.search import Search

# Faults: the query, the piece at fault, words of the sentence, what could stand there, whether it may be on its way
FAULTS = [
    ("family:rom", "rom", "There is no family “rom”, the nearest is room. Families: success, common,", "room", False),
    ("family:oom", "oom", "no family “oom”, the nearest is room", "room", False),  # the beginning of a name will do
    ("x family:rom", "rom", "no family “rom”", "room", False),
    ("family:qqqqq", "qqqqq", "There is no family “qqqqq”. Families: success,", "", False),
    ("next:suport", "suport", "There is no next move “suport”, the nearest is support. Next moves:", "support", False),
    ("tag:limits", "limits", "There is no tag “limits”, the nearest is limit.", "limit", False),
    (
        "api:logimRoom",
        "logimRoom",
        "no call or callback “logimRoom”, the nearest is loginRoom.",
        "loginRoom",
        False,
    ),
    ("family:", "family:", "After family: comes a family. Families: success,", "", True),
    ("-next:", "-next:", "After next: comes a next move.", "", True),
    (
        "famly:room",
        "famly:room",
        "no field famly:, the nearest is family:. Fields: family, next,",
        "family:room",
        False,
    ),
    ("foo:bar", "foo:bar", "There is no field foo:. Fields: family,", "", False),
    ("1103028-20", "1103028-20", "The range runs backwards: 1103020 comes before 1103028.", "1103020-1103028", False),
    ("9999999-1", "9999999-1", "9999999-1 is no range of codes: write one such as 1103020-28.", "", False),
    ("camera 110-3", "110-3", "110-3 is no range of codes", "1100000-1139999", False),
    ("-110-3", "-110-3", "110-3 is no range of codes", "-1100000-1139999", False),
    ("2024-11", "2024-11", "2024-11 is no range of codes", "", False),
    ("9999999-100000", "9999999-100000", "runs backwards: 100000 comes before 9999999.", "100000-9999999", False),
    ('"token exp', '"token exp', "The quotation mark is not closed.", '"token exp"', True),
    ('family:"roo', 'family:"roo', "The quotation mark is not closed.", 'family:"roo"', True),
]
# What a log or a ticket says is no query, whatever signs it has
NO_FAULTS = [
    "NotReadableError: Could not start video source",
    '{"errorCode":1103061,"extendedData":"family:rom"}',
    "10:34:09.203 publish failed",
    "https://example.com/a?b=c",
    "video:false",
    "the customer said: foo:bar happened after the login to the room",
    'msg="token error" code=-1',
    "the meeting of 2024-11 in 10-20 minutes",
    '- - -- * ** " "',
]
# How what is typed goes on
COMPLETIONS = [
    ("fam", "ily:"),
    ("camera -fam", "ily:"),
    ("fa", ""),
    ("family:", ""),
    ("family:r", "oom"),
    ("family:room,pub", "lishing"),
    ("next:t", "ry-then-support"),
    ("api:loginr", "oom"),
    ("family:r ", ""),
    ("family:room", ""),
    ("camera", ""),
    ("pin", "ned"),
    ("", ""),
]
# Where words stand in a text
HITS = [
    ("The camera", ("camera",), [(4, 10)]),
    ("Camera, camera", ("camera",), [(0, 6), (8, 14)]),
    ("abcd", ("bc", "cd"), []),
    ("a bcde f", ("bcd", "cde"), [(2, 6)]),
    ("😀 ＣＡＭＥＲＡ", ("camera",), [(2, 8)]),
    ("Straße", ("strasse",), [(0, 6)]),
    ("ﬁle", ("file",), [(0, 3)]),
    ("推流失败", ("失败",), [(2, 4)]),
    ("nothing", ("",), []),
]


@pytest.fixture(scope="module")
def search(catalogue: Catalogue) -> Search:
    """The shipped catalogue made ready for searching."""
    return Search(catalogue)


@pytest.mark.parametrize(("typed", "piece", "sentence", "instead", "unfinished"), FAULTS, ids=[f[0] for f in FAULTS])
def test_a_fault_names_its_place_and_what_would_be_right(
    search: Search, typed: str, piece: str, sentence: str, instead: str, unfinished: bool
) -> None:
    (fault,) = search.find(typed).faults
    assert typed[fault.start : fault.end] == piece
    assert sentence in fault.sentence
    assert fault.instead == instead
    assert fault.unfinished == unfinished
    if instead:
        assert not search.find(typed[: fault.start] + instead + typed[fault.end :]).faults


@pytest.mark.parametrize("typed", NO_FAULTS)
def test_in_a_text_from_a_log_nothing_is_at_fault(search: Search, typed: str) -> None:
    assert search.find(typed).faults == ()


@pytest.mark.parametrize(
    ("typed", "marks"),
    [("1103020-28", ()), ("0-9999999", ()), ("1103020-28 ice", ("ice",)), ("1103* 0", ("0", "1103"))],
)
def test_what_is_marked_is_what_was_typed(search: Search, typed: str, marks: tuple[str, ...]) -> None:
    assert tuple(sorted(search.find(typed).marks)) == marks


def test_places_count_what_was_typed_before_it(search: Search) -> None:
    typed = "😀  ＣＡＭＥＲＡ “a b”  family：rom"
    (fault,) = search.find(typed).faults
    assert typed[fault.start : fault.end] == "rom"


def test_pieces_know_their_places() -> None:
    typed = ' camera,-"side by side"  family:room,"a b" '
    assert [(term.kind, typed[term.start : term.end], term.excluded) for term in terms_of(typed)] == [
        ("word", "camera", False),
        ("phrase", '-"side by side"', True),
        ("field", 'family:room,"a b"', False),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("(login) failed!", ("login", "failed")),
        ("Token过期了", ("token", "过期了")),
        ("创建offer失败", ("创建", "offer", "失败")),
        ("cdnPublishConfig.type", ("cdnpublishconfig.type",)),
        (" ... - ", ()),
    ],
)
def test_words_are_folded_and_stand_without_the_signs_at_their_edges(text: str, words: tuple[str, ...]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(("typed", "rest"), COMPLETIONS)
def test_a_field_or_a_value_that_is_begun_goes_on(search: Search, typed: str, rest: str) -> None:
    assert completion(typed, search.reader.fields) == rest


@pytest.mark.parametrize(("text", "marks", "places"), HITS)
def test_words_are_found_where_they_stand_in_a_text(
    text: str, marks: tuple[str, ...], places: list[tuple[int, int]]
) -> None:
    assert list(hits(text, marks)) == places


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.query for example in EXAMPLES])
def test_each_example_of_the_help_finds_something(search: Search, example: Example) -> None:
    found = search.find(example.query, Known(pinned=[1103061]))
    assert found.codes
    assert len(found.codes) < 200
    assert not found.faults
    assert not found.similar_to


def test_the_examples_name_every_field(catalogue: Catalogue) -> None:
    told = " ".join(f"{example.query} {example.finds}" for example in EXAMPLES)
    assert [name for name in fields_of(catalogue) if name != "is" and f"{name}:" not in told] == []  # is: goes without


@settings(max_examples=50)
@given(typed=st.text() | st.text('1103020-28"*: ,;-family:next推流 a', max_size=30))
def test_whatever_is_typed_is_answered(search: Search, typed: str) -> None:
    known = Known(pinned=[1103061], notes={1002001: typed}, in_log=[1103061, 6000121])
    found = search.find(typed, known)
    assert len(set(found.codes)) == len(found.codes)
    for fault in found.faults:
        assert 0 <= fault.start < fault.end <= len(typed)
    for piece, rest in search.with_one_piece_less(typed, known):
        assert piece in typed
        assert len(rest) < len(typed)
    for start, end in hits(typed, found.marks):
        assert 0 <= start < end <= len(typed)
    completion(typed, search.reader.fields)
