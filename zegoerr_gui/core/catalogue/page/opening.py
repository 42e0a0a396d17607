"""Opens the file of a page: what is no text is refused with one sentence, the rest is decoded and its kind told."""

import codecs
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from zegoerr_gui.core.catalogue.page.blocks import Kind, PageError

LARGEST_PAGE: Final = 20_000_000  # bytes: HTML may hold pictures
LARGEST_TEXT: Final = 5_000_000  # bytes of any other kind
LONGEST_LINE: Final = 50_000  # characters of a line of any other kind: one is read at a time
_SAMPLE: Final = 64 * 1024  # characters that tell the kind
_NAMED: Final = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.I)
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHER_FILES: Final = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "an Office document or an archive"),
    (b"\x1f\x8b", "an archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"bplist00", "a web archive of Safari"),
)
_HOW: Final = "Save the page as HTML or Markdown, or copy its text into a text file"
_WEB_ARCHIVE: Final = re.compile(rb"^(?:MIME-Version:|Content-Type: multipart/related)", re.I | re.M)
_DOCUMENT: Final = re.compile(r"<(?:!doctype\s+html|html|head|body)[\s>]", re.I)
_HTML_TABLE: Final = re.compile(r"</t[dhr]\s*>", re.I)
_RULE: Final = re.compile(
    r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$|^\|[ \t]*:?-+:?[ \t]*\|[ \t]*$", re.M
)
_MARKDOWN: Final = re.compile(r"^(?:#{1,6} |```|~~~|:::)|\A---\n", re.M)
_CONTROL: Final = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127, *range(128, 160), 0xFEFF])


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of a page, lines ended by ``\\n``; ``lost`` counts bytes that could not be decoded, ``removed`` control
    characters."""

    name: str
    kind: Kind
    text: str
    encoding: str
    lost: int = 0
    removed: int = 0


def open_page(path: Path) -> PageText:
    """Read a page from a file. Raises PageError."""
    try:
        if not path.is_file():
            missing = "is not a file" if path.exists() else "does not exist"
            raise PageError(f"{path} {missing}. Name a page that was saved as a file.")
        with path.open("rb") as file:
            data = file.read(LARGEST_PAGE + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise PageError(f"{path} cannot be read: {reason}. Check that it exists and may be read.") from error
    return decode_page(data, path.name)


def decode_page(data: bytes, name: str) -> PageText:
    """Make text of a page's bytes. Raises PageError where they are too many, or no text."""
    if len(data) > LARGEST_PAGE:
        raise PageError(f"{name} has more than {LARGEST_PAGE:,} bytes. Save only the page with the codes.")
    for sign, what in _OTHER_FILES:
        if data.startswith(sign):
            raise PageError(f"{name} is {what}, not a page. {_HOW}.")
    if _WEB_ARCHIVE.match(data):
        raise PageError(f"{name} is a web archive. {_HOW}.")
    encoding, mark = _encoding_of(data)
    text = data[mark:].decode(encoding, "replace").replace("\r\n", "\n").replace("\r", "\n")
    cleaned = text.translate(_CONTROL)
    removed = len(text) - len(cleaned)
    if removed > max(20, len(text) // 50):
        where = next(place for place, char in enumerate(text) if ord(char) in _CONTROL)
        line = text.count("\n", 0, where) + 1
        raise PageError(f"{name}:{line}: this is no text, it has {removed:,} control characters. {_HOW}.")
    if not cleaned.strip():
        raise PageError(f"{name} is empty. {_HOW}.")
    lost = (
        max(0, cleaned.count("\ufffd") - data.count(b"\xef\xbf\xbd"))
        if encoding == "utf-8"
        else cleaned.count("\ufffd")
    )
    kind = _kind_of(name, cleaned)
    if kind != "html":
        _refuse_too_much(name, data, cleaned)
    return PageText(name, kind, cleaned, encoding, lost, removed)


def _refuse_too_much(name: str, data: bytes, text: str) -> None:
    if len(data) > LARGEST_TEXT:
        raise PageError(f"{name} has more than {LARGEST_TEXT:,} bytes. Save only the part with the codes.")
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST_LINE:
            said = f"{name}:{number}: this line has {len(line):,} characters, and {LONGEST_LINE:,} at most are read"
            raise PageError(f"{said}. Save only the part with the codes.")


def _encoding_of(data: bytes) -> tuple[str, int]:
    """The encoding, and the length of its mark: by mark, as UTF-8 where that fits, as the page says, else guessed."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return name, len(bom)
    head = data[:200]
    if len(head) > 8 and head.count(0) >= len(head) // 4:  # UTF-16 without a mark: every other byte is NUL
        return ("utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"), 0
    try:
        data.decode("utf-8")
        return "utf-8", 0
    except UnicodeDecodeError:
        return _named(data) or _guessed(data), 0


def _named(data: bytes) -> str | None:
    found = _NAMED.search(data[:4096])
    if found is None:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
        data[:4096].decode(name, "ignore")
    except (LookupError, ValueError):  # no encoding of text
        return None
    # What is called GB2312 mostly has characters of its larger brothers.
    return "gb18030" if name in ("gb2312", "gbk") else None if name == "utf-8" and _mostly_broken(data) else name


def _mostly_broken(data: bytes) -> bool:
    return data.decode("utf-8", "replace").count("\ufffd") > 50


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes  # takes 30 ms to load, and most pages never need it

    lines = [line for line in data[: 4 * _SAMPLE].splitlines() if any(byte > 127 for byte in line)]
    best = from_bytes(b"\n".join(lines)[:_SAMPLE], cp_isolation=["gb18030", "big5", "cp1252", "shift_jis"]).best()
    return best.encoding if best else "utf-8"


def _kind_of(name: str, text: str) -> Kind:
    ending = name.lower().rpartition(".")[2]
    head = text[:_SAMPLE]
    if ending in ("md", "mdx", "markdown"):
        return "markdown"
    if _DOCUMENT.search(head) or ending in ("html", "htm", "xhtml"):
        return "html"
    if _RULE.search(text):
        return "markdown"
    if _HTML_TABLE.search(text):
        return "markdown" if _MARKDOWN.search(text) else "html"
    return "copied"
