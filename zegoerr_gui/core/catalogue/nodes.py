"""YAML as a tree of nodes that know their line: the only file that touches ``yaml``.

The tree is built from parse events, so that what a catalogue never needs (aliases, tags, deep nesting) is refused
before it can cost memory: composing nodes with libyaml overflows the stack on deep nesting.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from zegoerr_gui.core.catalogue.fault import Faults

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML built without libyaml: the same events, ten times slower
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

LARGEST_FILE = 5_000_000  # bytes
DEEPEST = 20
_INTEGER = re.compile(r"-?(?:0|[1-9]\d{0,17})")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}

Scalar = str | int | bool | None


@dataclass(slots=True)
class Node:
    """A value, a list of nodes, or pairs of a key and a node; lines count from 1, ``key_line`` is its key's."""

    line: int
    value: "Scalar | list[Node] | list[tuple[str, Node]]"
    kind: str  # scalar | list | mapping
    key_line: int = field(default=0, compare=False)

    @property
    def items(self) -> "list[Node]":
        """The nodes of a list; none for anything else."""
        return self.value if self.kind == "list" else []  # type: ignore[return-value]

    @property
    def pairs(self) -> "list[tuple[str, Node]]":
        """The pairs of a mapping in the file's order, doubled keys included; none for anything else."""
        return self.value if self.kind == "mapping" else []  # type: ignore[return-value]

    def get(self, key: str) -> "Node | None":
        """The last node under ``key``."""
        return dict(self.pairs).get(key)

    def shown(self) -> str:
        """The value as a fault quotes it."""
        if self.kind != "scalar":
            return f"a {self.kind} of {len(self.items) or len(self.pairs)}"
        text = str(self.value)
        return repr(text if len(text) <= 60 else text[:59] + "…") if isinstance(self.value, str) else text


class _RefusedError(Exception):
    def __init__(self, line: int, found: str, right: str) -> None:
        super().__init__(found)
        self.line, self.found, self.right = line, found, right


def read_nodes(path: Path, faults: Faults) -> Node | None:
    """The tree of a YAML file, or None and a fault where it cannot be read."""
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise _RefusedError(1, f"The file has {size:,} bytes", f"Split it: {LARGEST_FILE:,} bytes are read at most")
        text = path.read_text(encoding="utf-8")
        return _build(text)
    except OSError as error:
        faults.add(1, f"The file cannot be read: {error.strerror}", "Check that it exists and may be read")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        faults.add(line, f"Byte {error.start} is not UTF-8", "Save the file as UTF-8")
    except _RefusedError as refused:
        faults.add(refused.line, refused.found, refused.right)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        faults.add(getattr(mark, "line", 0) + 1, f"Not YAML: {error.problem or error.context}", "Mend the syntax here")
    except yaml.reader.ReaderError as error:
        line = path.read_text(encoding="utf-8").encode().count(b"\n", 0, error.position) + 1
        faults.add(line, f"Not YAML: {error.reason}", "Remove the character")
    return None


def _build(text: str) -> Node | None:
    root: Node | None = None
    stack: list[tuple[Node, Node | None]] = []  # containers that are open, with the key that waits for its value
    for event in yaml.parse(text, Loader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.ScalarEvent):
            node = Node(line, _scalar(event), "scalar")
        elif isinstance(event, yaml.SequenceStartEvent):
            node = Node(line, [], "list")
        elif isinstance(event, yaml.MappingStartEvent):
            node = Node(line, [], "mapping")
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            stack.pop()
            continue
        elif isinstance(event, yaml.AliasEvent):
            raise _RefusedError(line, f"An alias (*{event.anchor})", "Write the value out")
        elif isinstance(event, yaml.DocumentStartEvent) and root is not None:
            raise _RefusedError(line, "A second document in the file", "Keep one document a file")
        else:
            continue
        _refuse_tag(event, line)
        root = root or node
        _attach(stack, node)
        if node.kind != "scalar":
            stack.append((node, None))
            if len(stack) > DEEPEST:
                raise _RefusedError(line, f"Nested deeper than {DEEPEST} levels", "Make it flatter")
    return root


def _attach(stack: list[tuple[Node, Node | None]], node: Node) -> None:
    if not stack:
        return
    parent, key = stack[-1]
    if parent.kind == "list":
        parent.items.append(node)
    elif key is None:
        if node.kind != "scalar":
            raise _RefusedError(node.line, f"A {node.kind} as a key", "Use a word as the key")
        node.key_line = node.line
        stack[-1] = (parent, node)
    else:
        node.key_line = key.line
        parent.pairs.append((str(key.value), node))
        stack[-1] = (parent, None)


def _refuse_tag(event: yaml.NodeEvent, line: int) -> None:
    tag = getattr(event, "tag", None)
    if tag is not None:
        raise _RefusedError(line, f"A tag ({tag})", "Write the value without a tag")


def _scalar(event: yaml.ScalarEvent) -> Scalar:
    text = str(event.value)
    if not event.implicit[0]:  # quoted
        return text
    if text in _WORDS:
        return _WORDS[text]
    return int(text) if _INTEGER.fullmatch(text) else text


def written(value: Any) -> str:
    """Plain values, lists and mappings as YAML that reads back as the same, keys in their order."""
    return str(yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120))


class _Dumper(yaml.SafeDumper):
    """Writes what stands twice twice: an alias would be refused when it is read."""

    def ignore_aliases(self, data: Any) -> bool:
        return True
