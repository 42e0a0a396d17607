"""Which encoding a text has: UTF-8 while every byte is, else what the lines around the first bad byte tell."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import MakeLog, sdk_line
from zegoerr_gui.core.log import opening
from zegoerr_gui.core.log.encoding import ENCODINGS, encoding_named, guess
from zegoerr_gui.core.log.lines import LogLines
from zegoerr_gui.core.log.opening import open_bytes, open_file, reopen
from zegoerr_gui.core.log.source import LogSource, UnreadableLogError
from zegoerr_gui.core.log.unpacked_text import HEAD
from zegoerr_gui.core.log.utf8_check import OtherEncodingError
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.scan import scan_to_end
from zegoerr_gui.core.stepwise import finish

PLAIN = b"a plain line of a log, as most are\n"
LONG = PLAIN * (HEAD // len(PLAIN) + 1000)  # what comes behind it is not seen when a file is opened

WORDS = {
    "gb18030": [
        "登录房间失败,错误码 1102016,请检查网络",
        "error 1103061 麦克风无权限",
        "[2026-01-05 10:00:00] ERROR 用户已被踢出房间 code=1002050",
        "INFO 推流成功",
    ],
    "big5": [
        "登入房間失敗,錯誤碼 1102016,請檢查網路",
        "error 1103061 麥克風無權限",
        "[2026-01-05 10:00:00] ERROR 使用者已被踢出房間 code=1002050",
    ],
    "shift_jis": [
        "ルームへのログインに失敗しました。エラーコード 1102016",
        "error 1103061 マイクの許可がありません",
        "[2026-01-05 10:00:00] ERROR ユーザーが退出させられました code=1002050",
    ],
    "cp1252": [
        "connexion refusée, déjà connecté à la salle: erreur 1103061",
        "Fehler für Raum 5: 1103061",
        "la connexion a échoué",
        "user said “camera blocked” – 1103064…",
        "it’s an error 1103061",
        "usuario José, contraseña errónea: conexión perdida",
    ],
}


@pytest.mark.parametrize(
    ("name", "line"),
    [(name, line) for name, lines in WORDS.items() for line in lines],
    ids=lambda value: str(value)[:9],
)
@pytest.mark.parametrize("times", [1, 40])
def test_a_line_is_enough_to_tell_its_encoding(name: str, line: str, times: int) -> None:
    data = (line + "\n").encode(name) * times
    assert data.decode(guess(data)) == (line + "\n") * times


@pytest.mark.parametrize("name", ["gb18030", "big5"])
def test_few_characters_among_much_json_are_enough(name: str) -> None:
    words = "房间" if name == "gb18030" else "房間"
    lines = [
        sdk_line("zm.al", f'roomStateChanged ["{words}","LOGIN_FAILED"]', at=f"10:00:00.{n:03}") for n in range(50)
    ]
    assert guess("\n".join(lines).encode(name)) == name


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("GBK", "gb18030"),
        ("cp936", "gb18030"),
        ("UTF8", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("latin1", "latin-1"),
        ("windows-1252", "cp1252"),
        ("sjis", "shift_jis"),
        ("koi8-r", None),
        ("base64", None),
        ("no such", None),
        ("a\0b", None),
    ],
)
def test_an_encoding_is_known_by_its_other_names(word: str, name: str | None) -> None:
    assert encoding_named(word) == name


def test_every_encoding_offered_can_be_named() -> None:
    assert [encoding_named(name) for name in ENCODINGS] == list(ENCODINGS)


def indexed(source: LogSource) -> LogLines:
    """The lines of a source, fed in slices."""
    lines = LogLines(source)
    for offset in range(0, source.size, 65_537):
        lines.feed(source.read(offset, 65_537))
    return lines


def test_a_text_that_is_utf8_for_long_and_then_is_not_is_read_again(make_log: MakeLog, recogniser: Recogniser) -> None:
    chinese = "\n".join(WORDS["gb18030"]).encode("gb18030")
    path = make_log(LONG + chinese)
    source = finish(open_file(path))
    assert source.encoding == "utf-8"
    with pytest.raises(OtherEncodingError) as caught:
        indexed(source)
    assert (caught.value.encoding, caught.value.offset) == ("gb18030", len(LONG))
    scan = scan_to_end(source, recogniser)
    with closing(scan.source):
        assert scan.source.encoding == "gb18030"
        assert scan.source.notice == (
            f"Byte {len(LONG) + 1:,} of console.log showed that it is not UTF-8. "
            "It was read again as Chinese, simplified (GB18030)."
        )
        assert scan.source.read(len(LONG), 10**6) == "\n".join(WORDS["gb18030"]).encode()
        assert {finding.code for finding in scan.results.findings()} >= {1102016, 1002050}


@pytest.mark.parametrize("place", [HEAD - 1, HEAD - 2, 65_537 * 5 - 1], ids=["head", "head, later", "slice"])
def test_a_character_that_a_slice_cuts_is_no_fault(make_log: MakeLog, place: int) -> None:
    data = b"x" * place + "错\n".encode() + b"\n1103061\n" * 9
    with closing(finish(open_file(make_log(data)))) as source:
        assert (indexed(source).undecodable, source.encoding) == (0, "utf-8")


STRAY = [
    ("at the end", ("错误码\n" * 9).encode() + b"\xff\n", 1),
    ("long after the letters", "错误码\n".encode() * 9 + LONG + b"\xff\xfe\n", 2),
    ("before the letters", b"\xff" + "错误码\n".encode() * 9, 1),
    ("a character cut off by the end", "错误码\n".encode() * 9 + "错".encode()[:2], 2),
    ("half a character inside", "错误码\n".encode() * 9 + "错".encode()[:2] + b"\n", 2),
]


@pytest.mark.parametrize(("data", "bad"), [row[1:] for row in STRAY], ids=[row[0] for row in STRAY])
def test_stray_bytes_are_counted_and_the_rest_stays_utf8(make_log: MakeLog, data: bytes, bad: int) -> None:
    with closing(finish(open_file(make_log(data)))) as source:
        assert (indexed(source).undecodable, source.encoding) == (bad, "utf-8")


def test_a_character_that_is_still_being_written_counts_when_it_stays_so(make_log: MakeLog) -> None:
    path = make_log("错误\n".encode() * 9 + "错".encode()[:1])
    with closing(finish(open_file(path))) as source:
        lines = indexed(source)
        assert lines.undecodable == 1
        with path.open("ab") as file:
            file.write("错".encode()[1:] + b"\n")
        size = source.size
        source.grow()
        lines.feed(source.read(size, 99))
        assert lines.undecodable == 0


def test_bytes_lost_on_the_way_from_another_encoding_are_counted(make_log: MakeLog) -> None:
    data = ("错误码\n" * 9).encode("gb18030") + b"\xff\n"
    with closing(finish(open_file(make_log(data)))) as source:
        assert (source.encoding, indexed(source).undecodable) == ("gb18030", 1)


# Chosen by somebody


@pytest.mark.parametrize("name", ["gb18030", "big5", "utf-16-le", "latin-1"])
def test_a_log_can_be_read_in_another_encoding_and_back(make_log: MakeLog, name: str) -> None:
    data = "登录房间失败,错误码 1102016\n".encode() * 9
    first = finish(open_file(make_log(data)))
    second = finish(reopen(first, name))
    first.close()
    assert (second.encoding, second.settled) == (name, True)
    assert second.read(0, second.size).decode() == data.decode(name, "replace")
    third = finish(reopen(second, "utf-8"))
    second.close()
    with closing(third):
        assert third.read(0, third.size) == data


def test_who_insists_on_utf8_gets_it(make_log: MakeLog) -> None:
    data = ("错误码\n" * 9).encode("gb18030")
    with closing(finish(open_file(make_log(data), "utf-8"))) as source:
        assert (source.encoding, indexed(source).undecodable) == ("utf-8", len(data) - 9)
        assert source.read(0, 99) == data


def test_a_private_copy_stays_until_the_last_source_over_it_is_closed(private_home: Path) -> None:
    def spools() -> int:
        return len(list((private_home / "tmp").glob("*.spool")))

    first = finish(open_bytes(("错误码\n" * 9).encode("gb18030"), "piped"))
    assert spools() == 2  # the bytes and their text
    second = finish(reopen(first, "big5"))
    first.close()
    assert spools() == 2
    third = finish(reopen(second, "utf-8"))
    second.close()
    assert spools() == 1
    third.close()
    assert spools() == 0


def test_a_pasted_text_has_no_other_encoding() -> None:
    source = finish(open_bytes(b"text", "pasted text"))
    with pytest.raises(UnreadableLogError, match=r"^pasted text was pasted as text\. "):
        finish(reopen(source, "big5"))


# Line ends


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030", "cp1252"])
def test_lines_that_end_in_cr_alone_are_lines(make_log: MakeLog, encoding: str) -> None:
    text = "erste Zeile 1103061\rzweite\r\rvierte Größe\r" if encoding == "cp1252" else "one 错误\rtwo\r\rfour\r"
    with closing(finish(open_file(make_log(text, encoding=encoding)))) as source:
        lines = indexed(source)
        shown = [lines.head(line, 99).decode() for line in range(len(lines))]
        assert shown == text.split("\r")[:-1]


def test_cr_alone_keeps_bytes_that_are_no_text(make_log: MakeLog) -> None:
    data = ("错误码\r" * 9).encode() + b"\xff\r"
    with closing(finish(open_file(make_log(data)))) as source:
        assert source.read(0, 999) == data.replace(b"\r", b"\n")
        assert indexed(source).undecodable == 1


@pytest.mark.parametrize("text", ["one\r\ntwo\nthree\r\n", "progress 1\rprogress 2\r\ndone\n", "no end\r"])
def test_other_line_ends_are_read_in_place(make_log: MakeLog, private_home: Path, text: str) -> None:
    with closing(finish(open_file(make_log(text)))) as source:
        assert source.read(0, 99) == text.encode()
        assert list((private_home / "tmp").glob("*.spool")) == []


@pytest.fixture(autouse=True)
def no_spool_is_left(private_home: Path) -> Iterator[None]:
    yield
    assert list((private_home / "tmp").glob("*.spool")) == []


def test_the_first_bytes_are_looked_at_in_a_thread(make_log: MakeLog, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file whose first bytes are long in coming is copied: who touches it later would have to wait again."""
    monkeypatch.setattr(opening, "_SLOW", -1)
    path = make_log("one\ntwo\n")
    with closing(finish(open_file(path))) as source:
        path.unlink()
        assert source.read(0, 99) == b"one\ntwo\n"
