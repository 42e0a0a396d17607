"""Opening a log: read in place where it can be, else through a private copy that goes away; one sentence where not."""

import codecs
import io
import os
import re
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import MakeLog
from zegoerr_gui.core.log import opening, spool, transcoding
from zegoerr_gui.core.log.encoding import guess
from zegoerr_gui.core.log.opening import LARGEST_IN_MEMORY, open_bytes, open_file
from zegoerr_gui.core.log.source import FileSource, LogSource, MemorySource, UnreadableLogError, beside
from zegoerr_gui.core.log.spool import remove_left_overs
from zegoerr_gui.core.log.unpacked_text import HEAD
from zegoerr_gui.core.stepwise import finish

TEXT = "错误码 1103061, erreur: déjà connecté 😀\r\nroom 1002011\n" * 50
CHINESE = "登录房间失败,错误码 1102016,请检查网络\n" * 50
NO_WINDOWS = "connexion refus\xe9e\x81\n" * 50
TAIWANESE = "登入房間失敗,錯誤碼 1102016,請檢查網路\n" * 50
JAPANESE = "ルームへのログインに失敗しました。エラーコード 1102016\n" * 50
WESTERN = "connexion refusée, déjà connecté à la salle: erreur 1103061\n" * 50


def spools() -> list[Path]:
    return sorted(Path(tempfile.gettempdir()).glob("*.spool"))


@pytest.fixture(autouse=True)
def no_spool_is_left() -> Iterator[None]:
    """Every test gives back what it opened."""
    yield
    left = spools()
    for path in left:
        path.unlink()
    assert left == []


def content(source: LogSource) -> bytes:
    """All bytes of a source, which is then closed."""
    try:
        data = source.read(0, source.size)
        assert len(data) == source.size
        return data
    finally:
        source.close()


# Encodings

BOMS = [
    ("utf-8", codecs.BOM_UTF8),
    ("utf-16-le", codecs.BOM_UTF16_LE),
    ("utf-16-be", codecs.BOM_UTF16_BE),
    ("utf-32-le", codecs.BOM_UTF32_LE),
    ("utf-32-be", codecs.BOM_UTF32_BE),
]
ENCODED = [
    *((f"{name} with a mark", bom + TEXT.encode(name), name, TEXT) for name, bom in BOMS),
    *((f"{name} without a mark", TEXT.encode(name), name, TEXT) for name, _ in BOMS),
    ("gb18030", CHINESE.encode("gb18030"), "gb18030", CHINESE),
    ("gbk as Windows writes it", CHINESE.encode("gbk"), "gb18030", CHINESE),
    ("western", WESTERN.encode("cp1252"), "cp1252", WESTERN),
    ("what no Windows writes", NO_WINDOWS.encode("latin-1"), "latin-1", NO_WINDOWS),
    ("big5", TAIWANESE.encode("big5"), "big5", TAIWANESE),
    ("shift-jis", JAPANESE.encode("shift_jis"), "shift_jis", JAPANESE),
    ("ascii", b"error 1103061\n", "utf-8", "error 1103061\n"),
    ("one short word of utf-16", "a".encode("utf-16-le") + b"\n\0", "utf-8", "a\0\n\0"),
]


@pytest.mark.parametrize(("data", "encoding", "text"), [row[1:] for row in ENCODED], ids=[row[0] for row in ENCODED])
def test_a_file_is_read_as_utf8_whatever_it_is_written_in(
    make_log: MakeLog, data: bytes, encoding: str, text: str
) -> None:
    with closing(finish(open_file(make_log(data)))) as source:
        assert (source.encoding, source.name) == (encoding, "console.log")
        assert codecs.lookup(source.encoding)
        assert content(source).decode() == text


@pytest.mark.parametrize(("data", "encoding", "text"), [row[1:] for row in ENCODED], ids=[row[0] for row in ENCODED])
def test_a_paste_is_read_as_utf8_whatever_it_is_written_in(data: bytes, encoding: str, text: str) -> None:
    with closing(finish(open_bytes(data, "paste"))) as source:
        assert (source.encoding, source.name) == (encoding, "paste")
        assert content(source).decode() == text


