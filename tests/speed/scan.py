"""Scanning beside ripgrep: ``python -m tests.speed.scan [MEGABYTES...]``, 16 and 256 where none are given.

For each kind of log (see ``logs``) and each size both read the same file in turn, five rounds: ripgrep as
``rg --only-matching --byte-offset`` with the catalogue's codes of seven digits, its output read through a pipe; ours
from opening to the findings and the last failure. Medians in seconds, ours divided by ripgrep's, the time an occurrence
costs, and the longest step of a scan in milliseconds (the window stands still for no longer). All times are the
processor's, so that they mean the same on a busy machine. The memory is what a process takes at most, beyond
what it takes for an empty log (Linux only).
Wanted: ``rg`` 14 or later on the PATH (``pip install ripgrep``).
"""

import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import process_time
from typing import Final

from tests.speed.logs import KINDS, MEGABYTE, write
from zegoerr_gui import places
from zegoerr_gui.core.catalogue.reading import read_catalogue
from zegoerr_gui.core.log.opening import open_file
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.scan import Scan
from zegoerr_gui.core.stepwise import finish

PEAK: Final = "--peak"
ROUNDS: Final = 5
SIZES: Final = (16.0, 256.0)


def seconds(command: list[str]) -> float:
    """The processor time that a command takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def scanned(log: Path, recogniser: Recogniser) -> tuple[Scan, float]:
    """A scan, and the seconds that its longest step took."""
    scan = Scan(finish(open_file(log)), recogniser)
    steps, longest = scan.run(), 0.0
    while True:
        start = process_time()
        if next(steps, None) is None:
            break
        longest = max(longest, process_time() - start)
    scan.results.findings()
    scan.results.failures()
    return scan, longest


def peak(log: Path) -> float:
    """Megabytes that a process takes at most for scanning a log."""
    process = subprocess.run([sys.executable, "-m", __spec__.name, PEAK, str(log)], capture_output=True, check=True)
    return float(process.stdout)


def print_peak(log: Path) -> None:
    """Scan a log; print the megabytes that this process has taken at most."""
    scanned(log, Recogniser(read_catalogue(places.catalogue_folder()).catalogue))
    status = Path("/proc/self/status").read_text()
    print(int(status.partition("VmHWM:")[2].split()[0]) / 1024)


def main(sizes: list[float]) -> None:
    """Print a row for each kind and size."""
    if (rg := shutil.which("rg")) is None:
        sys.exit("ripgrep is not on the PATH: pip install ripgrep")
    recogniser = Recogniser(read_catalogue(places.catalogue_folder()).catalogue)
    print(
        f"{'kind':<12}{'MB':>6}{'rg s':>9}{'scan s':>9}{'ratio':>8}{'MB/s':>8}{'occurrences':>13}{'us each':>9}"
        f"{'longest ms':>12}{'memory MB':>11}"
    )
    with tempfile.TemporaryDirectory() as folder:
        codes, empty = Path(folder, "codes"), Path(folder, "empty")
        codes.write_text("\n".join(str(code) for code in recogniser.catalogue.codes if code > 10**6))
        empty.write_text("")
        command = [rg, "--no-config", "-a", "--only-matching", "--byte-offset", "-F", "-f", str(codes)]
        for kind in KINDS:
            for megabytes in sizes:
                log = Path(folder, "log")
                write(kind, megabytes, log)
                print(f"{kind:<12}{megabytes:>6.0f}{row([*command, str(log)], log, recogniser)}", end="", flush=True)
                print(f"{peak(log) - peak(empty):>11.1f}")


def row(command: list[str], log: Path, recogniser: Recogniser) -> str:
    """What both took for one log."""
    theirs, ours, steps, found = [], [], [], 0
    for _ in range(ROUNDS):
        theirs.append(seconds(command))
        start = process_time()
        scan, longest = scanned(log, recogniser)
        ours.append(process_time() - start)
        steps.append(longest)
        aside = sum(scan.results.set_aside().values())
        found = aside + sum(finding.count for finding in scan.results.findings())
    rg_time, time = median(theirs), median(ours)
    return (
        f"{rg_time:>9.3f}{time:>9.3f}{time / rg_time:>8.1f}{log.stat().st_size / MEGABYTE / time:>8.1f}"
        f"{found:>13}{time / max(1, found) * 1e6:>9.1f}{median(steps) * 1000:>12.1f}"
    )


if __name__ == "__main__":
    if sys.argv[1:2] == [PEAK]:
        print_peak(Path(sys.argv[2]))
    else:
        main([float(size) for size in sys.argv[1:]] or list(SIZES))
