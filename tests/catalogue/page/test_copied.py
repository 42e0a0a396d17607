"""Pages as they are copied from a browser: what separates cells and rows is mostly lost."""

import pytest

from tests.catalogue.page.reading import imported, kinds, left_out, lost_words, rows
from zegoerr_gui.core.catalogue.catalogue import Catalogue

GLUED = """\
Docs
Error list

2025-03-04

1001xxx Kitchen errors

Errors of the stove and the oven.

Error codeDescription
0All went well.
1001001Description: The stove is cold.
Possible cause: Nobody lit it.
Suggestion: Light the stove. Wait 3
minutes.
1001002Description: The oven is loud.
Possible cause:
  1. The fan is loose.
  2. The door is open.

Suggestion:
  1. Fasten the fan.
  2. Shut the door.
1001003The pan is too hot.
The gas was turned up.
Please turn the gas down.
1001004Description: The kettle is empty.
Possible cause: The kettle is empty.
Suggestion: Fill it, see Filling Kettles.
Note: Before 2.1.0 this meant that it is full.
1001005Description: The tap is shut, type=["hot"

Errors of the cellar.

Error codeDescription
1002001Description: The light is off.
Possible cause: 1. No bulb 2. No power.
Suggestion: Get a bulb, or contact technical support.

Previous

Kitchen news
"""


def test_the_lines_of_a_page_become_entries_with_its_own_words(catalogue: Catalogue) -> None:
    made = imported(GLUED, "kitchen.txt", catalogue)
    assert rows(made) == {
        0: ("All went well", (), ()),
        1001001: ("The stove is cold", ("Nobody lit it.",), ("Light the stove.", "Wait 3 minutes.")),
        1001002: (
            "The oven is loud",
            ("The fan is loose.", "The door is open."),
            ("Fasten the fan.", "Shut the door."),
        ),
        1001003: ("The pan is too hot", ("The gas was turned up.",), ("Please turn the gas down.",)),
        1001004: ("The kettle is empty", (), ("Fill it, see Filling Kettles.",)),
        1001005: ('The tap is shut, type=["hot"', (), ()),
        1002001: ("The light is off", ("No bulb", "No power."), ("Get a bulb, or contact technical support.",)),
    }
    note = made.catalogue.get(1001004)
    assert note is not None
    assert note.notes == ("Before 2.1.0 this meant that it is full.",)


def test_everything_odd_is_told_with_its_line(catalogue: Catalogue) -> None:
    made = imported(GLUED, "kitchen.txt", catalogue)
    assert kinds(made.report) == [
        (11, 0, "description only"),
        (15, 1001001, "broken sentence"),
        (18, 1001002, "list"),
        (22, 1001002, "list"),
        (24, 1001003, "no labels"),
        (27, 1001004, "cause repeats"),
        (29, 1001004, "lost link"),
        (30, 1001004, "version"),
        (31, 1001005, "cut off"),
        (35, None, "lost heading"),
        (37, 1002001, "inline list"),
    ]


def test_a_family_is_named_by_its_heading_and_where_that_is_lost_by_the_numbers(catalogue: Catalogue) -> None:
    told = imported(GLUED, "kitchen.txt", catalogue).report.families
    assert [(one.title, one.prefixes, one.codes, one.heading_line) for one in told] == [
        ("Kitchen errors", ("1001",), 5, 6),
        ("Success", ("0",), 1, 6),
        ("Room", ("1002",), 1, None),
    ]


def test_what_is_in_no_entry_is_told_and_each_line_is_counted_once(catalogue: Catalogue) -> None:
    report = imported(GLUED, "kitchen.txt", catalogue).report
    assert left_out(report) == [
        (1, "Docs"),
        (2, "Error list"),
        (4, "2025-03-04"),
        (40, "Previous"),
        (42, "Kitchen news"),
    ]
    assert report.date == "2025-03-04"
    assert report.lines["all"] == GLUED.count("\n")
    assert report.lines["all"] == sum(report.lines[name] for name in ("used", "left_out", "without_text"))


