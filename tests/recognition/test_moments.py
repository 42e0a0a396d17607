"""Which moment was line n, which line was moment t: in logs of every size, and times of every kind."""

from collections.abc import Iterable

import pytest

from tests.recognition.shapes import at, scanned, sdk
from zegoerr_gui.core.log.lines import BLOCK, LogLines
from zegoerr_gui.core.log.source import MemorySource
from zegoerr_gui.core.recognition import scan as scan_module
from zegoerr_gui.core.recognition.moments import Moments, line_moment
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.scan import Scan, scan_to_end
from zegoerr_gui.core.recognition.times import UNKNOWN, iso, read_time

MINUTE = 60_000
TEN = read_time("2026/11/23 10:00:00")  # what ``at`` counts from


def sampled(lines: Iterable[str], slices: int = 1 << 16) -> Moments:
    """The map of a log that is too large to be read whole."""
    source = MemorySource("".join(f"{line}\n" for line in lines).encode(), "large.log")
    indexed = LogLines(source)
    moments = Moments(indexed)
    for begin in range(0, source.size, slices):
        indexed.feed(source.read(begin, slices))
        moments.sample()
    return moments


def told(moment: int, words: str = "quiet") -> str:
    return f"[{at(moment)}] {words} {'.' * 60}"


def test_every_line_of_a_log_that_is_read_whole_has_its_moment(recogniser: Recogniser) -> None:
    scan = scanned(recogniser, told(0), "no time", sdk("publish", moment=500), told(1500))
    assert scan.moments.points(100) == ([0, 2, 3], [TEN, TEN + 500, TEN + 1500])
    assert [scan.moments.about(line) for line in range(4)] == [TEN, TEN, TEN + 500, TEN + 1500]
    assert [scan.moments.at(line) for line in range(4)] == [TEN, UNKNOWN, TEN + 500, TEN + 1500]
    assert scan.moments.before(1) == TEN


def test_a_large_log_is_sampled_once_a_block_and_read_when_asked() -> None:
    moments = sampled(told(line * 100) for line in range(8000))
    assert len(moments) == 8000 * (len(told(0)) + 1) // BLOCK + 1
    assert [iso(moments.at(line)) for line in (0, 1, 7999)] == [
        "2026-11-23T10:00:00.000",
        "2026-11-23T10:00:00.100",
        "2026-11-23T10:13:19.900",
    ]
    assert moments.last() == TEN + 799_900
    for line in (0, 1, 777, 4242, 7998, 7999):
        assert moments.first_at(TEN + line * 100) == line
        assert moments.first_at(TEN + line * 100 - 99) == line
    assert moments.first_at(TEN - MINUTE) == 0
    assert moments.first_at(TEN + 799_901) is None


@pytest.mark.parametrize("slices", [100, 4096, 65_536, 70_001, 1_000_000])
def test_the_samples_do_not_depend_on_the_slices(slices: int) -> None:
    lines = [told(line * 100) if line % 5 else "    at stack.frame" for line in range(6000)]
    whole = sampled(lines)
    assert sampled(lines, slices).points(10_000) == whole.points(10_000)
    assert len(whole) == 7


def test_the_scan_of_a_large_log_samples_it(recogniser: Recogniser, monkeypatch: pytest.MonkeyPatch) -> None:
    data = "".join(f"{told(line * 100)}\n" for line in range(13_000)).encode()
    points = scan_to_end(MemorySource(data, "large.log"), recogniser).moments.points(1000)
    assert len(points[0]) == len(data) // BLOCK + 1
    monkeypatch.setattr(scan_module, "SLICE", 10_000)
    assert scan_to_end(MemorySource(data, "large.log"), recogniser).moments.points(1000) == points


def test_lines_longer_than_a_block_hide_its_time() -> None:
    long = "x" * 200_000
    moments = sampled([told(0), long, told(1000), *(told(2000 + line) for line in range(1000))])
    assert moments.points(10)[0][0] == 0
    assert moments.first_at(TEN + 1000) == 2
    assert moments.at(1) == UNKNOWN
    assert moments.before(1) == TEN


