"""What a log begins anew, which divides failures, and what it tries again, which holds them together.

What is retried stays one failure: the states of one stream, or one room, that tell the same code, until it works, is
given up or begins anew.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from zegoerr_gui.core.recognition.failure_tracks import NO_ROW, Track
from zegoerr_gui.core.recognition.failures import OUTCOMES, FailureRows
from zegoerr_gui.core.recognition.sdk_line import ENDED, FAILED, RETRYING, SUCCEEDED, StateReport

Key = tuple[str, str]  # a kind, and of which stream or room

_GIVEN_UP: Final = FAILED | ENDED
_NEVER: Final = -1
_RECOVERED: Final = OUTCOMES.index("recovered")


@dataclass(slots=True)
class _Retries:
    """The failures of one stream or room that is retried: the latest of a track, and all that its success would end."""

    latest: dict[Track, int] = field(default_factory=dict)
    waiting: list[tuple[Track, int]] = field(default_factory=list)


class Attempts:
    """Fed with the lines that begin something, and with the states of streams and rooms."""

    def __init__(self, rows: FailureRows) -> None:
        self._rows = rows
        self._begun = _NEVER  # the line in which something began anew, a stream's own beginnings apart
        self._stream_begun: dict[str, int] = {}
        self._last_stream_begun = _NEVER
        self._retries: dict[Key, _Retries] = {}

    def begin(self, line: int, report: StateReport | None) -> None:
        """Take in a line that begins something anew: the stream of which it reports, or everything."""
        if report is not None and report.stream:
            self._stream_begun[report.stream] = self._last_stream_begun = line
        else:
            self._begun = line
        if report is None:  # a login is called: nothing goes on
            for retries in self._retries.values():
                _stop(retries)

    def begun(self, stream: str) -> int:
        """The line before which no failure is that goes on; of any stream where none is named."""
        begun = self._stream_begun.get(stream, _NEVER) if stream else self._last_stream_begun
        return max(begun, self._begun)

    def retried(self, track: Track, key: Key) -> int:
        """What of a stream or room goes on being retried."""
        retries = self._retries.get(key)
        return retries.latest.get(track, NO_ROW) if retries else NO_ROW

    def retry(self, track: Track, key: Key, row: int) -> None:
        """Take in that a stream or a room is tried again after a failure."""
        track.retried = row
        retries = self._retries.get(key)
        if retries is None:
            retries = self._retries[key] = _Retries()
        if retries.latest.get(track) != row:
            retries.latest[track] = row
            retries.waiting.append((track, row))

    def take_state(self, report: StateReport, key: Key) -> None:
        """Take in the state of a stream or room: success ends what was retried of it."""
        retries = self._retries.get(key)
        if retries is None:
            return
        if report.state not in RETRYING or not report.code:
            _stop(retries)
        if report.state in SUCCEEDED and not report.code:
            for track, row in retries.waiting:
                track.change(self._rows.end(row, _RECOVERED), _RECOVERED)
                track.close(row)
            del self._retries[key]
        elif report.state in _GIVEN_UP:  # a later success is another attempt's
            del self._retries[key]

    def part(self, track: Track, other: Track, copy: Callable[[int], int]) -> None:
        """Go on with the failures of one track in another one as well."""
        for retries in self._retries.values():
            if track in retries.latest:
                retries.latest[other] = copy(retries.latest[track])
            retries.waiting += [(other, copy(row)) for one, row in retries.waiting if one is track]


def _stop(retries: _Retries) -> None:
    for track, row in retries.latest.items():
        if track.retried == row:
            track.retried = NO_ROW
    retries.latest.clear()
