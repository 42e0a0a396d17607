"""Makes logs of any size for measuring: ``python -m tests.speed.logs KIND MEGABYTES FILE``.

Three kinds, in the shapes of the SDK 3.12.0 and of what stands beside its lines in a customer's console:

- ``sparse``: what a log is mostly made of, with one failed login in four thousand lines;
- ``look-alike``: on every third line a number equal to a code that means something else;
- ``dense``: on every third line a code that is meant.

The same arguments give the same bytes.
"""

import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from tests.recognition.shapes import APP, at, compact, in_json, room, sdk, stream
from zegoerr_gui import places
from zegoerr_gui.core.catalogue.reading import read_catalogue

MEGABYTE: Final = 1_000_000
KINDS: Final = ("sparse", "look-alike", "dense")
_RARE: Final = 4000  # lines from one failure to the next in a sparse log
_STEP: Final = 13  # milliseconds from line to line

Line = Callable[[random.Random, int, int], str]  # of a source of chance, a code, milliseconds


def _quality(chance: random.Random, _code: int, moment: int) -> str:
    numbers = {name: chance.randrange(10**6) for name in ("videoBitrate", "audioBitrate", "videoFPS", "rtt", "bytes")}
    return sdk(f"publish quality {compact(numbers)}", "zc.p.0.q", moment=moment, streamid=f"s{chance.randrange(9)}")


def _request(chance: random.Random, _code: int, moment: int) -> str:
    session = f"{chance.getrandbits(64):016x}"
    return sdk(
        f"send request seq {chance.randrange(10**5)} session {session} cost {chance.randrange(900)}ms",
        "zn.ws",
        moment=moment,
    )


def _ice(chance: random.Random, _code: int, moment: int) -> str:
    address = ".".join(str(chance.randrange(256)) for _ in range(4))
    told = (
        f"candidate:{chance.getrandbits(31)} 1 udp 2122260223 {address} {chance.randrange(65536)} typ host generation 0"
    )
    return sdk(told, "zc.p.1.ice", moment=moment, roomid="r1", userid="u1")


def _application(chance: random.Random, _code: int, moment: int) -> str:
    names = ("render", "player resize", "heartbeat", "chat message", "gift animation", "store updated")
    return f"app.4f1c.js:1 [{at(moment)}] {chance.choice(names)} {chance.random():.6f} took {chance.randrange(90)} ms"


def _order(chance: random.Random, code: int, moment: int) -> str:
    return f"[{at(moment)}] POST /api/pay {compact({'orderId': code, 'price': chance.randrange(10**4), 'items': 3})}"


def _frame(chance: random.Random, code: int, _moment: int) -> str:
    return f"    at t.{chance.choice('abcdefgh')} (https://cdn.example.com/lib/ZegoExpressWebRTC-3.12.0.js:1:{code})"


def _long_number(chance: random.Random, code: int, moment: int) -> str:
    size = chance.randrange(999)
    return f"[{at(moment)}] upload chunk {size} of file {size}{code}.ts {code}{size} bytes"


def _numeric_room(chance: random.Random, code: int, moment: int) -> str:
    return sdk("roomStateChanged " + compact([str(code), "LOGINED", 0, ""]), moment=moment, roomid=str(code))


def _size(chance: random.Random, code: int, moment: int) -> str:
    return f"[{at(moment)}] segment {chance.randrange(10**6)} loaded, size: {code} bytes in {chance.random():.3f} s"


def _room_failed(chance: random.Random, code: int, moment: int) -> str:
    return room("LOGIN_FAILED", code, f"r{chance.randrange(9)}", "checked", moment)


def _stream_failed(chance: random.Random, code: int, moment: int) -> str:
    return stream("NO_PUBLISH", code, f"s{chance.randrange(9)}", "it failed", moment)


def _connection_failed(_chance: random.Random, code: int, moment: int) -> str:
    return sdk("DISCONNECTED " + compact({"code": code, "msg": ""}), "zm.rm.scb", moment=moment)


def _disconnected(chance: random.Random, code: int, moment: int) -> str:
    return sdk(f"r{chance.randrange(9)} disconnected {code}  it failed", "zc.rsu", moment=moment)


def _thrown(_chance: random.Random, code: int, _moment: int) -> str:
    return "Uncaught (in promise) " + compact({"errorCode": code, "extendedData": "it failed"})


def _told_by_app(chance: random.Random, code: int, moment: int) -> str:
    return f"app.4f1c.js:1 [{at(moment)}] publish failed, error {code}, try {chance.randrange(9)}"


def _exported(chance: random.Random, code: int, moment: int) -> str:
    inner = in_json(stream("PUBLISH_REQUESTING", code, f"s{chance.randrange(9)}", "again", moment))
    return f'{{"client_time":"{at(moment)}","level":"1","log":"{inner}"}}'


_HARMLESS: Final[tuple[Line, ...]] = (_quality, _request, _ice, _application)
_LOOK_ALIKE: Final[tuple[Line, ...]] = (_order, _frame, _long_number, _numeric_room, _size)
_MEANT: Final[tuple[Line, ...]] = (
    _room_failed,
    _stream_failed,
    _connection_failed,
    _disconnected,
    _thrown,
    _told_by_app,
    _exported,
)


def lines(kind: str, codes: list[int], seed: int = 0) -> Iterator[str]:
    """The lines of a log of that kind, without end."""
    chance = random.Random(f"{kind} {seed}")
    yield sdk(f"Mozilla/5.0 Chrome/142.0 3.12.0 log: 1.5.0 appid {APP}", "zm.0")
    count = 0
    while True:
        count += 1
        telling: tuple[Line, ...] = _HARMLESS
        if kind == "sparse":
            telling = _MEANT[:1] if count % _RARE == 0 else _HARMLESS
        elif count % 3 == 0:
            telling = _LOOK_ALIKE if kind == "look-alike" else _MEANT
        yield chance.choice(telling)(chance, chance.choice(codes), count * _STEP)


def write(kind: str, megabytes: float, path: Path) -> None:
    """Write a log of at least that size."""
    codes = [code for code in read_catalogue(places.catalogue_folder()).catalogue.codes if code > 10**6]
    size = 0
    with path.open("wb") as file:
        for line in lines(kind, codes):
            size += file.write(line.encode() + b"\n")
            if size >= megabytes * MEGABYTE:
                return


if __name__ == "__main__":
    write(sys.argv[1], float(sys.argv[2]), Path(sys.argv[3]))
