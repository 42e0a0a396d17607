"""YAML as a tree of nodes that know their line: the only file that touches ``yaml``.

The tree is built from parse events, so that what a catalogue never needs (aliases, tags, deep nesting) is refused
before it can cost memory: composing nodes with libyaml overflows the stack on deep nesting.
"""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Any, TypeVar

import yaml

from zegoerr_gui.core.catalogue.fault import Faults
from zegoerr_gui.core.catalogue.files import Raw

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML built without libyaml: the same events, ten times slower
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

DEEPEST = 20
_EVENTS_A_STEP = 50  # about a millisecond of work
_INTEGER = re.compile(r"-?(?:0|[1-9]\d{0,17})")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}

Scalar = str | int | bool | None
Value = TypeVar("Value")


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


def node_steps(raw: Raw, faults: Faults) -> Generator[float, None, Node | None]:
    """The tree of a YAML file, or None and a fault where it cannot be read; in small steps."""
    if raw.fault is not None:
        faults.append(raw.fault)
        return None
    text = ""
    try:
        text = raw.data.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        return (yield from _build(text))
    except UnicodeDecodeError as error:
        line = raw.data[: error.start].count(b"\n") + 1
        other = ": the file is UTF-16" if raw.data.startswith((BOM_UTF16_BE, BOM_UTF16_LE)) else ""
        faults.add(line, f"Byte {error.start} is not UTF-8{other}", "Save the file as UTF-8")
    except _RefusedError as refused:
        faults.add(refused.line, refused.found, refused.right)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        faults.add(getattr(mark, "line", 0) + 1, f"Not YAML: {error.problem or error.context}", "Mend the syntax here")
    except yaml.reader.ReaderError as error:
        line = text.encode().count(b"\n", 0, error.position) + 1
        faults.add(line, f"Not YAML: {error.reason}", "Remove the character")
    return None


def _build(text: str) -> Generator[float, None, Node | None]:
    loader, tree = Loader(text), _Tree()
    try:
        for count, event in enumerate(iter(loader.get_event, None)):
            if count % _EVENTS_A_STEP == 0:
                yield 0.0
            tree.take(event)
    finally:
        loader.dispose()
    return tree.root


class _Tree:
    """Grows by one event after another; there are 15,000 in the catalogue, before the window can be shown."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self._open: list[Node] = []  # lists and mappings that have not ended
        self._keys: list[Node | None] = []  # for each of them, the key that waits for its value

    def take(self, event: yaml.Event) -> None:
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.ScalarEvent):
            _refuse_extras(event, line)
            self._attach(Node(line, _scalar(event), "scalar"))
        elif isinstance(event, yaml.CollectionStartEvent):
            _refuse_extras(event, line)
            node = Node(line, [], "list" if isinstance(event, yaml.SequenceStartEvent) else "mapping")
            self._attach(node)
            self._open.append(node)
            self._keys.append(None)
            if len(self._open) > DEEPEST:
                raise _RefusedError(line, f"Nested deeper than {DEEPEST} levels", "Make it flatter")
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            self._keys.pop()
        elif isinstance(event, yaml.AliasEvent):
            raise _RefusedError(line, f"An alias (*{event.anchor})", "Write the value out")
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            raise _RefusedError(line, "A second document in the file", "Keep one document a file")

    def _attach(self, node: Node) -> None:
        if self.root is None:
            self.root = node
            return
        parent, key = self._open[-1], self._keys[-1]
        if parent.kind == "list":
            parent.items.append(node)
        elif key is not None:
            node.key_line = key.line
            parent.pairs.append((str(key.value), node))
            self._keys[-1] = None
        elif node.kind == "scalar":
            node.key_line = node.line
            self._keys[-1] = node
        else:
            raise _RefusedError(node.line, f"A {node.kind} as a key", "Use a word as the key")


def _refuse_extras(event: yaml.ScalarEvent | yaml.CollectionStartEvent, line: int) -> None:
    if event.tag is not None:
        raise _RefusedError(line, f"A tag ({event.tag})", "Write the value without a tag")
    if event.anchor is not None:
        raise _RefusedError(line, f"An anchor (&{event.anchor})", "Write the value without it")


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
