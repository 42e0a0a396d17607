"""What agents type, and the rows that it must give: the table ``queries.txt``."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.search import Search

_TABLE = Path(__file__).with_name("queries.txt")
_FOUND = re.compile(r"(?:(similar to|fault at) (.*): ?)?([0-9 ]*)([.]{3})?")


class Row(NamedTuple):
    """A query with what it must find."""

    query: str
    codes: list[int]
    more: bool
    similar_to: str
    fault: str


def rows() -> Iterator[Row]:
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("# "):
            continue
        query, _, found = line.rpartition("=>")
        read = _FOUND.fullmatch(found.strip())
        assert read, line
        kind, said, codes, more = read.groups()
        yield Row(
            query.removesuffix(" ").replace("\\n", "\n"),
            [int(code) for code in codes.split()],
            bool(more),
            said if kind == "similar to" else "",
            said if kind == "fault at" else "",
        )


ROWS = list(rows())


@pytest.fixture(scope="module")
def search(catalogue: Catalogue) -> Search:
    """The shipped catalogue made ready for searching."""
    return Search(catalogue)


@pytest.mark.parametrize("row", ROWS, ids=[repr(row.query) for row in ROWS])
def test_a_query_finds_its_rows(search: Search, row: Row) -> None:
    found = search.find(row.query)
    assert list(found.codes[: len(row.codes)] if row.more else found.codes) == row.codes
    assert found.similar_to == row.similar_to
    assert [row.query[fault.start : fault.end] for fault in found.faults] == ([row.fault] if row.fault else [])


def test_the_table_is_long_enough() -> None:
    assert len(ROWS) >= 100
    assert len({row.query for row in ROWS}) == len(ROWS)
