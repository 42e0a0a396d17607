"""Pages as Markdown, MDX and HTML, whole or broken."""

import pytest

from tests.catalogue.page.reading import imported, kinds, left_out, rows

MDX = """\
---
title: "Kitchen"
date: "2025-03-04"
---

import Note from './note';

# Kitchen errors

## Stove

<Note>Read this first.</Note>

| Code | Enum | Description | Possible cause and solution |
|:--|---|---|--:|
| `1001001` | kCold | The **stove** is `cold\\|dark`. | Nobody lit it.<br/>Please [light](/light), see [go](@goOn). |
| 1001002 | kStoveHot | Hotter than \\< 5 &amp; {'{'}6{'}'} | - |

```js
| 1009999 | not a row |
```

:::warning Hot
Do not touch.
:::

## Oven

<table>
<tbody><tr>
<th>Solution</th>
<th>Error code</th>
<th>Meaning</th>
</tr>
<tr>
<td>

- Shut **it**.
- Open <Icon name="x" /> it.

</td>
<td rowspan="2">-101</td>
<td>Oven [open](https://example.org/o)</td>
</tr>
<tr><td>Wait.</td><td>Oven ajar</td></tr>
<tr><td>Ask<br>again.</td><td>0x8000000B</td><td>Oven <em>gone</em></td></tr>
</tbody></table>

| Limit | Value |
|-|-|
| Users | 50 |
"""


def test_tables_of_mdx_become_entries() -> None:
    made = imported(MDX, "kitchen.mdx")
    assert rows(made) == {
        1001001: (
            "The stove is cold|dark",
            ("Nobody lit it.",),
            ("Please light, see go.",),
        ),
        1001002: ("Hotter than < 5 & {6}", (), ()),
        -101: ("Oven open Oven ajar", (), ("Shut it.", "Open it.", "Wait.")),
        0x8000000B: ("Oven gone", (), ("Ask again.",)),
    }
    entry = made.catalogue.get(1001001)
    assert entry is not None
    assert (entry.apis, [link.url for link in entry.links]) == (("goOn",), ["/light"])
    assert entry.keywords == ("kCold",)
    oven = made.catalogue.get(-101)
    assert oven is not None
    assert [(link.title, link.url) for link in oven.links] == [("open", "https://example.org/o")]


def test_what_mdx_has_besides_is_told_with_its_line() -> None:
    report = imported(MDX, "kitchen.mdx").report
    assert (report.title, report.date) == ("Kitchen errors", "2025-03-04")
    assert [(one.title, one.heading_line) for one in report.families] == [("Stove", 10), ("Oven", 27)]
    assert left_out(report) == [
        (2, 'title: "Kitchen"'),
        (3, 'date: "2025-03-04"'),
        (6, "import Note from './note';"),
        (8, "Kitchen errors"),
        (20, "| 1009999 | not a row |"),
        (23, "Hot"),
        (24, "Do not touch."),
        (49, "Limit"),
        (49, "Value"),
        (51, "Users"),
        (51, "50"),
    ]
    icon = MDX[: MDX.index("<Icon")].count("\n") + 1
    assert (icon, None, "broken") in kinds(report)
    assert (49, None, "table without codes") in kinds(report)


HTML = """\
<!DOCTYPE html><html><head><meta charset="gbk"><title>厨房</title>
<script>document.write("<table><tr><th>Error code<tr><td>1009999</table>")</script>
<style>td { color: red }</style></head><body>
<nav><ul><li><a href="/">首页</a><li>登录</ul></nav><h1>厨房错误码<a class="hash">#</a></h1>
<table class="layout"><tr><td>
<h2>炉灶</h2>
<table><thead><tr><th>说明<th>错误码<th>可能原因<th>处理建议</thead>
<tr><td>炉灶太冷&nbsp;。<td>1001001<td><p>没有火。</p><p>没有气。</p><td>请点火<br>并等待。
<tr><td>炉灶太热。<td>1001002<td>无<td><ol><li>请关火。<li>请开窗。</ol>
<table><tr><td>甲</td><td>乙</td></tr></table>
<tr><td colspan=4>烤箱</td></tr>
<tr><td>烤箱坏了。<td>1001003
</table></table><footer>版权 &copy; 2024</footer>
"""


