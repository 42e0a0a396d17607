"""YAML as nodes with lines: what a value is, what is refused before it costs memory, and that nothing is raised."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from zegoerr_gui import places
from zegoerr_gui.core.catalogue import files, nodes
from zegoerr_gui.core.catalogue.fault import Fault, Faults
from zegoerr_gui.core.catalogue.nodes import DEEPEST, Node, Scalar, node_steps
from zegoerr_gui.core.stepwise import finish


def read_nodes(path: Path, faults: Faults) -> Node | None:
    return finish(node_steps(files.read_raw(path), faults))


def read(tmp_path: Path, text: str | bytes) -> tuple[Node | None, list[Fault]]:
    path = tmp_path / "file.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    faults = Faults(path)
    return read_nodes(path, faults), list(faults)


def only_fault(tmp_path: Path, text: str | bytes) -> Fault:
    node, faults = read(tmp_path, text)
    assert node is None
    assert len(faults) == 1, faults
    return faults[0]


# Values

SCALARS: list[tuple[str, Scalar]] = [
    ("1103061", 1103061),
    ("0", 0),
    ("-3", -3),
    ("'1103061'", "1103061"),
    ('"0"', "0"),
    ("007", "007"),
    ("0x10", "0x10"),
    ("1_000", "1_000"),
    ("+5", "+5"),
    ("1.5", "1.5"),
    ("1e3", "1e3"),
    ("3.12.0", "3.12.0"),
    ("10:34:09", "10:34:09"),
    ("2025-01-21", "2025-01-21"),
    ("123456789012345678", 123456789012345678),
    ("1234567890123456789", "1234567890123456789"),
    ("true", True),
    ("false", False),
    ("'true'", "true"),
    ("yes", "yes"),
    ("no", "no"),
    ("on", "on"),
    ("True", "True"),
    ("null", None),
    ("~", None),
    ("''", ""),
    ("权限", "权限"),
    ("| \n    one\n    two", "one\ntwo\n"),
    ("> \n    5", "5\n"),
]


@pytest.mark.parametrize(("text", "value"), SCALARS, ids=[text for text, _ in SCALARS])
def test_plain_words_are_numbers_or_truths_and_quoted_ones_texts(tmp_path: Path, text: str, value: Scalar) -> None:
    node, faults = read(tmp_path, f"key: {text}\n")
    assert node is not None
    found = node.get("key")
    assert found is not None
    assert (found.value, type(found.value), found.kind) == (value, type(value), "scalar")
    assert faults == []


def test_a_key_without_a_value_has_none(tmp_path: Path) -> None:
    node, _ = read(tmp_path, "key:\n")
    assert node is not None
    assert node.pairs == [("key", Node(1, None, "scalar"))]


def test_a_tree_keeps_order_kinds_and_lines_from_1(tmp_path: Path) -> None:
    node, faults = read(tmp_path, "# words\n- code: 5\n  steps:\n    - one\n    - {do: two}\n- []\n")
    step = Node(5, [("do", Node(5, "two", "scalar"))], "mapping")
    steps = Node(4, [Node(4, "one", "scalar"), step], "list")
    entry = Node(2, [("code", Node(2, 5, "scalar")), ("steps", steps)], "mapping")
    assert node == Node(2, [entry, Node(6, [], "list")], "list")
    assert faults == []


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    plain, _ = read(tmp_path, "- code: 5\n- code: 6\n")
    windows, faults = read(tmp_path, b"\xef\xbb\xbf- code: 5\r\n- code: 6\r\n")
    assert windows == plain
    assert faults == []


def test_a_doubled_key_stands_twice_and_the_last_one_is_got(tmp_path: Path) -> None:
    node, _ = read(tmp_path, "a: 1\na: 2\n")
    assert node is not None
    assert [key for key, _ in node.pairs] == ["a", "a"]
    assert node.get("a") == Node(2, 2, "scalar")
    assert node.get("b") is None


@pytest.mark.parametrize(
    ("node", "shown"),
    [
        (Node(1, "word", "scalar"), "'word'"),
        (Node(1, 5, "scalar"), "5"),
        (Node(1, True, "scalar"), "True"),
        (Node(1, None, "scalar"), "None"),
        (Node(1, "x" * 61, "scalar"), repr("x" * 59 + "…")),
        (Node(1, "\x1b[31m", "scalar"), "'\\x1b[31m'"),
        (Node(1, [Node(1, 1, "scalar")] * 3, "list"), "a list of 3"),
        (Node(1, [], "list"), "a list of 0"),
        (Node(1, [("k", Node(1, 1, "scalar"))], "mapping"), "a mapping of 1"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_fault_quotes_a_value_in_one_short_line(node: Node, shown: str) -> None:
    assert node.shown() == shown


@pytest.mark.parametrize("text", ["", "# only a comment\n", "\n\n"])
def test_an_empty_file_is_no_tree_and_no_fault(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == (None, [])


# What is refused

REFUSED = [
    ("a: 1\nb: 1\nc: *x\n", 3, "An alias (*x)"),
    ("a: 1\nb: &x [1]\n", 2, "An anchor (&x)"),
    ("a: 1\nb: &x 1\n", 2, "An anchor (&x)"),
    ("a: 1\nb: !!python/object:os.system x\n", 2, "A tag (tag:yaml.org,2002:python/object:os.system)"),
    ("a: !!str 5\n", 1, "A tag (tag:yaml.org,2002:str)"),
    ("- !own [1]\n", 1, "A tag (!own)"),
    ("a: 1\n---\nb: 2\n", 2, "A second document in the file"),
    ("a: 1\n[1, 2]: x\n", 2, "A list"),
    ("? {k: 1}\n: x\n", 1, "A mapping"),
    ("a: 1\nb: [1, 2\n", 3, "Not YAML"),
    ("a: 1\n  b: 2\n", 2, "Not YAML"),
    ("a: 1\nb: 'open\n", 3, "Not YAML"),
    ("a: 1\n\tb: 2\n", 2, "Not YAML"),
    ("a: @home\n", 1, "Not YAML"),
    (b"a: 1\nb: \xff\n", 2, "Byte 8 is not UTF-8"),
    ("a: 1\nb: 2\n".encode("utf-16"), 1, "Byte 0 is not UTF-8: the file is UTF-16"),
    ("a: 1\nb: é\n".encode("latin-1"), 2, "Byte 8 is not UTF-8"),
]


@pytest.mark.parametrize(("text", "line", "found"), REFUSED, ids=[found for _, _, found in REFUSED])
def test_what_a_catalogue_never_needs_is_refused_with_its_line(
    tmp_path: Path, text: str | bytes, line: int, found: str
) -> None:
    fault = only_fault(tmp_path, text)
    assert (fault.line, fault.found[: len(found)]) == (line, found)
    assert fault.right


def test_a_list_as_a_key_is_not_said_to_be_empty(tmp_path: Path) -> None:
    assert "of 0" not in only_fault(tmp_path, "[1, 2]: x\n").found


@pytest.mark.parametrize("char", ["\0", "\x07", "\x1b", "\x9b"], ids=["NUL", "bell", "escape", "C1"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("before", ["- word", "- 权限 é 😀"], ids=["after ASCII", "after other letters"])
def test_a_control_character_is_refused_at_its_own_line(tmp_path: Path, char: str, line_end: str, before: str) -> None:
    lines = [*([before] * 30), f"- x{char}y", *([before] * 30)]
    fault = only_fault(tmp_path, line_end.join(lines).encode())
    assert "control characters are not allowed" in fault.found
    assert fault.line == 31


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "], ids=["lists", "mappings", "block lists"])
def test_nesting_is_refused_beyond_twenty_levels_only(tmp_path: Path, opening: str) -> None:
    closing = {"[": "]", "{a: ": "}", "- ": ""}[opening]
    node, faults = read(tmp_path, opening * DEEPEST + "1" + closing * DEEPEST)
    assert node is not None
    assert faults == []
    fault = only_fault(tmp_path, opening * (DEEPEST + 1) + "1" + closing * (DEEPEST + 1))
    assert fault.found == "Nested deeper than 20 levels"


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "], ids=["lists", "mappings", "block lists", "keys"])
def test_nesting_without_end_is_refused_not_followed(tmp_path: Path, opening: str) -> None:
    assert only_fault(tmp_path, opening * 100_000).right


def test_a_bomb_of_aliases_is_refused_at_its_first_anchor(tmp_path: Path) -> None:
    levels = [f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]" for level in range(1, 10)]
    assert only_fault(tmp_path, "\n".join(["a0: &a0 [x]", *levels])).line == 1


def test_a_file_over_the_largest_size_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST_FILE", 1000)
    assert read(tmp_path, "#" * 1000) == (None, [])
    assert only_fault(tmp_path, "[" * 1001) == Fault(
        tmp_path / "file.yaml", 1, "The file has 1,001 bytes", "Split it: 1,000 bytes are read at most"
    )


def test_five_million_bytes_are_the_largest_file() -> None:
    assert files.LARGEST_FILE == 5_000_000


@pytest.mark.parametrize("name", ["missing.yaml", "."], ids=["missing", "folder"])
def test_a_file_that_cannot_be_read_is_a_fault(tmp_path: Path, name: str) -> None:
    faults = Faults(tmp_path / name)
    assert read_nodes(tmp_path / name, faults) is None
    assert [(fault.file, fault.line) for fault in faults] == [(tmp_path / name, 1)]
    assert faults[0].found.startswith("The file cannot be read: ")


@given(data=st.one_of(st.binary(), st.text("-:[]{}&*!|>'\"%@`#,? \n\t\\ab01~\0\x85\u2028é")))
def test_whatever_a_file_holds_becomes_a_tree_or_a_fault(
    tmp_path_factory: pytest.TempPathFactory, data: str | bytes
) -> None:
    node, faults = read(tmp_path_factory.getbasetemp(), data)
    assert node is None or not faults
    lines = len(re.split(r"\r\n|[\r\n\x85\u2028\u2029]", data if isinstance(data, str) else data.decode("latin-1")))
    assert all(1 <= fault.line <= lines + 1 and fault.found and fault.right for fault in faults)


def test_without_libyaml_the_tree_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    path = places.catalogue_folder() / "device.yaml"
    quick = read_nodes(path, Faults(path))
    monkeypatch.setattr(nodes, "Loader", yaml.SafeLoader)
    slow = read_nodes(path, Faults(path))
    assert quick is not None
    assert slow == quick
