"""What a log says about each code, added up."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zegoerr_gui.core.catalogue.entry import Listing
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.times import UNKNOWN

if TYPE_CHECKING:  # the table knows findings before there is a log that could have failures
    from zegoerr_gui.core.recognition.failures import Failure, Outcome


@dataclass(slots=True)
class Tally:
    """How often one rule found one code. Lines count from 0."""

    count: int
    first_line: int
    last_line: int
    first_moment: int

    def add(self, line: int, moment: int) -> None:
        """Count one more occurrence."""
        self.count += 1
        if line > self.last_line:
            self.last_line = line
        if self.first_moment == UNKNOWN:
            self.first_moment = moment


@dataclass(frozen=True, slots=True)
class Finding:
    """One code in one log. ``count`` is occurrences; lines count from 0.

    ``failures`` is the log's own list, which grows while the scan goes on; the other fields stay as they are.
    """

    code: int
    listing: Listing
    evidence: Evidence
    count: int
    by_level: dict[Evidence, int]
    first_line: int
    last_line: int
    first_moment: int
    failures: "Sequence[Failure]" = field(default=(), compare=False)
    failure_count: int = 0
    outcome: "Outcome" = "unknown"  # of the last failure
    alternatives: tuple[int, ...] = ()
