"""Shapes that a YAML value may have: each reads a node, notes what is wrong, and describes itself as JSON Schema."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from zegoerr_gui.core.catalogue.fault import Faults
from zegoerr_gui.core.catalogue.nodes import Node


class Shape(Protocol):
    """Reads a node into a value; None where it has another shape, after noting the fault."""

    def read(self, node: Node, faults: Faults) -> Any: ...

    def schema(self) -> dict[str, Any]: ...


class Text:
    """A text that is not empty."""

    def read(self, node: Node, faults: Faults) -> str | None:
        if isinstance(node.value, str) and node.value.strip():
            return node.value.strip()
        right = "Put it in quotes" if isinstance(node.value, (int, bool)) else "Write a text that is not empty"
        faults.add(node.line, f"{node.shown()} where a text belongs", right)
        return None

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "minLength": 1}


class Number(NamedTuple):
    """A whole number, 0 or more, or any."""

    negative: bool = False

    def read(self, node: Node, faults: Faults) -> int | None:
        if isinstance(node.value, int) and not isinstance(node.value, bool) and (node.value >= 0 or self.negative):
            return node.value
        faults.add(node.line, f"{node.shown()} where a number belongs", "Write digits only, without quotes")
        return None

    def schema(self) -> dict[str, Any]:
        return {"type": "integer"} if self.negative else {"type": "integer", "minimum": 0}


class Truth:
    """true or false."""

    def read(self, node: Node, faults: Faults) -> bool | None:
        if isinstance(node.value, bool):
            return node.value
        faults.add(node.line, f"{node.shown()} where true or false belongs", "Write true or false")
        return None

    def schema(self) -> dict[str, Any]:
        return {"type": "boolean"}


class OneOf(NamedTuple):
    """One of a few words."""

    words: tuple[str, ...]

    def read(self, node: Node, faults: Faults) -> str | None:
        if isinstance(node.value, str) and node.value in self.words:
            return node.value
        faults.add(node.line, f"{node.shown()} is not known here", f"Write one of: {', '.join(self.words)}")
        return None

    def schema(self) -> dict[str, Any]:
        return {"enum": list(self.words)}


class Many(NamedTuple):
    """A list whose items all have one shape; items that are wrong are left out."""

    item: Shape

    def read(self, node: Node, faults: Faults) -> tuple[Any, ...] | None:
        if node.kind != "list":
            faults.add(node.line, f"{node.shown()} where a list belongs", "Put it in square brackets: [ ]")
            return None
        values = (self.item.read(item, faults) for item in node.items)
        return tuple(value for value in values if value is not None)

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": self.item.schema()}


class Placing(NamedTuple):
    """A value together with its node, for those who must tell later where it stands."""

    shape: Shape

    def read(self, node: Node, faults: Faults) -> tuple[Any, Node] | None:
        value = self.shape.read(node, faults)
        return None if value is None else (value, node)

    def schema(self) -> dict[str, Any]:
        return self.shape.schema()


class OneOrMany:
    """One text, or a list of texts; read into a tuple."""

    def read(self, node: Node, faults: Faults) -> tuple[str, ...] | None:
        if node.kind == "list":
            values: tuple[str, ...] | None = Many(Text()).read(node, faults)
            return values
        value = Text().read(node, faults)
        return None if value is None else (value,)

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [Text().schema(), Many(Text()).schema()]}


class Record(NamedTuple):
    """A mapping read into ``cls``; a field that is wrong keeps the default of ``cls``."""

    cls: type
    fields: Mapping[str, Shape]
    required: Sequence[str] = ()

    def read(self, node: Node, faults: Faults) -> Any:
        if node.kind != "mapping":
            faults.add(node.line, f"{node.shown()} where keys and values belong", f"Write {self._keys()}")
            return None
        values: dict[str, Any] = {}
        seen: set[str] = set()
        for key, value in node.pairs:
            shape = self.fields.get(key)
            if shape is None:
                faults.add(value.key_line, f"The key {key!r} is not known", f"The keys are: {self._keys()}")
            elif key in seen:
                faults.add(value.key_line, f"The key {key!r} stands here twice", "Keep one of the two")
            elif (read := shape.read(value, faults)) is not None:
                values[key] = read
            seen.add(key)
        for key in self.required:
            if key not in seen:
                faults.add(node.line, f"The key {key!r} is missing", "Add it")
        if any(key not in values for key in self.required):
            return None
        return self.cls(**values)

    def _keys(self) -> str:
        return ", ".join(self.fields)

    def schema(self) -> dict[str, Any]:
        properties = {key: shape.schema() for key, shape in self.fields.items()}
        schema: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": False}
        return {**schema, "required": list(self.required)} if self.required else schema


class Keyed(NamedTuple):
    """A mapping from words of one's own to values of one shape, read into pairs."""

    item: Shape

    def read(self, node: Node, faults: Faults) -> tuple[tuple[str, Any], ...] | None:
        if node.kind != "mapping":
            faults.add(node.line, f"{node.shown()} where keys and values belong", "Write a key, a colon and a value")
            return None
        values: dict[str, Any] = {}
        for key, value in node.pairs:
            if key in values:
                faults.add(value.key_line, f"The key {key!r} stands here twice", "Keep one of the two")
            elif (read := self.item.read(value, faults)) is not None:
                values[key] = read
        return tuple(values.items())

    def schema(self) -> dict[str, Any]:
        return {"type": "object", "additionalProperties": self.item.schema()}


class Short(NamedTuple):
    """A record that may be written as just its first value: ``Switch.`` for ``{do: Switch.}``."""

    plain: Shape
    record: Record

    def read(self, node: Node, faults: Faults) -> Any:
        if node.kind != "scalar":
            return self.record.read(node, faults)
        value = self.plain.read(node, faults)
        return None if value is None else self.record.cls(value)

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [self.plain.schema(), self.record.schema()]}
