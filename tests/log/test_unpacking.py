"""What is packed: .gz, .zip, a browser's recording; cut off, damaged, too large, of several parts."""

import gzip
import json
import os
import random
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import MakeLog
from zegoerr_gui.core.log import unpacked_text
from zegoerr_gui.core.log.json_stream import BrokenJsonError, JsonStream, Value
from zegoerr_gui.core.log.opening import open_file, open_member, open_pipe
from zegoerr_gui.core.log.remote import is_remote
from zegoerr_gui.core.log.source import UnreadableLogError
from zegoerr_gui.core.log.spool import Bound, EnoughReadError, amount
from zegoerr_gui.core.log.zips import SeveralMembersError
from zegoerr_gui.core.stepwise import finish

TEXT = "".join(f"line {number} error 1103061 错误码\n" for number in range(20_000))


@pytest.fixture(autouse=True)
def no_spool_is_left(private_home: Path) -> Iterator[None]:
    yield
    assert list((private_home / "tmp").glob("*.spool")) == []


def read(path: Path, **how: Any) -> tuple[str, str]:
    """A log's text, and what is said of it."""
    with closing(finish(open_file(path, **how))) as source:
        return source.read(0, source.size).decode(), source.notice


def sentence(path: Path) -> str:
    with pytest.raises(UnreadableLogError) as caught:
        finish(open_file(path)).close()
    return str(caught.value)


# .gz


def test_a_gz_is_read_as_its_text(make_log: MakeLog) -> None:
    assert read(make_log(gzip.compress(TEXT.encode()), "console.log.gz")) == (TEXT, "")


@pytest.mark.parametrize("between", [b"", b"\0" * 512], ids=["at once", "filled up with zeros"])
def test_a_gz_of_several_members_is_read_to_its_end(make_log: MakeLog, between: bytes) -> None:
    data = gzip.compress(b"one\n") + between + gzip.compress(TEXT.encode()) + between
    assert read(make_log(data)) == ("one\n" + TEXT, "")


def test_a_gz_in_another_encoding_is_read_in_that(make_log: MakeLog) -> None:
    assert read(make_log(gzip.compress(TEXT.encode("utf-16"))))[0] == TEXT
    assert read(make_log(gzip.compress(TEXT.encode("gb18030"))))[0] == TEXT


