"""What leads to a person or a machine: addresses of the network, of mail, phone numbers."""

import re
from ipaddress import AddressValueError, IPv6Address
from re import Match
from typing import Final

from zegoerr_gui.core.answer.redaction import languages
from zegoerr_gui.core.answer.redaction.found import Spans, Text
from zegoerr_gui.core.answer.redaction.values import QUOTE

# Addresses of the network

IPV4: Final = r"\.(?<=[0-9]\.)[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}"  # points are rarer than digits
IPV6: Final = r"(?:2[0-9a-f]{3}|3fff|f[ecd][0-9a-f]{2}):[0-9a-f:]{2,40}"
_IP_WORD: Final = re.compile(
    r"(?:\bip|_ip|ip[46]|addr|host|peer|client|remote|candidate|server|proxy|gateway|dns|udp|tcp|forwarded|connect|listen"
    r"|endpoint|ping|stun|turn|://|地址|连接|x-real)"
)
_VERSION_WORD: Final = re.compile(
    r"(?:\bv|\bver|version|sdk|build|release|revision|firmware|driver|engine|\bos\b|windows|android|ios|updated?|upgraded?"
    r"|版本|固件|plugin|library|package|lib|chrom(?:e|ium)|firefox|safari|\bedge?|opera|electron|webview|webrtc|ffmpeg|openssl"
    r"|zoom|unity|flutter|node|java|jdk|mono|nginx|obs|python)"
)
_PORT: Final = re.compile(r":[0-9]{2,5}(?![0-9:.])")
_PRODUCT: Final = re.compile(r"(?:^|[^\w./:])[a-z][\w -]{0,40}/$")  # as in LiveClass/5.4.1.120
_LEAST_PLAIN: Final = 100  # versions seldom have a part as large, addresses mostly have one


def read_ipv4(text: Text, match: Match[str]) -> Spans:
    """An address that stands by itself, but for those that name no machine of anybody."""
    start, end = match.start() - 1, match.end()
    while start and text.folded[start - 1].isdecimal() and match.start() - start < 4:
        start -= 1
    parts = text.folded[start:end].split(".")
    before, behind = text.folded[max(0, start - 2) : start], text.folded[end : end + 2]
    if any(int(part) > 255 or (part[0] == "0" and len(part) > 1) for part in parts):
        return ()
    if (_joins(before[::-1]) and not before.endswith(("\\n", "\\t", "\\r"))) or _joins(behind) or behind[:1] == "-":
        return ()
    if parts[0] in ("127", "0", "255") or parts[1:] == ["0"] * 3:
        return ()
    return ((start, end),)


def _joins(beside: str) -> bool:
    """Whether the characters beside a number make it part of something longer."""
    first = beside[:1]
    if first in (".", "-"):
        return beside[1:2].isalnum() and beside[1:2] <= "\x7f"
    return first == "_" or (first.isalnum() and first <= "\x7f")


def read_ipv4_and_port(text: Text, match: Match[str]) -> Spans:
    """An address with a port behind it."""
    return read_ipv4(text, match) if _PORT.match(text.folded, match.end()) else ()


def is_no_version(before: str, value: str) -> bool:
    """Whether no word for versions stands right before four numbers."""
    return not re.search(r"(?:version|sdk|\bv|build)\W{0,3}$", before)


def is_address(before: str, value: str) -> bool:
    """Whether four numbers are an address rather than a version: by the words before them, else by their size."""
    if _PRODUCT.search(before):
        return False
    near = before.rpartition("\n")[2][-60:]
    word, version = _last(_IP_WORD, near), _last(_VERSION_WORD, near)
    if word != version:
        return word > version
    return any(int(part) >= _LEAST_PLAIN for part in value.split("."))


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((found.end() for found in pattern.finditer(text)), default=-1)


def read_ipv6(text: Text, match: Match[str]) -> Spans:
    """An address as the network writes it."""
    start, end = match.span()
    end -= len(match[0]) - len(match[0].rstrip(":"))
    before, behind = text.folded[max(0, start - 1) : start], text.folded[end : end + 1]
    if (before.isalnum() and before <= "\x7f") or before in (":", "_", ".") or (behind.isalnum() and behind <= "\x7f"):
        return ()
    try:
        IPv6Address(text.folded[start:end])
    except AddressValueError:
        return ()
    return ((start, end),)


# Mail