def test_stretches_without_a_time_are_passed_over() -> None:
    lines = [told(line // 50 * 1000) if line % 50 == 0 else "    at stack.frame (file.js:1:2)" for line in range(9000)]
    moments = sampled(lines)
    assert [moments.first_at(TEN + second * 1000) for second in (0, 1, 77, 179)] == [0, 50, 3850, 8950]


def test_several_sources_pasted_together_find_the_earliest_line_at_or_after() -> None:
    later = [told(60 * MINUTE + line * 100) for line in range(3000)]
    earlier = [told(line * 100) for line in range(3000)]
    moments = sampled([*later, *earlier])
    assert moments.first_at(TEN + 60 * MINUTE) == 0
    assert moments.first_at(TEN + 60 * MINUTE + 12_300) == 123
    assert moments.first_at(TEN + 12_300) == 3123
    assert moments.first_at(TEN + 300_000) == 0  # after the earlier source has ended
    assert moments.first_at(TEN + 300_000 + 60 * MINUTE) is None


def test_a_clock_put_back_finds_the_first_of_both() -> None:
    lines = [told(line * 100) for line in range(3000)] + [told(line * 100) for line in range(1000, 4000)]
    moments = sampled(lines)
    assert moments.first_at(TEN + 150_000) in (1500, 3500)
    assert moments.at(moments.first_at(TEN + 150_000) or 0) == TEN + 150_000
    assert moments.first_at(TEN + 350_000) == 5500


def test_times_without_a_year_go_on_over_new_year() -> None:
    lines = [f"12-31 23:59:{second:02}.000 I/zego: quiet {'.' * 60}" for second in range(50, 60)]
    lines += [f"01-01 00:00:{second:02}.000 I/zego: quiet {'.' * 60}" for second in range(50)]
    dense = Moments(LogLines(MemorySource(b"", "")))
    for line, text in enumerate(lines):
        dense.put(line, line_moment(text.encode()))
    told_moments = dense.points(100)[1]
    assert told_moments == sorted(told_moments)
    assert told_moments[-1] - told_moments[0] == 59_000
    assert dense.placed(30, line_moment(lines[30].encode())) == told_moments[30]


def test_of_times_with_and_without_a_date_the_fewer_tell_nothing(recogniser: Recogniser) -> None:
    scan = scanned(recogniser, *(told(second * 1000) for second in range(5)), "11-23 10:00:09.000 I/zego: native")
    assert scan.moments.points(100) == ([0, 1, 2, 3, 4], [TEN + second * 1000 for second in range(5)])
    assert scan.moments.about(5) == TEN + 4000


def test_a_log_without_times_knows_none(recogniser: Recogniser) -> None:
    scan = scanned(recogniser, "one", "two")
    assert scan.moments.points(100) == ([], [])
    assert (scan.moments.about(1), scan.moments.before(1), scan.moments.last()) == (UNKNOWN, UNKNOWN, UNKNOWN)
    assert scan.moments.first_at(0) is None


def test_a_wrapped_line_tells_the_time_that_the_scan_reads(recogniser: Recogniser) -> None:
    inner = sdk("publish", moment=500).replace('"', '\\"')
    line = f'{{"server_time":"2026-11-23 02:00:00","log":"{inner}"}}'
    assert line_moment(line.encode()) == recogniser.read(line, free=False).moment == TEN + 500


def test_what_was_added_to_a_log_is_sampled_like_the_rest(recogniser: Recogniser) -> None:
    lines = [told(line * 100) for line in range(14_000)]
    data = "".join(f"{line}\n" for line in lines).encode()
    source = MemorySource(data[:1_100_000], "growing.log")
    scan = Scan(source, recogniser)
    for _ in scan.run():
        pass
    source._data = data
    for _ in scan.run():
        pass
    assert scan.moments.points(1000) == scan_to_end(MemorySource(data, "large.log"), recogniser).moments.points(1000)
