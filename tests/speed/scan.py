"""Scanning beside ripgrep: ``python -m tests.speed.scan [MEGABYTES...]``, 16 and 256 where none are given.

For each kind of log (see ``logs``) and each size both read the same file in turn, five rounds: ripgrep as
``rg --only-matching --byte-offset`` with the catalogue's codes of seven digits, its output read through a pipe; ours
from opening to the last failure. Medians in seconds, ours divided by ripgrep's, and the time an occurrence costs.
Wanted: ``rg`` 14 or later on the PATH (``pip install ripgrep``).
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

from tests.speed.logs import KINDS, MEGABYTE, write
from zegoerr_gui import places
from zegoerr_gui.core.catalogue.reading import read_catalogue
from zegoerr_gui.core.log.opening import finish, open_file
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.scan import scan_to_end

ROUNDS: Final = 5
SIZES: Final = (16.0, 256.0)


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def main(sizes: list[float]) -> None:
    """Print a row for each kind and size."""
    if (rg := shutil.which("rg")) is None:
        sys.exit("ripgrep is not on the PATH: pip install ripgrep")
    recogniser = Recogniser(read_catalogue(places.catalogue_folder()).catalogue)
    print(f"{'kind':<12}{'MB':>6}{'rg s':>9}{'scan s':>9}{'ratio':>8}{'MB/s':>8}{'occurrences':>13}{'us each':>9}")
    with tempfile.TemporaryDirectory() as folder:
        codes = Path(folder, "codes")
        codes.write_text("\n".join(str(code) for code in recogniser.catalogue.codes if code > 10**6))
        for kind in KINDS:
            for megabytes in sizes:
                log = Path(folder, "log")
                write(kind, megabytes, log)
                command = [
                    rg,
                    "--no-config",
                    "-a",
                    "--only-matching",
                    "--byte-offset",
                    "-F",
                    "-f",
                    str(codes),
                    str(log),
                ]
                theirs, ours, found = [], [], 0
                for _ in range(ROUNDS):
                    theirs.append(seconds(lambda: subprocess.run(command, capture_output=True, check=False)))  # noqa: B023
                    scans = []
                    ours.append(seconds(lambda: scans.append(scan_to_end(finish(open_file(log)), recogniser))))  # noqa: B023
                    found = sum(scans[0].results.set_aside().values()) + sum(
                        finding.count for finding in scans[0].results.findings()
                    )
                rg_time, time = median(theirs), median(ours)
                print(
                    f"{kind:<12}{megabytes:>6.0f}{rg_time:>9.3f}{time:>9.3f}{time / rg_time:>8.1f}"
                    f"{log.stat().st_size / MEGABYTE / time:>8.1f}{found:>13}{time / max(1, found) * 1e6:>9.1f}"
                )


if __name__ == "__main__":
    main([float(size) for size in sys.argv[1:]] or list(SIZES))