EMAIL: Final = (
    r"(?<![a-z0-9_.+ß-ɏ-])[a-z0-9ß-ɏ][a-z0-9._+ß-ɏ-]{0,63}(?:@|%(?:25){0,3}40|\\{1,15}u0040)"
    r"(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}(?![a-z0-9_-])"
)
_FILE: Final = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|m?js|ts|css|html|json|log|zip|map|vue|md|txt|py|java)$")


def read_email(text: Text, match: Match[str]) -> Spans:
    """An address of mail: no picture for twice the pixels, no account of a version control."""
    start, end = match.span()
    before = text.folded[max(0, start - 1) : start]
    if before == "%" and re.match(r"[0-9a-f]{2}.", match[0]):
        start += 2
    elif before == "\\" and match[0][0] in "nrt":
        start += 1
    address = text.folded[start:end]
    if text.folded.endswith("://", 0, start):  # the name of an account at a host
        return ()
    if address.startswith("git@") or _FILE.search(address):
        return ()
    return ((start, end),)


# Phones

PHONE_WORD: Final = (
    r"phone|mob|phone_?number|phone_?no|tel|mobile|mobile_?number|mobile_?phone|cell|cell_?phone|whatsapp|sms|msisdn|fax"
    rf"|hotline|手机号码|手机号|手机|电话号码|电话|联系方式|座机|{languages.PHONE}"
)
PHONE_US: Final = r"\([2-9]\d\d\)[ -]?\d{3}[ -]\d{4}(?![\w-])"
_PHONE_NEAR: Final = re.compile(r"(?:phone|call|dial|tel|mobile|cell|whatsapp|reach|contact|number|fax|sms|text|ring)")
PHONE_PLUS: Final = r"\+[1-9]"
_JOINT: Final = re.compile(
    rf"(?:\s(?:number|no|nr|num))?\.?{QUOTE}?\s{{0,2}}(?:[:=：]|is|是|为)?\s{{0,2}}{QUOTE}?(?:%(?:25){{0,2}}2b)?(?=[+(\d])"
)
_GROUP: Final = re.compile(r"[ ./-]{0,2}\(?\d{1,14}\)?")
_DATE: Final = re.compile(r"(?:19|20)\d\d[-./]?[01]\d[-./]?[0-3]\d|\d{1,2}:\d")
_CODE: Final = re.compile(r"1[01]\d{5}")


def read_phone(text: Text, match: Match[str]) -> Spans:
    """A number behind a word for phones."""
    joint = _JOINT.match(text.folded, match.end())
    if joint is None:
        return ()
    start = joint.end()
    plain = not joint[0].strip()
    return _number(text, start, least=9 if plain else 7)


def is_word(before: str, value: str) -> bool:
    """Whether the word for phones is one: ``hotel`` is none."""
    return not before[-1:].isalpha() or before.endswith(("user", "tele", "my", "contact", "smart"))


def is_to_be_called(before: str, value: str) -> bool:
    """Whether digits with an area code are a number to call: by a word before them, or alone at the start of a line."""
    line = before.rpartition("\n")[2]
    return not line.strip(" \t>*") or _PHONE_NEAR.search(line) is not None


def read_plus(text: Text, match: Match[str]) -> Spans:
    """A number in international form."""
    start = match.start()
    before = text.folded[max(0, start - 1) : start]
    if before in ("+", ")", "/", "_", "-", "%") or (before.isalnum() and before <= "\x7f"):
        return ()
    return _number(text, start, least=9)


def _number(text: Text, start: int, least: int) -> Spans:
    """As many groups of digits as make up a number."""
    at = start + (text.folded[start] == "+")
    digits = 0
    while digits < 15 and (group := _GROUP.match(text.folded, at)):
        count = sum(map(str.isdigit, group[0]))
        code = _CODE.fullmatch(group[0].strip(" ./-()"))
        enough = digits >= 11 or (digits >= 10 and count > 5)
        if code or digits + count > 15 or enough or text.folded[group.end() : group.end() + 1] == ":":
            break
        digits, at = digits + count, group.end()
    behind = text.folded[at : at + 1]
    if digits < least or _DATE.match(text.folded, start) or (behind.isalnum() and behind <= "\x7f") or behind == "_":
        return ()
    if text.folded[at - 1] == ")" and "(" not in text.folded[start:at]:
        at -= 1
    return ((start, at),)
