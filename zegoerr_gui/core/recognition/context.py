"""Where a log comes from, as its own lines tell: ids, versions, the time it spans."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from zegoerr_gui.core.catalogue.platforms import KIND, is_native
from zegoerr_gui.core.recognition.times import UNKNOWN

if TYPE_CHECKING:  # the table has a context before there is a log to recognise anything in
    from zegoerr_gui.core.recognition.line_reading import LineReading

MOST: Final = 100  # values kept of a kind


@dataclass(slots=True)
class Context:
    """Each value with the first line that shows it, in the order of appearance. Lines count from 0."""

    app_id: dict[str, int] = field(default_factory=dict)
    room_id: dict[str, int] = field(default_factory=dict)
    user_id: dict[str, int] = field(default_factory=dict)
    stream_id: dict[str, int] = field(default_factory=dict)
    sdk_version: dict[str, int] = field(default_factory=dict)
    platform: dict[str, int] = field(default_factory=dict)
    user_agent: dict[str, int] = field(default_factory=dict)
    page: dict[str, int] = field(default_factory=dict)  # https, http or localhost
    levels: dict[int, int] = field(default_factory=dict)  # of the SDK's lines, 0 debug to 3 error
    first_moment: int = UNKNOWN
    last_moment: int = UNKNOWN
    is_web: bool = False  # a code was found that native SDKs do not have

    @property
    def is_native(self) -> bool:
        """Whether it is the log of an app outside of browsers."""
        return any(map(is_native, self.platform))

    def feed(self, line: int, reading: "LineReading") -> None:
        """Take in one line."""
        self.see(reading.moment)
        if reading.known and not reading.renamed:
            return
        _keep(self.room_id, reading.room, line)
        _keep(self.user_id, reading.user, line)
        _keep(self.stream_id, reading.stream, line)
        if reading.known:
            return
        if reading.line:
            self.levels.setdefault(reading.line.level, line)
        for kind, value in reading.origin:
            _keep(getattr(self, kind), value, line)
        if reading.platform:
            self._tell_platform(reading.platform, line)

    def prove_web(self, line: int) -> None:
        """Take in that a line tells a code that native SDKs do not have."""
        self.is_web = True
        for platform in list(filter(is_native, self.platform)):
            del self.platform[platform]
        if not self.platform:
            _keep(self.platform, "web", line)

    def see(self, moment: int) -> None:
        """Take in the time of one more line."""
        if moment != UNKNOWN:
            self.last_moment = moment
            if self.first_moment == UNKNOWN:
                self.first_moment = moment

    def _tell_platform(self, platform: str, line: int) -> None:
        one_of_it_is_known = any(KIND[known] == platform for known in self.platform)
        if not one_of_it_is_known and not (self.is_web and is_native(platform)):
            _keep(self.platform, platform, line)


def _keep(values: dict[str, int], value: str, line: int) -> None:
    if value and value not in values and len(values) < MOST:
        values[value] = line