def test_a_saved_page_is_read_with_its_chrome_around_and_its_ends_missing() -> None:
    made = imported(HTML.encode("gbk"), "page.html")
    assert rows(made) == {
        1001001: ("炉灶太冷", ("没有火。", "没有气。"), ("请点火", "并等待。")),
        1001002: ("炉灶太热", (), ("请关火。", "请开窗。", "甲", "乙")),
        1001003: ("烤箱坏了", (), ()),
    }
    assert (made.report.encoding, made.report.title) == ("gb18030", "厨房错误码")
    assert [(one.title, one.codes) for one in made.report.families] == [("炉灶", 2), ("烤箱", 1)]
    assert [text for _, text in left_out(made.report)] == ["厨房", "- 首页", "- 登录", "厨房错误码#", "版权 © 2024"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_the_encoding_is_found_by_mark_by_header_or_by_looking(encoding: str) -> None:
    text = HTML.replace('<meta charset="gbk">', "")
    assert rows(imported(text.encode(encoding), "page.html"))[1001001][0] == "炉灶太冷"


@pytest.mark.parametrize(
    "text",
    [
        "<html>" + "<div>" * 5000 + HTML,
        "<html>" + "<table><tr><td>" * 30 + HTML,
        HTML.replace("<body>", "<body><!-- never closed <"),
        HTML + "<a href='x" * 3000,
        HTML + "<" * 5000 + "</" * 5000 + "&" * 5000,
        "<html>" + HTML.replace("<td>", '<td title="<table>" onclick="x()">'),
    ],
    ids=["deep", "deep tables", "comment", "unclosed tags", "signs", "attributes"],
)
def test_hostile_html_is_read_to_its_end(text: str) -> None:
    made = imported(text, "page.html")
    assert {1001001, 1001002} <= set(rows(made))


def test_a_markdown_table_without_bars_at_its_edges_and_with_broken_rows_is_read() -> None:
    text = "# X\n\nError code | Meaning\n---|---\n1001001 | One\n1001002 |\nTwo\n1001003 | Three | and more |\n\nEnd\n"
    assert {code: row[0] for code, row in rows(imported(text, "x.md")).items()} == {
        1001001: "One",
        1001002: "Two",
        1001003: "Three | and more",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "First\nCode | Meaning | Solution |\n---|---|---|\n7200001 | One.  Possible causes:\n| Do one. |\n"
            "7200002 | Two. | N/A |\nSecond\nCode | Meaning | Solution |\n---|---|---|\n"
            "7300001 | Three. | Do three. |\n",
            {7200001: ("One", ("Do one.",)), 7200002: ("Two", ()), 7300001: ("Three", ("Do three.",))},
        ),
        (
            "| Return code |\nMeaning |\n| 0 |\nAll is well. |\n| 5024 |\nNo room. |\n",
            {0: ("All is well", ()), 5024: ("No room", ())},
        ),
        (
            "# Errors\n\n### 1001001\n\nDescription: Cold.\n\nSuggestion: Light it.\n\n"
            "### 1001002\n\nDescription: Hot.\n",
            {1001001: ("Cold", ("Light it.",)), 1001002: ("Hot", ())},
        ),
        (
            "# Errors\n- **1001001**: Cold. Please light it.\n- **1001002**: Hot.\n",
            {1001001: ("Cold", ("Please light it.",)), 1001002: ("Hot", ())},
        ),
        (
            "| 错误码 | 错误描述 | 建议用户采取的措施 |\n|-|-|-|\n| 0x80000013 | 太冷 | 1.点火 2.等待 |\n"
            "| 0x80000014 | 太热 | 无 |\n",
            {0x80000013: ("太冷", ("点火", "等待")), 0x80000014: ("太热", ())},
        ),
    ],
    ids=["bars at the ends", "bars and a cell a line", "a heading a code", "a list", "longer titles"],
)
def test_other_ways_to_write_a_table_are_read(text: str, expected: dict[int, tuple[str, tuple[str, ...]]]) -> None:
    assert {code: (row[0], row[2]) for code, row in rows(imported(text, "x.md")).items()} == expected


def test_bars_that_nobody_escaped_stay_in_their_cell_and_are_told() -> None:
    made = imported('| Code | Meaning |\n|-|-|\n| 1001001 | Use type=["hot"|"cold"]. |\n', "x.md")
    assert rows(made)[1001001][0] == 'Use type=["hot"|"cold"]'
    assert (3, None, "broken") in kinds(made.report)


def test_a_column_of_messages_and_one_that_nobody_knows_become_notes() -> None:
    text = "| Code | Message | Description | Level |\n|-|-|-|-|\n| 40000 | Unknown | Nobody knows. | high |\n"
    entry = imported(text, "x.md").catalogue.get(40000)
    assert entry is not None
    assert (entry.description, entry.notes) == ("Nobody knows", ("Message: Unknown", "Level: high"))
