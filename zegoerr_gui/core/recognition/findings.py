"""What a log says about each code, added up."""

from dataclasses import dataclass

from zegoerr_gui.core.catalogue.entry import Listing
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.failures import Failure, Outcome
from zegoerr_gui.core.recognition.times import UNKNOWN


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
        self.last_line = max(self.last_line, line)
        if self.first_moment == UNKNOWN:
            self.first_moment = moment


@dataclass(frozen=True, slots=True)
class Finding:
    """One code in one log. ``count`` is occurrences; lines count from 0."""

    code: int
    listing: Listing
    evidence: Evidence
    count: int
    by_level: dict[Evidence, int]
    first_line: int
    last_line: int
    first_moment: int
    failures: tuple[Failure, ...] = ()
    alternatives: tuple[int, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """How the last failure ended."""
        return self.failures[-1].outcome if self.failures else "unknown"
