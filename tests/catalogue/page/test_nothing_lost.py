"""Whatever stands in the cells of a table is in an entry or in the report, however odd the table is."""

import html
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.catalogue.page.reading import imported
from zegoerr_gui.core.catalogue.page.blocks import PageError

CODES = ("Error code", "Return code", "错误码")
OTHERS: tuple[str, ...] = (
    "Description",
    "说明",
    "Possible cause",
    "可能原因",
    "Suggestion",
    "Cause and solution",
    "Name",
    "Level",
    "Message",
)
WORDS = st.sampled_from(
    [
        "apple",
        "Berry",
        "cherry",
        "fig-1",
        "Grape,",
        "please",
        "Check",
        "房间",
        "请",
        "64",
        "(x)",
        "a<b>",
        "[call]",
        "''",
        "kName",
    ]
)
CELLS = st.lists(WORDS, max_size=6).map(" ".join)
NUMBERS = st.one_of(
    st.integers(1_000_000, 1_009_999).map(str),
    st.integers(-3000, 300).map(str),
    st.sampled_from(["0x80000013", "1002003 (kName)", "1002004（废弃）", "1001, 1002", "other", ""]),
)


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    titles = draw(st.permutations(OTHERS))[: draw(st.integers(1, 4))]
    place = draw(st.integers(0, len(titles)))
    rows = [[*titles[:place], draw(st.sampled_from(CODES)), *titles[place:]]]
    for _ in range(draw(st.integers(1, 6))):
        row = [draw(CELLS) for _ in titles]
        rows.append([*row[:place], draw(NUMBERS), *row[place:]])
    return rows


def as_markdown(rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(re.sub(r"([|<\[])", r"\\\1", cell) for cell in row) + " |" for row in rows]
    return "\n".join([lines[0], "|-" * len(rows[0]) + "|", *lines[1:]])


def as_html(rows: list[list[str]]) -> str:
    written = ("".join(f"<td>{html.escape(cell)}" for cell in row) for row in rows)
    return "<html><table>" + "".join(f"<tr>{row}" for row in written) + "</table>"


def as_copied(rows: list[list[str]]) -> str:
    return "\n".join("\t".join(row) for row in rows)


@settings(max_examples=60)
@given(tables(), st.sampled_from([(as_markdown, "x.md"), (as_html, "x.html"), (as_copied, "x.txt")]))
def test_every_word_of_a_table_is_kept_or_told(rows: list[list[str]], form: tuple[object, str]) -> None:
    write, name = form
    try:
        made = imported(write(rows), name)  # type: ignore[operator]
    except PageError:  # no row has a code
        return
    told = [piece.text for piece, _ in made.report.left_out] + [odd.words for odd in made.report.oddities]
    told += [f"{family.title} {family.introduction}" for family in made.catalogue.pack.families]
    for one in made.catalogue:
        told += [
            one.description,
            *one.causes,
            *(step.do for step in one.steps),
            *one.notes,
            *one.keywords,
            str(one.code),
        ]
    known = " ".join(told)
    missing = {word for row in rows[1:] for cell in row for word in re.findall(r"[\w<>-]+", cell) if word not in known}
    assert {word for word in missing if not re.fullmatch(r"-?\d+|0x\w+", word)} == set()
    assert sum(made.report.uses.values()) == made.report.pieces
