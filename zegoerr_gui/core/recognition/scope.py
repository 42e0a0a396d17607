"""What an answer can be limited to: one of the rooms, users or streams that a log names."""

from dataclasses import dataclass
from typing import Final, Literal

from zegoerr_gui.core.recognition.failures import Failure

ScopeKind = Literal["room", "user", "stream"]
KINDS: Final[tuple[ScopeKind, ...]] = ("room", "user", "stream")


@dataclass(frozen=True, slots=True)
class Scope:
    """One room, user or stream, by the name that the log gives it; empty for what the log tells of none."""

    kind: ScopeKind
    name: str

    def takes(self, failure: Failure) -> bool:
        """Whether a failure belongs to it."""
        return name_in(failure, self.kind) == self.name


def name_in(failure: Failure, kind: ScopeKind) -> str:
    """The room, user or stream of a failure; empty where the log tells none."""
    if kind == "room":
        return failure.room
    return failure.user if kind == "user" else failure.stream
