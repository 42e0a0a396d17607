"""A short text is read in its plain form, whatever it wears; places are told in the text as it stands."""

import html
import re
import unicodedata
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.rules import RULES

from .shapes import EXAMPLES, scanned_bytes, sdk, stream

# text, code, the number as it stands there
FORMS = [
    ("错误码：１１０２０１６", 1102016, "１１０２０１６"),
    ("%22errorCode%22%3A1103061%2C%22extendedData%22%3A%22%22", 1103061, "1103061"),
    ("%2522code%2522%253A1103061", 1103061, "1103061"),
    ("error=%31%31%30%33%30%36%31", 1103061, "%31%31%30%33%30%36%31"),
    ('{\\u0022errorCode\\u0022:1103061,"extendedData":""}', 1103061, "1103061"),
    ("&quot;errorCode&quot;:1103061,&quot;extendedData&quot;:&quot;&quot;", 1103061, "1103061"),
    ("\x1b[31merror\x1b[0m \x1b[1m1103061\x1b[0m again", 1103061, "1103061"),
    ("\x1b[31merror 1103061\x1b[0m", 1103061, "1103061"),
    ("error 1,103,061 again", 1103061, "1,103,061"),
    ("error 1_103_061", 1103061, "1_103_061"),
    ("error 1 103 061 again", 1103061, "1 103 061"),
    ("error 1.103.061", 1103061, "1.103.061"),
    ("error 1 1 0 3 0 6 1", 1103061, "1 1 0 3 0 6 1"),
    ("error 11O3O61", 1103061, "11O3O61"),
    ("errorCode: l103O61", 1103061, "l103O61"),
    ("e r r o r C o d e : 1 1 0 3 0 6 1 now", 1103061, "1 1 0 3 0 6 1"),
]
NO_FORMS = [
    "error in 1,103,061,000 rows",
    "error at 31.103.061.7",
    "error %zz1103",
    "error \x1b[31m\x1b[0m",
    "error 110306 1",
]


@pytest.mark.parametrize("before", ["", "😀 ", "１ ", "\x1b[1m"], ids=["bare", "emoji", "wide", "bold"])
@pytest.mark.parametrize(("text", "code", "spelled"), FORMS, ids=range(len(FORMS)))
def test_a_number_is_found_in_every_form(
    recogniser: Recogniser, text: str, code: int, spelled: str, before: str
) -> None:
    data = f"{before}{text}\n".encode()
    occurrences = scanned_bytes(recogniser, data).results.occurrences
    (found,) = (occurrences[place] for place in range(len(occurrences)))
    assert found.code == code
    assert data[found.start : found.end].decode() == spelled
    assert RULES[found.rule].levels.best >= Evidence.LIKELY


CUT = [
    (["s1: " + stream("NO_PUBLISH", 1103051), "s2: rest"], "sdk-code"),
    ([stream("NO_PUBLISH", 1103051), "s2: rest"], "sdk-code"),
    (["[info] s1: " + stream("NO_PUBLISH", 1103051), "[info] s2: rest"], "sdk-code"),
    (["s1: " + stream("NO_PUBLISH", 1103051), "s3: rest"], None),
    (["s1: {", "s2: " + 'errorCode":1103051,', "s3: rest"], "error-key"),
]


def test_a_code_cut_in_two_within_the_content_is_put_together(recogniser: Recogniser) -> None:
    lines = [sdk('s1: playerStateUpdate {"state":"NO_PLAY","errorCode":1103'), sdk("s2: 060,")]
    text = "\n".join(lines)
    occurrences = scanned_bytes(recogniser, text.encode()).results.occurrences
    found = [occurrences[place] for place in range(len(occurrences)) if occurrences[place].code == 1103060]
    assert [(RULES[one.rule].id, text[one.start : one.end]) for one in found] == [("sdk-code", "060")]


@pytest.mark.parametrize("kept", range(1, 7))
@pytest.mark.parametrize(("lines", "rule"), CUT, ids=range(len(CUT)))
def test_a_code_that_the_sdk_cut_in_two_is_put_together(
    recogniser: Recogniser, lines: list[str], rule: str | None, kept: int
) -> None:
    """Its remote lines are split at 4,000 characters, wherever that is."""
    *first, second, last = lines
    head, _, tail = second.partition("1103051")
    text = "\n".join([*first, head + "1103051"[:kept], last.replace("rest", "1103051"[kept:] + tail)])
    occurrences = scanned_bytes(recogniser, text.encode()).results.occurrences
    found = [occurrences[place] for place in range(len(occurrences)) if occurrences[place].code == 1103051]
    assert [RULES[one.rule].id for one in found] == ([rule] if rule else [])
    assert all(text[one.start : one.end] == "1103051"[kept:] for one in found)


@pytest.mark.parametrize("text", NO_FORMS, ids=range(len(NO_FORMS)))
def test_other_groups_are_no_codes(recogniser: Recogniser, text: str) -> None:
    assert scanned_bytes(recogniser, text.encode()).results.findings(Evidence.UNLIKELY) == []


def digits_of(spelled: str) -> str:
    """The digits that a careful reader sees."""
    plain = html.unescape(unquote(unquote(unquote(spelled))))
    plain = re.sub(r"\\+u00([0-9A-Fa-f]{2})", lambda found: chr(int(found[1], 16)), plain)
    plain = re.sub(r"\x1b?\[[0-9;]*m|[,_.'’\s]", "", unicodedata.normalize("NFKC", plain))
    return plain.translate(str.maketrans("OoIlSsBZ", "00115582"))


DRESSED = [form[0] for form in FORMS] + [
    "%20",
    "%2522",
    "&quot;",
    "\\u0022",
    "\x1b[31m",
    "\x1b[0m",
    "[0m",
    "１",
    "1",
    "😀",
    "\n",
    " ",
]


@given(parts=st.lists(st.one_of(st.sampled_from(DRESSED), st.text(max_size=4)), max_size=12))
@settings(max_examples=EXAMPLES)
def test_what_a_number_wears_moves_no_place(recogniser: Recogniser, parts: list[str]) -> None:
    data = "".join(parts).encode("utf-8", "surrogatepass")
    scan = scanned_bytes(recogniser, data)
    occurrences = scan.results.occurrences
    for one in (occurrences[place] for place in range(len(occurrences))):
        begin, end = scan.lines.span(one.line)
        assert begin <= one.start < one.end <= end
        if not RULES[one.rule].by_text:
            spelled = data[one.start : one.end].decode()
            assert digits_of(spelled) == str(one.code)
            assert not spelled.endswith(("m", ";"))  # of a colour, of an entity
