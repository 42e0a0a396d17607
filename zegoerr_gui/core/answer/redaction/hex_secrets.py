"""ServerSecrets and AppSigns: 32 and 64 hexadecimal digits. They can be a hash as well; words beside them decide."""

import re
from re import Match
from typing import Final

from zegoerr_gui.core.answer.redaction.found import Spans, Text

SERVER_SECRET: Final = r"[0-9a-f]{32}"
APP_SIGN: Final = r"[0-9a-f]{64}"
SIGNS: Final = ("secret", "sign", "token", "engine", "密钥", "秘钥", "签名")
COMMENT_SIGNS: Final = ("secret", "sign", "密钥", "秘钥", "签名")
_SECRET: Final = re.compile(r"(?:secret|app_?\s?sign|generate\w{0,12}token|token_?0[34]|create_?engine|密钥|秘钥|签名)")
_CALL: Final = re.compile(  # whose arguments are still going on
    r"(?:generate\w{0,24}token\w{0,24}|(?:make|create)_?token\w{0,8}|token0[34]|create_?engine\w{0,16})"
    r"\((?:[^(){}]|\([^()]*\))*$"
)
_COMMENT: Final = re.compile(
    r"[\"'`;,)\]} \t]{0,12}(?:#|//|/\*|--|<!--|<-|←|\()(?P<told>[^\n<]{0,40}?)"
    r"(?:secret|app_?\s?sign|密钥|秘钥|签名)"
)
_OTHER: Final = re.compile(
    r"(?:md5|sha-?(?:1|2|256|512)|hash|digest|checksum|etag|trace|span|commit|stream|room|user|device|group|file|request"
    r"|session|uuid|guid|fingerprint|version|nonce|image|(?:\b|_)id\b)"
)


def read_hex(text: Text, match: Match[str]) -> Spans:
    """The digits, where they stand by themselves."""
    start, end = match.span()
    beside = text.folded[max(0, start - 1) : start] + text.folded[end : end + 1]
    if any(char == "_" or (char.isalnum() and char <= "\x7f") for char in beside):
        return ()
    return (match.span(),)


def read_hex_and_comment(text: Text, match: Match[str]) -> Spans:
    """The digits, where a comment behind them on their line calls them a secret."""
    comment = _COMMENT.match(text.folded, match.end())
    if comment is None or _OTHER.search(comment["told"]):
        return ()
    return read_hex(text, match)


def has_secret_word(before: str, value: str) -> bool:
    """Whether the nearest telling word before the digits is one for a secret, or they are handed to what needs one."""
    if _CALL.search(before):
        return True
    near = before[-100:]
    secret = max((found.end() for found in _SECRET.finditer(near)), default=-1)
    other = max((found.end() for found in _OTHER.finditer(near)), default=-1)
    return secret > other
