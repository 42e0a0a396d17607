"""What one line of a log tells: the codes in it, the state it reports, of what and when."""

from dataclasses import dataclass, field

from zegoerr_gui.core.recognition.origin import Fact
from zegoerr_gui.core.recognition.sdk_line import KIND, SdkLine, StateReport


@dataclass(slots=True)
class Hit:
    """A code found at ``start`` to ``end`` of the text read, by the rule at that place in RULES."""

    start: int
    end: int
    code: int
    rule: int
    alternatives: tuple[int, ...] = ()
    state: str = ""  # of a room or stream, if the line reports it with this code


@dataclass(slots=True)
class LineReading:
    """What one line tells. ``moment`` is in milliseconds, see ``times``; ids that the line lacks are empty."""

    hits: list[Hit] = field(default_factory=list)
    line: SdkLine | None = None
    report: StateReport | None = None
    about: tuple[str, str] = ("", "")  # of what that speaks, see ``KIND``, and the name of the room or stream
    begins_attempt: bool = False
    succeeded_call: bool = False
    moment: int = -1
    room: str = ""
    stream: str = ""
    user: str = ""
    extended_data: str = ""
    extended_rank: int = 0
    server_codes: tuple[int, ...] = ()
    origin: list[Fact] = field(default_factory=list)
    lost_object: bool = False  # an error of which JavaScript printed no more than that it is an object
    platform: str = ""  # of the SDK that wrote it, where it shows one
    known: bool = False  # by the line's shape: one was read before that told the same but for its time and codes,
    renamed: bool = False  # and but for the names of room, stream or user


def about(report: StateReport, reading: LineReading) -> tuple[str, str]:
    """What the report of a line speaks of."""
    kind = KIND[report.state]
    return kind, reading.room if kind == "room" else reading.stream
