"""Kills a program that writes notes, again and again, at any moment: what it confirmed must be there.

    python -m tests.desk.kill_loop [ROUNDS]

Each round ends with kill -9 in the middle of writing; then the desk is opened and compared with what was confirmed.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from zegoerr_gui.core.desk.desk import Desk

CODE = 1103061
_ROUNDS = 200


def text_of(number: int) -> str:
    """A note that tells its number, and whether it is whole."""
    return f"{number} {'x' * (number % 3_000)}".strip()


def write_on(folder: Path) -> None:
    """Write one note after another, and say the number of each that is kept."""
    desk = Desk(folder)
    number = int(desk.notes[CODE].text.partition(" ")[0]) if CODE in desk.notes else 0
    while True:
        number += 1
        desk.write_note(CODE, text_of(number), desk.notes[CODE].text if CODE in desk.notes else "")
        desk.pin(number % 50, number % 2 == 0)
        os.write(1, f"{number}\n".encode())


def rounds(folder: Path, count: int, seed: int = 1) -> int:
    """Kill the writer so many times; returns how many notes were confirmed. Raises AssertionError where one is lost."""
    chance = random.Random(seed)
    confirmed = 0
    for _ in range(count):
        command = [sys.executable, "-m", "tests.desk.kill_loop", "--write", str(folder)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            for _ in range(chance.randint(1, 60)):
                confirmed = int(writer.stdout.readline())
            writer.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
            rest = writer.stdout.read().decode().split("\n")[:-1]
        confirmed = int(rest[-1]) if rest else confirmed
        desk = Desk(folder)
        assert not desk.trouble, desk.trouble
        kept = int(desk.notes[CODE].text.partition(" ")[0])
        assert kept in (confirmed, confirmed + 1), f"{confirmed} was confirmed, {kept} was kept"
        assert desk.notes[CODE].text == text_of(kept)
        desk.close()
    return confirmed


if __name__ == "__main__":
    if sys.argv[1:2] == ["--write"]:
        write_on(Path(sys.argv[2]))
    with tempfile.TemporaryDirectory() as name:
        asked = int(sys.argv[1]) if sys.argv[1:] else _ROUNDS
        saves = rounds(Path(name), asked)
    print(f"{asked} times killed, {saves:,} saves confirmed, none lost")