def test_of_a_gz_that_is_cut_off_what_could_be_read_is_kept_and_said(make_log: MakeLog) -> None:
    packed = gzip.compress(TEXT.encode())
    text, notice = read(make_log(packed[: len(packed) // 2], "half.gz"))
    assert TEXT.startswith(text)
    assert len(text) > 10_000
    assert notice == f"half.gz is cut off. The {amount(len(text.encode()))} that could be read are shown."


def test_of_a_gz_that_is_damaged_what_could_be_read_is_kept_and_said(make_log: MakeLog) -> None:
    packed = bytearray(gzip.compress(random.Random(1).randbytes(300_000).hex().encode()))
    packed[200_000:200_100] = b"\xff" * 100
    text, notice = read(make_log(bytes(packed), "torn.gz"))
    assert len(text) > 100_000
    assert notice.startswith("torn.gz is damaged near its byte ")


def test_a_gz_of_nothing_is_an_empty_log(make_log: MakeLog) -> None:
    assert read(make_log(gzip.compress(b""))) == ("", "")


def test_archives_in_archives_are_opened_three_deep(make_log: MakeLog) -> None:
    data = b"inside\n"
    for _ in range(3):
        data = gzip.compress(data)
    assert read(make_log(data, "deep.gz"))[0] == "inside\n"
    said = "deep.gz is packed more than 3 times. Unpack it and open the log inside."
    assert sentence(make_log(gzip.compress(data), "deep.gz")) == said


def test_a_bomb_ends_at_the_bound_with_a_way_on(make_log: MakeLog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacked_text, "UNPACKED", Bound(1_000_000, "Unpack it."))
    text, notice = read(make_log(gzip.compress(b"0" * 50_000_000), "bomb.gz"))
    assert text == "0" * 1_000_000
    assert notice == "Only the first 977 KB of bomb.gz are shown. Unpack it."


def test_a_bomb_in_a_zip_ends_at_the_bound_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacked_text, "UNPACKED", Bound(1_000_000, "Unpack it."))
    text, notice = read(make_zip(tmp_path / "bomb.zip", {"a.log": b"0" * 50_000_000}))
    assert text == "0" * 1_000_000
    assert notice == "Only the first 977 KB of a.log in bomb.zip are shown. Unpack it."


def test_half_the_free_room_is_the_most_that_is_taken(make_log: MakeLog, monkeypatch: pytest.MonkeyPatch) -> None:
    class Usage:
        free = 3_000

    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage)
    text, notice = read(make_log(gzip.compress(b"0" * 50_000), "large.gz"))
    assert (len(text), notice.partition(". ")[0]) == (1_500, "Only the first 1.5 KB of large.gz are shown")


def test_the_bound_is_two_gib() -> None:
    assert unpacked_text.UNPACKED.most == 2 * 1024**3


# .zip


def make_zip(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def test_a_zip_with_one_log_is_opened(tmp_path: Path) -> None:
    others = {"shot.png": b"\x89PNG\r\n", "__MACOSX/._a.log": b"x", ".DS_Store": b"x", "tool.exe": b"MZ" + b"\0" * 99}
    path = make_zip(tmp_path / "logs.zip", {"a/console.log": TEXT.encode(), "b/": b"", **others})
    with closing(finish(open_file(path))) as source:
        assert source.name == "a/console.log in logs.zip"
        assert source.read(0, source.size).decode() == TEXT


def test_a_zip_with_several_logs_asks_which(tmp_path: Path) -> None:
    members = {"one.log": b"1103061\n", "two.log.gz": gzip.compress(b"1102016\n"), "三.txt": "错误".encode("gb18030")}
    path = make_zip(tmp_path / "logs.zip", members)
    with pytest.raises(SeveralMembersError) as caught:
        finish(open_file(path))
    assert str(caught.value) == "logs.zip holds 3 logs. Name the one to open: one.log, two.log.gz, 三.txt."
    assert [(member.name, member.size) for member in caught.value.members] == [
        ("one.log", 8),
        ("two.log.gz", len(members["two.log.gz"])),
        ("三.txt", 4),
    ]
    texts = []
    for member in caught.value.members:
        with closing(finish(open_member(caught.value.archive, member))) as source:
            texts.append(source.read(0, 99).decode())
    assert texts == ["1103061\n", "1102016\n", "错误"]
    caught.value.archive.release()
    assert read(path, member="one.log")[0] == "1103061\n"
    with pytest.raises(UnreadableLogError, match=r"^logs\.zip holds no log named no\.log\. Name one of: one\.log, "):
        finish(open_file(path, member="no.log"))


def test_a_log_that_is_no_archive_holds_no_other(make_log: MakeLog) -> None:
    for log in (make_log("1103061\n", "a.log"), make_log(gzip.compress(b"1103061\n"), "a.log.gz")):
        with pytest.raises(UnreadableLogError, match=r"is no \.zip: it holds no log named one\.log\. Name it alone\."):
            finish(open_file(log, member="one.log"))


def test_an_archive_through_a_pipe_is_read_like_a_file(tmp_path: Path) -> None:
    data = make_zip(tmp_path / "logs.zip", {"one.log": b"1103061\n", "two.log": b"1102016\n"}).open("rb")
    with data, closing(finish(open_pipe(data.read, "a pipe", member="two.log"))) as source:
        assert source.read(0, source.size) == b"1102016\n"


def test_a_member_that_needs_a_password_says_so(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "secret.zip", {"console.log": b"text"})
    data = bytearray(path.read_bytes())
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + flags] |= 1
    path.write_bytes(data)
    assert sentence(path) == (
        "console.log in secret.zip needs a password. Unpack it with another program and open the log inside."
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04" + b"x" * 99, "logs.zip is cut off or damaged: it has no list of files. Ask for it again."),
        (b"PK\x05\x06" + b"\0" * 18, "logs.zip holds no text. Look into it with another program."),
    ],
    ids=["cut off", "empty"],
)
def test_a_zip_in_which_nothing_can_be_read_says_so(make_log: MakeLog, data: bytes, said: str) -> None:
    assert sentence(make_log(data, "logs.zip")) == said