TABS = """\
Chat errors

Error code\tDescription\tPossible causes\tSuggested actions
1\tRequest failed.\tServer busy.\tPlease try again later.
6000001\tThe name is wrong.\t-\tUse another name.
It has to be new.
6000002\tThe list has\t3 items too many.\tN/A
"""
ONE_CELL_A_LINE = """\
聊天错误码

返回码
说明
处理建议
6000001
名称错误。
请使用其他名称。
6000002
列表过长。
请缩短列表。
5024
房间不存在。
请检查 RoomId。
"""
BLANKS = """\
聊天错误码

错误码 描述 可能原因 处理建议
0 执行成功。 - -
6000001 名称错误。 名称重复。 请使用其他名称。
6000002 网络错误。 - 请检查网络。
6000003 列表过长。 请缩短列表。
"""
NAMES_FIRST = """\
Enum value\tError code\tMeaning
kErrorName\t6000001\tThe name is wrong.
kErrorList\t6000002\tThe list is too long.
"""
NO_TITLES = """\
6000001: The name is wrong. Please use another name.
6000002: The list is too long.
-3: Nothing was sent.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            TABS,
            {
                1: ("Request failed", ("Server busy.",), ("Please try again later.",)),
                6000001: ("The name is wrong", (), ("Use another name.", "It has to be new.")),
                6000002: ("The list has", ("3 items too many.",), ()),
            },
        ),
        (
            ONE_CELL_A_LINE,
            {
                6000001: ("名称错误", (), ("请使用其他名称。",)),
                6000002: ("列表过长", (), ("请缩短列表。",)),
                5024: ("房间不存在", (), ("请检查 RoomId。",)),
            },
        ),
        (
            BLANKS,
            {
                0: ("执行成功", (), ()),
                6000001: ("名称错误", ("名称重复。",), ("请使用其他名称。",)),
                6000002: ("网络错误", (), ("请检查网络。",)),
                6000003: ("列表过长", (), ("请缩短列表。",)),
            },
        ),
        (
            NAMES_FIRST,
            {6000001: ("The name is wrong", (), ()), 6000002: ("The list is too long", (), ())},
        ),
        (
            NO_TITLES,
            {
                6000001: ("The name is wrong", (), ("Please use another name.",)),
                6000002: ("The list is too long", (), ()),
                -3: ("Nothing was sent", (), ()),
            },
        ),
    ],
    ids=["tabs", "one cell a line", "blanks", "names first", "no titles"],
)
def test_cells_are_found_however_they_were_set_apart(text: str, expected: dict[int, object]) -> None:
    made = imported(text, "page.txt")
    assert rows(made) == expected
    assert made.report.left_out == [] or left_out(made.report)[0][0] == 1


def test_what_stands_around_a_page_is_no_part_of_its_last_row() -> None:
    made = imported(TABS + "Previous\nOther errors\n", "page.txt")
    assert list(rows(made)) == [6000001, 6000002, 1]
    assert [text for _, text in left_out(made.report)][-2:] == ["Previous", "Other errors"]
    assert rows(made)[6000002][2] == ()


def test_numbers_within_a_text_begin_no_rows() -> None:
    text = (
        "Error codeDescription\n"
        "1001001Description: The room is full.\nPossible cause: More than\n50 users came in.\nSuggestion: Close 2\n"
        "3 rooms at most are open.\n1080 lines were sent.\n2024-05-06 was the day.\n"
        "1001002Description: The room is shut.\nSuggestion: Open it.\n1001003Description: No room.\nSuggestion: Wait.\n"
    )
    assert list(rows(imported(text, "page.txt"))) == [1001001, 1001002, 1001003]


def test_a_code_that_stands_twice_keeps_both_meanings() -> None:
    text = "Error code\tMeaning\tSolution\n1001001\tThe cup is full.\tDrink.\n1001001\tThe cup broke.\tBuy another.\n"
    made = imported(text, "page.txt")
    entry = made.catalogue.get(1001001)
    assert entry is not None
    assert (entry.description, entry.notes) == (
        "The cup is full",
        (
            "Line 3 of the page says as well: The cup broke",
            "Line 3 of the page says as well: Buy another.",
        ),
    )
    assert (3, 1001001, "doubled code") in kinds(made.report)


def test_two_entries_that_disagree_about_a_limit_are_told() -> None:
    text = (
        "Error code\tDescription\tSolution\n1001001\tThe cup name has wrong signs.\tUse at most 64 bytes.\n"
        "1001002\tThe cup name is too long.\tUse less than 64 bytes.\n"
        "1001003\tThe pot name is odd.\tUse less than 8 bytes.\n"
    )
    assert (3, 1001002, "contradiction") in kinds(imported(text, "page.txt").report)


@pytest.mark.parametrize("text", [GLUED, TABS, ONE_CELL_A_LINE, BLANKS, NAMES_FIRST])
def test_no_word_of_a_page_is_lost(text: str) -> None:
    labels = {"Description:", "Possible", "cause:", "causes", "Suggestion:", "Note:", "1.", "2.", "-", "N/A"}
    titles = {"Error", "code", "codeDescription", "Description", "Suggested", "actions", "Enum", "value", "Meaning"}
    titles |= {"返回码", "说明", "处理建议", "错误码", "描述", "可能原因"}
    words = {word for word in text.replace("\t", " ").split() if not word[:7].isdigit()}
    missing = lost_words(" ".join(words), imported(text, "page.txt")) - labels - titles
    assert {word for word in missing if not word[0].isdigit()} <= {"1001xxx"}