@pytest.mark.parametrize(
    "text",
    ["Fehler für Raum 5: 1103061\n" * 9, "Größe überschritten\n" * 9, "la connexion a échoué\n", "ÉCHOUÉ: ÉÀÈ ÊÔÉ\n"],
)
def test_western_words_are_not_taken_for_chinese(text: str) -> None:
    assert text.encode("latin-1").decode(guess(text.encode("latin-1"))) == text


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (CHINESE.encode() + b"\xff\xfe", "utf-8"),
        (CHINESE.encode() * 4 + b"\xc0\xaf\x80" * 20, "utf-8"),
        ("room 1002011 错误码 1103061 😀\n".encode() + b"\xff\n", "utf-8"),
        (CHINESE.encode()[1:], "utf-8"),
        (CHINESE.encode()[:-2], "utf-8"),
        (b"", "utf-8"),
        (b"log \0 with \0\0 some NULs 1103061\n" * 5, "utf-8"),
    ],
    ids=[
        "two at the end",
        "sixty in many",
        "one beside four letters",
        "cut at the beginning",
        "cut at the end",
        "empty",
        "NULs",
    ],
)
def test_utf8_with_a_few_bad_bytes_stays_utf8_and_is_read_in_place(
    make_log: MakeLog, data: bytes, encoding: str
) -> None:
    with closing(finish(open_file(make_log(data)))) as source:
        assert source.encoding == encoding
        assert spools() == []
        assert content(source) == data


def test_a_character_cut_by_the_end_of_the_sample_is_no_fault(make_log: MakeLog) -> None:
    data = b"x" * (HEAD - 1) + "é".encode() + b"1103061\n"
    assert content(finish(open_file(make_log(data)))) == data