def test_a_damaged_member_keeps_what_could_be_read(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "logs.zip", {"console.log": random.Random(1).randbytes(300_000).hex().encode()})
    data = bytearray(path.read_bytes())
    data[200_000:200_100] = b"\xff" * 100
    path.write_bytes(data)
    text, notice = read(path)
    assert len(text) > 100_000
    assert notice.startswith("console.log in logs.zip is cut off or damaged. The ")


def test_a_name_that_chinese_windows_wrote_is_readable(tmp_path: Path) -> None:
    path = tmp_path / "logs.zip"
    info = zipfile.ZipInfo("x" * 8)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(info, b"text")
    path.write_bytes(path.read_bytes().replace(b"xxxxxxxx", "客户日志".encode("gbk")))
    with closing(finish(open_file(path))) as source:
        assert source.name == "客户日志 in logs.zip"


# .har


def har(*entries: dict[str, Any], **others: Any) -> str:
    return json.dumps({"log": {"version": "1.2", "entries": list(entries)}, **others})


def request(content: dict[str, Any], **others: Any) -> dict[str, Any]:
    return {
        "startedDateTime": "2026-01-05T10:00:00.000Z",
        "request": {
            "method": "POST",
            "url": "https://log.example/up",
            "headers": [{"name": "text", "value": "1103064"}],
        },
        "response": {"status": 200, "statusText": "OK", "content": content},
        **others,
    }


def test_a_recording_is_told_as_lines(make_log: MakeLog) -> None:
    line = json.dumps({"time": "2026/01/05 10:00:00.000", "content": "roomStateChanged"})
    posted = request(
        {"text": "fine"},
        _webSocketMessages=[
            {"type": "send", "time": 1767607201.5, "opcode": 1, "data": '{"errorCode":1102016}'},
            {"type": "receive", "time": 1767607202, "opcode": 2, "data": "AAAA"},
        ],
    )
    posted["request"]["postData"] = {"mimeType": "text/plain", "text": f"{line}\n{line}\n"}
    assert read(make_log(har(posted), "page.har"))[0].splitlines() == [
        "2026-01-05T10:00:00.000Z POST https://log.example/up → 200 OK",
        line,
        line,
        "fine",
        '2026-01-05T10:00:01.500Z WebSocket sent {"errorCode":1102016}',
        "2026-01-05T10:00:02.000Z WebSocket received (binary, left out)",
    ]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ({"text": "QUJD" * 9, "encoding": "base64", "mimeType": "text/plain"}, "(36 bytes of text/plain left out)"),
        ({"mimeType": "application/javascript; charset=utf-8", "text": "case 1103061"},
         "(12 bytes of application/javascript left out)"),
        ({"mimeType": "application/json", "text": '{"code":1}'}, '{"code":1}'),
    ],
)  # fmt: skip
def test_what_is_no_message_is_left_out_and_said(make_log: MakeLog, content: dict[str, Any], line: str) -> None:
    assert read(make_log(har(request(content))))[0].splitlines()[1:] == [line]


def test_console_messages_beside_the_requests_are_told(make_log: MakeLog) -> None:
    console = [{"level": "error", "text": "1103061 😀", "timestamp": 1767607201500}]
    text = json.dumps({"log": {"_consoleMessages": console, "entries": [request({})]}})
    assert read(make_log(text))[0].splitlines()[0] == "2026-01-05T10:00:01.500Z error 1103061 😀"


def test_a_broken_recording_is_shown_as_it_stands_and_the_place_is_told(make_log: MakeLog) -> None:
    text = har(request({"text": "x" * 300_000}))
    broken = text[:250_000]
    assert read(make_log(broken, "page.har")) == (
        broken,
        "page.har is broken at its byte 250,001: it is shown as it stands.",
    )
    wrong = text.replace('"response":', '"response"', 1)
    shown, notice = read(make_log(wrong, "page.har"))
    assert shown == wrong
    place = wrong.index('"response"') + len('"response" ')
    assert notice == f"page.har is broken at its byte {place + 1:,}: it is shown as it stands."


