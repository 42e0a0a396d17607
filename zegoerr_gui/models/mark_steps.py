"""At which mark of a log the agent is, and which one comes next."""

from collections.abc import Iterable, Iterator

from zegoerr_gui.core.answer.limited import Limited
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.occurrences import Occurrence
from zegoerr_gui.core.recognition.results import Results
from zegoerr_gui.models.log_lines_model import LogLinesModel


class MarkSteps:
    """Holds the mark come to, and the code whose marks are the stronger ones.

    Marks are the occurrences that are not set aside; they are known by their places among all of them.
    """

    def __init__(self, model: LogLinesModel) -> None:
        self.code: int | None = None
        self.limited: Limited | None = None  # whose marks are stepped through, where not all are
        self._model = model
        self._results: Results | None = None
        self._place: int | None = None

    def set_results(self, results: Results | None) -> None:
        """Turn to another log, at no mark and no code."""
        self._results, self._place, self.code, self.limited = results, None, None, None

    @property
    def mark(self) -> Occurrence | None:
        """The mark come to."""
        return self._results.occurrences[self._place] if self._results and self._place is not None else None

    def leave(self) -> None:
        """Be at no mark."""
        self._place = None

    def come_to(self, place: int) -> None:
        """Be at the mark of this place."""
        self._place = place

    def settle(self, line: int) -> Occurrence | None:
        """Come to a mark of a line: stay at the one come to, else it is the chosen code's, else the first."""
        if not self._is_in(line):
            place = self.place_in(line, self.code)
            self._place = self.place_in(line) if place is None else place
        return self.mark

    def place_in(self, line: int, code: int | None = None) -> int | None:
        """The place of the first mark in a line, of one code or of any; None where there is none."""
        if self._results is None:
            return None
        here = self._marks(self._results, self._results.occurrences.places_in(line))
        return next((place for place, one in here if code in (None, one.code)), None)

    def next(self, line: int, step: int, *, other_code: bool = False) -> int | None:
        """The place of the next (1) or previous (-1) mark in a line that is shown, from the mark come to or the line.

        With ``other_code`` the marks of the chosen code are passed over.
        """
        if self._results is None:
            return None
        occurrences = self._results.occurrences
        if self._place is not None:
            places = range(self._place + step, len(occurrences) if step > 0 else -1, step)
        else:
            places = occurrences.after(line) if step > 0 else occurrences.before(line)
        wanted = (
            place
            for place, one in self._marks(self._results, places)
            if not (other_code and one.code == self.code) and self._model.holds(one.line) and self._is_in_scope(one)
        )
        return next(wanted, None)

    def first(self, code: int) -> int | None:
        """The line in which a code stands first, from 0, within the session where there is one."""
        if self.limited is not None:
            return self.limited.first_line(code)
        return self._results.first_line(code) if self._results else None

    def is_here(self, line: int, code: int) -> bool:
        """Whether a line has a code, and belongs to the session where there is one."""
        return (self.limited is None or self.limited.has_line(line)) and self.place_in(line, code) is not None

    def _is_in_scope(self, mark: Occurrence) -> bool:
        return self.limited is None or self.limited.holds(mark)

    def _is_in(self, line: int) -> bool:
        """Whether the mark come to stands in a line; it may have been set aside since more of the log was read."""
        mark, results = self.mark, self._results
        return bool(mark and results and mark.line == line and results.evidence(mark) > Evidence.UNLIKELY)

    def _marks(self, results: Results, places: Iterable[int]) -> Iterator[tuple[int, Occurrence]]:
        for place in places:
            occurrence = results.occurrences[place]
            if results.evidence(occurrence) > Evidence.UNLIKELY:
                yield place, occurrence