@pytest.mark.parametrize("name", ["utf-16", "utf-32", "gb18030"])
def test_a_character_cut_by_a_slice_is_put_together(
    make_log: MakeLog, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(transcoding, "SLICE", 3)
    assert content(finish(open_file(make_log(CHINESE, encoding=name)))).decode() == CHINESE


def test_what_is_no_text_in_its_encoding_becomes_a_sign_not_an_error(make_log: MakeLog) -> None:
    data = codecs.BOM_UTF16_LE + "ab".encode("utf-16-le") + b"\x00\xd8" + "c".encode("utf-16-le") + b"x"
    assert content(finish(open_file(make_log(data)))).decode() == "ab\ufffdc\ufffd"


@given(data=st.binary(max_size=200))
def test_any_bytes_open_as_something_that_decodes(data: bytes) -> None:
    try:
        source = finish(open_bytes(data, "paste"))
    except UnreadableLogError:
        return
    read = content(source)
    if source.encoding == "utf-8":
        assert read == data.removeprefix(codecs.BOM_UTF8)
    else:
        read.decode()


# In place, in memory, in a spool


def test_a_utf8_file_is_read_in_place_anywhere_without_its_mark(make_log: MakeLog) -> None:
    path = make_log(codecs.BOM_UTF8 + b"0123456789")
    with closing(finish(open_file(path))) as source:
        assert isinstance(source, FileSource)
        assert source.size == 10
        parts = [(0, 3), (7, 3), (8, 99), (10, 5), (99, 5)]
        assert [source.read(*part) for part in parts] == [b"012", b"789", b"89", b"", b""]
    assert path.exists()


def test_a_short_paste_stays_in_memory() -> None:
    with closing(finish(open_bytes(b"0123456789", "paste"))) as source:
        assert isinstance(source, MemorySource)
        assert [source.read(*part) for part in ((0, 3), (8, 99), (99, 5))] == [b"012", b"89", b""]
        assert spools() == []


def test_a_paste_of_6_mb_goes_to_a_private_file_that_is_removed_at_close() -> None:
    data = b"error 1103061 in a long log\n" * (6_000_000 // 28)
    with closing(finish(open_bytes(data, "paste"))) as source:
        (path,) = spools()
        if os.name != "nt":
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert (source.size, source.name) == (len(data), "paste")
        assert content(source) == data
    assert spools() == []


def test_the_largest_paste_in_memory_is_5_mb(monkeypatch: pytest.MonkeyPatch) -> None:
    assert LARGEST_IN_MEMORY == 5_000_000
    monkeypatch.setattr(opening, "LARGEST_IN_MEMORY", 100)
    for size, kept in ((100, 0), (101, 1)):
        with closing(finish(open_bytes(b"x" * size, "paste"))):
            assert len(spools()) == kept


def test_a_large_paste_keeps_bytes_that_are_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "LARGEST_IN_MEMORY", 100)
    data = CHINESE.encode() + "错".encode()[:2] + b" 1103061\n"
    assert content(finish(open_bytes(data, "paste"))) == data


def test_closing_twice_is_harmless(make_log: MakeLog) -> None:
    for source in (
        finish(open_file(make_log(TEXT, encoding="utf-16"))),
        finish(open_file(make_log(TEXT))),
        finish(open_bytes(b"x", "paste")),
    ):
        source.close()
        source.close()


def test_progress_rises_to_1(make_log: MakeLog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transcoding, "SLICE", 1000)
    work = open_file(make_log(TEXT, encoding="utf-16"))
    shares: list[float] = []
    while True:
        try:
            shares.append(next(work))
        except StopIteration as end:
            end.value.close()
            break
    assert len(shares) > 3
    assert shares == sorted(shares)
    assert 0 <= shares[0] < 0.5
    assert shares[-1] == pytest.approx(1)


def test_cancelling_removes_the_spool(make_log: MakeLog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transcoding, "SLICE", 1000)
    work = open_file(make_log(TEXT, encoding="utf-16"))
    while not spools():
        next(work)
    work.close()
    assert spools() == []


def test_a_full_disk_is_told_in_one_sentence_and_leaves_nothing(
    make_log: MakeLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(spool, "_write", full)
    said = f"console.log cannot be kept in {tempfile.gettempdir()}: No space left on device."
    assert sentence(make_log(TEXT, encoding="utf-16")) == said


def test_a_file_that_is_cut_off_while_open_gives_less_and_no_error(make_log: MakeLog) -> None:
    path = make_log("one\ntwo\nthree\n")
    with closing(finish(open_file(path))) as source:
        path.write_bytes(b"one\n")
        assert source.read(0, 100) == b"one\n"
        assert source.read(8, 6) == b""


def test_a_file_that_grows_while_open_ends_where_it_ended(make_log: MakeLog) -> None:
    path = make_log("one\n")
    with closing(finish(open_file(path))) as source:
        with path.open("ab") as file:
            file.write(b"two\nthree\n")
        assert (source.size, source.read(0, 100), source.read(2, 100)) == (4, b"one\n", b"e\n")
        assert (source.read(4, 100), source.read(6, 100)) == (b"", b"")


class FailingFile(io.BytesIO):
    """A file on a share that has gone."""

    def read(self, size: int | None = -1) -> bytes:
        raise OSError(5, "Input/output error")


def test_a_file_that_fails_while_it_is_opened_is_told(make_log: MakeLog, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make_log("one\n")
    monkeypatch.setattr(Path, "open", lambda *_, **__: FailingFile())
    assert sentence(path) == f"{path} cannot be read: Input/output error."


def test_a_file_that_fails_later_is_told_when_it_is_read(make_log: MakeLog, monkeypatch: pytest.MonkeyPatch) -> None:
    source = finish(open_file(make_log("one\n")))
    with closing(source), monkeypatch.context() as patch:
        patch.setattr(source, "_file", FailingFile())
        with pytest.raises(UnreadableLogError) as caught:
            source.read(0, 3)
    assert str(caught.value) == "console.log can no longer be read: Input/output error."


# What is no log


def sentence(path: Path) -> str:
    """What is said of a path that cannot be opened, in one line that ends in a full stop."""
    with pytest.raises(UnreadableLogError) as caught:
        finish(open_file(path)).close()
    said = str(caught.value)
    assert said.endswith(".")
    assert "\n" not in said
    return said


def test_a_folder_is_named_as_one(tmp_path: Path) -> None:
    assert sentence(tmp_path) == f"{tmp_path.name} is a folder. Open one of the files in it."


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert sentence(tmp_path / "no.log") == f"{tmp_path / 'no.log'} does not exist. Check the name."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
def test_a_pipe_is_not_opened_let_alone_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.log")
    said = "pipe.log is a device or a pipe, not a file. Save its text to a file first."
    assert sentence(tmp_path / "pipe.log") == said


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices here")
@pytest.mark.parametrize("name", ["/dev/zero", "/dev/null"])
def test_a_device_is_not_read(name: str) -> None:
    assert "is a device or a pipe, not a file" in sentence(Path(name))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_the_right_to_read_says_so(make_log: MakeLog) -> None:
    path = make_log("secret")
    path.chmod(0)
    assert sentence(path) == f"{path} may not be read by you. Ask for the right to read it."


def test_a_refused_right_to_read_is_told_whoever_refuses_it(make_log: MakeLog, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = make_log("text")
    monkeypatch.setattr(Path, "open", refuse)
    assert sentence(path) == f"{path} may not be read by you. Ask for the right to read it."


def test_a_name_that_no_file_can_have_is_told_in_one_line(tmp_path: Path) -> None:
    for name in ("a\0b", "x" * 5000):
        assert re.search(r" cannot be opened: \w[^:]*\w\.$", sentence(tmp_path / name))


def test_a_line_break_in_a_name_does_not_break_the_sentence(tmp_path: Path) -> None:
    assert "does not exist" in sentence(tmp_path / "two\nlines.log")


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_that_leads_in_a_circle_is_told(tmp_path: Path) -> None:
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    assert "cannot be opened" in sentence(tmp_path / "circle")


PICTURES = {
    "PNG": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "JPEG": b"\xff\xd8\xff\xe0\0\x10JFIF",
    "GIF": b"GIF89a\x01\0\x01\0",
    "BMP of 58 bytes": b"BM\x3a\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0",
    "BMP of 6 MB": b"BM\x38\x04\x5c\0\0\0\0\0\x36\0\0\0\x28\0\0\0",
    "WebP": b"RIFF\x24\0\0\0WEBPVP8 ",
}
ARCHIVES = {
    "7z": b"7z\xbc\xaf\x27\x1c",
    "RAR": b"Rar!\x1a\x07\x01\0",
    "bzip2": b"BZh91AY&SY",
    "xz": b"\xfd7zXZ\0\0\x04",
    "Zstandard": b"\x28\xb5\x2f\xfd\x04\x58",
    "tar": b"console.log".ljust(257, b"\0") + b"ustar\x0000",
}


@pytest.mark.parametrize("head", PICTURES.values(), ids=PICTURES)
def test_a_picture_is_answered_with_what_to_do(make_log: MakeLog, head: bytes) -> None:
    path = make_log(head + bytes(range(256)) * 4, name="shot.log")
    assert sentence(path) == "shot.log is a picture. Copy the text out of it and paste that."


@pytest.mark.parametrize(("kind", "head"), ARCHIVES.items(), ids=ARCHIVES)
def test_an_archive_that_cannot_be_opened_is_answered_with_what_to_do(
    make_log: MakeLog, kind: str, head: bytes
) -> None:
    path = make_log(head + bytes(range(256)) * 4, name="logs.log")
    assert sentence(path) == f"logs.log is packed with {kind}. Unpack it and open the log inside."


@pytest.mark.parametrize("head", [PICTURES["PNG"], ARCHIVES["7z"]], ids=["picture", "archive"])
def test_pasted_pictures_and_archives_are_answered_alike(head: bytes) -> None:
    with pytest.raises(UnreadableLogError, match=r"^paste is (a picture|packed with 7z)\. "):
        finish(open_bytes(head, "paste"))


@pytest.mark.parametrize(
    "text", ["BMW called: error 1103061\n", "PK is my room\n", "RIFF in the log\n", "GIF was sent\n"]
)
def test_a_log_that_only_begins_like_a_picture_is_opened(make_log: MakeLog, text: str) -> None:
    assert content(finish(open_file(make_log(text)))).decode() == text


# Spools that were left over


def left_over(folder: Path, owner: object) -> Path:
    path = folder / f"zegoerr-{owner}-abc.spool"
    path.write_bytes(b"a customer's log")
    return path


@pytest.fixture
def ended() -> int:
    """The id of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


@pytest.mark.skipif(os.name == "nt", reason="there a file in use keeps itself")
def test_spools_of_programs_that_have_ended_are_removed_and_no_others(tmp_path: Path, ended: int) -> None:
    gone = left_over(tmp_path, ended)
    kept = [
        left_over(tmp_path, os.getpid()),
        left_over(tmp_path, "word"),
        tmp_path / f"zegoerr-{ended}-abc.txt",
        tmp_path / f"other-{ended}-abc.spool",
    ]
    for path in kept[2:]:
        path.write_bytes(b"")
    remove_left_overs(tmp_path)
    assert not gone.exists()
    assert all(path.exists() for path in kept)


@pytest.mark.skipif(os.name == "nt", reason="there a file in use keeps itself")
def test_left_over_spools_are_looked_for_in_the_temporary_folder(ended: int) -> None:
    left_over(Path(tempfile.gettempdir()), ended)
    with closing(finish(open_bytes(TEXT.encode("utf-16"), "paste"))) as source:
        remove_left_overs()
        assert len(spools()) == 2  # ours, the bytes and their text, are in use
        assert content(source).decode() == TEXT


@pytest.mark.skipif(os.name == "nt", reason="there a file in use keeps itself")
def test_the_spool_of_another_users_program_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "kill", refuse)
    path = left_over(tmp_path, 12345)
    remove_left_overs(tmp_path)
    assert path.exists()


@pytest.mark.parametrize("owner", ["²", "9" * 30, "0", ""], ids=["no digit", "beyond a process", "zero", "nobody"])
def test_a_name_made_up_by_someone_else_does_not_stop_the_program(tmp_path: Path, owner: str) -> None:
    left_over(tmp_path, owner)
    remove_left_overs(tmp_path)


def test_a_spool_that_may_not_be_removed_does_not_stop_the_program(
    tmp_path: Path, ended: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "in use, or another user's")

    left_over(tmp_path, ended)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        remove_left_overs(tmp_path)


def test_what_is_saved_from_a_log_is_offered_beside_it(make_log: MakeLog) -> None:
    path = make_log("text")
    with closing(finish(open_file(path))) as source:
        assert beside(source, "report.html") == str(path.parent / "report.html")
    assert beside(MemorySource(b"text", "paste"), "report.html") == "report.html"