def test_a_recording_in_a_gz_is_read(make_log: MakeLog) -> None:
    assert "POST https" in read(make_log(gzip.compress(har(request({})).encode())))[0]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


def leaves(value: Any, path: tuple[str, ...] = ()) -> Iterator[Value]:
    """What a stream tells of a value, in order."""
    if isinstance(value, list):
        for one in value:
            yield from leaves(one, path)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from leaves(one, (*path, key))
        yield Value(path, None)
    else:
        yield Value(path, value if isinstance(value, str) else json.dumps(value))


class Everything(frozenset[str]):
    """Every key is wanted."""

    def __contains__(self, _: object) -> bool:
        return True


@given(value=VALUES, ascii_only=st.booleans(), step=st.integers(1, 9))
def test_json_is_read_alike_in_any_slices(value: Any, ascii_only: bool, step: int) -> None:
    data = json.dumps(value, ensure_ascii=ascii_only).encode() + b"\n"
    stream = JsonStream(Everything())
    told = [one for start in range(0, len(data), step) for one in stream.feed(data[start : start + step])]
    stream.end()
    assert told == list(leaves(value))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"a":1,}', 7), ("[1 2]", 3), ('{"a" 1}', 5), ("{1:2}", 1), ("[1}", 2), ('{"a":"\\q"}', 6), ("[tru]", 1),
        ("[1]]", 3), ("[" * 201, 200), ('{"a":1', 6), ("", 0),
    ],
)  # fmt: skip
def test_where_json_breaks_is_told(text: str, place: int) -> None:
    def read_all() -> None:
        stream = JsonStream(frozenset())
        list(stream.feed(text.encode()))
        list(stream.feed(b" " * 500))
        stream.end()

    with pytest.raises(BrokenJsonError) as caught:
        read_all()
    assert caught.value.offset in (place, place + 500 if place == len(text) else place)


# A pipe


def test_a_pipe_is_read_in_slices_to_its_end() -> None:
    rest = [TEXT.encode()[start : start + 50_000] for start in range(0, len(TEXT.encode()), 50_000)]
    source = finish(open_pipe(lambda _: rest.pop(0) if rest else b"", "standard input"))
    with closing(source):
        assert (source.read(0, source.size).decode(), source.name) == (TEXT, "standard input")


def test_an_endless_pipe_can_be_stopped_and_what_came_is_kept() -> None:
    work = open_pipe(lambda count: b"again and again\n" * (count // 16), "standard input")
    for _ in range(50):
        next(work)
    with pytest.raises(StopIteration) as end:  # so short a text is read in place
        work.throw(EnoughReadError())
    with closing(end.value.value) as source:
        assert source.size > 0
        assert source.notice.startswith("Reading was stopped after ")


def test_a_pipe_that_breaks_is_told() -> None:
    def read(_: int) -> bytes:
        raise OSError(5, "Input/output error")

    with pytest.raises(UnreadableLogError, match=r"^standard input cannot be read: Input/output error\.$"):
        finish(open_pipe(read, "standard input"))


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "0 bytes"), (1, "1 byte"), (1023, "1,023 bytes"), (1536, "1.5 KB"), (1024**2, "1 MB"), (2 * 1024**3, "2 GB")],
)
def test_amounts_are_told_in_words(count: int, words: str) -> None:
    assert amount(count) == words


def test_a_file_on_a_share_is_copied_and_can_go_away(tmp_path: Path) -> None:
    table = tmp_path / "mounts"
    table.write_text(
        "/dev/sda / ext4 rw 0 0\nnas:/logs /mnt/the\\040share nfs4 rw 0 0\ntmpfs /mnt/the\\040share/tmp tmpfs rw 0 0\n"
    )
    told = {
        path: is_remote(Path(path), table) for path in ("/home/a.log", "/mnt/the share/a.log", "/mnt/the share/tmp/a")
    }
    if os.name != "nt":
        assert told == {"/home/a.log": False, "/mnt/the share/a.log": True, "/mnt/the share/tmp/a": False}
    assert not is_remote(tmp_path / "a.log", tmp_path / "no table")
