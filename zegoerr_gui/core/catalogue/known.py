"""What is known of codes beside the catalogue: what the desk keeps and what the open log has."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Known:
    """Codes that are pinned, notes of one's own by code, and the codes of the log in the order of their first lines.

    Each may name codes that no catalogue has; they are found like the others.
    """

    pinned: Collection[int] = ()
    notes: Mapping[int, str] = field(default_factory=dict)
    in_log: Collection[int] = ()

    @property
    def codes(self) -> tuple[int, ...]:
        """Every code that something is known of, each once, those of the log first."""
        return tuple(dict.fromkeys((*self.in_log, *self.pinned, *self.notes)))
