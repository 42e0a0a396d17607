"""A pasted table is read by the headings of its columns: two of them or more, HTML's, an INSERT's."""

import pytest

from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.tables import Tables

from .test_rules import rules_of

HEAD = "<tr><th>Order</th><th>Error code</th></tr>"
ROW = "<tr><td>1103061</td><td>1103064</td></tr>"
INTO = "INSERT INTO rtc_log (id, note, error_code) VALUES"

# name, text, the headings that 1103061 and 1103064 stand under
TABLES = [
    ("tabs", "Order\tError code\n1103061\t1103064", ["Order", "Error code"]),
    ("commas", "code,count\n1103061,14\n1103064,12", ["code", "code"]),
    ("semicolons", "count;错误码\n7;1103061\n8;1103064", ["错误码", "错误码"]),
    ("bars", "Code | Users\n1103061 | 3\n1103064 | 4", ["Code", "Code"]),
    ("blanks", "Error code  Count\n1103061     12\n1103064     3", ["Error code", "Error code"]),
    ("more in the last column", "code,what\n1103061,a,b\n1103064,c", ["code", "code"]),
    ("three", "id,code,when\n1,1103061,x\n2,1103064,y", ["code", "code"]),
    ("thousands", "n  code     events  users\n1  1103061  4,410  2,207\n2  1103064  904  871", ["code", "code"]),
    ("values", "at\tevent\tval\n1:02\tpub_err\t1103061\n1:03\tjoin\t1103064", ["pub_err", "1:03"]),
    ("it ends", "code,count\n1103061,14\n\n1103064", ["code", None]),
    ("orders and their count", "order,count\n1103061,14\n1103064,12", ["order", "order"]),
    ("no heading of things", "here,there\n1103061,14\n1103064,12", [None, None]),
    ("SELECT in bars", "SELECT e.uid, count(*) AS n FROM x;\n 1103061 | 12\n| 7 | 1103064 |", ["uid", "n"]),
    ("SELECT in tabs", "select err, uid from x\n1103061\t1103064", ["err", "uid"]),
    ("SELECT of all", "select * from x\n1103061\t1103064", [None, None]),
    ("a sentence", "an error, and more\n1103061, 14\n1103064, 15", [None, None]),
    ("HTML", f"{HEAD}\n{ROW}", ["Order", "Error code"]),
    ("HTML in one line", f"<table>{HEAD}{ROW}</table>", ["Order", "Error code"]),
    ("INSERT", f"{INTO}\n(1103061, 'a, b', 1103064);", ["id", "error_code"]),
    ("INSERT in one line", f"{INTO} (1103061, '', 1103064)", ["id", "error_code"]),
    ("INSERT of menus", "insert into menu (id, code) values (1103061, 1103064)", ["id", None]),
    ("after an INSERT", f"{INTO} (1, '', 2);\nSELECT (1103061, '', 1103064)", [None, None]),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in TABLES], ids=[row[0] for row in TABLES])
def test_a_number_stands_under_a_heading(text: str, expected: list[str | None]) -> None:
    tables, headings = Tables(), []
    for line in text.split("\n"):
        tables.feed(line)
        headings += [tables.heading(line.index(digits)) for digits in ("1103061", "1103064") if digits in line]
    assert headings == expected


def test_two_columns_tell_the_codes_from_the_orders(recogniser: Recogniser) -> None:
    assert rules_of(recogniser, "Order\tError code\n1103061\t1103064") == [
        (1103061, "other-heading"),
        (1103064, "code-heading"),
    ]


@pytest.mark.parametrize("code", ["Код", "Kod", "Codice", "Mã", "コード", "코드", "รหัส"])
def test_a_code_is_called_one_in_many_languages(recogniser: Recogniser, code: str) -> None:
    rows = f"| {code} | ? |\n|---|---|\n| 1103061 | a |\n| 1103064 | b |"
    assert {rule for _, rule in rules_of(recogniser, rows)} == {"code-heading"}
