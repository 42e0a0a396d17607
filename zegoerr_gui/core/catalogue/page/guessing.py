"""What schema asks for and no page says, guessed from its words with caution: who moves first, how bad it is."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from zegoerr_gui.core.catalogue.entry import Severity, WhoActs

GUESSED: Final = "Who moves first, and how bad it is, the page does not say: both are guessed from its words."
_SUPPORT: Final = re.compile(
    r"technical support|contact (?:zego|support|us\b)|customer service|技术支持|联系\s*(?:zego|即构|客服)", re.I
)
_NETWORK: Final = re.compile(r"\bnetworks?\b|网络", re.I)
_WAIT: Final = re.compile(r"\b(?:try again|retry) later|wait (?:for|until|a)|稍后|等待", re.I)
_DEVICE: Final = re.compile(
    r"\b(?:switch|upgrade|update|replace|change|use)\b[^.]{0,40}\bbrowsers?\b|\b(?:plugged|good contact|poor contact|"
    r"device permissions?|occupied|disk space)\b|(?:更换|升级)[^。]{0,10}浏览器|设备权限|是否被占用|插拔|磁盘空间",
    re.I,
)
_NATIVE: Final = re.compile(r"android|\bios\b|flutter|windows|macos|linux|unity|react native|electron|原生|安卓", re.I)
_SUCCESS: Final = re.compile(
    r"(?:execution|request|call|operation)?\s*(?:is |was )?success(?:ful|fully)?|(?:执行|请求|调用|操作)?成功", re.I
)


def escalates(steps: Sequence[str]) -> bool:
    """Whether the advice is to ask the vendor's support."""
    return any(_SUPPORT.search(step) for step in steps)


def guess_who(code: int, description: str, causes: Sequence[str], steps: Sequence[str]) -> WhoActs:
    """Who moves first. Where nothing speaks for anybody: try first, then support."""
    if _is_success(code, description):
        return "nobody"
    advice = " ".join(steps)
    if not advice:
        return "network" if _NETWORK.search(" ".join((description, *causes))) else "try-then-support"
    if _SUPPORT.search(advice):
        rest = [step for step in steps if not _SUPPORT.search(step)]
        return "try-then-support" if rest or re.search(r"\bor contact\b|或联系", advice) else "support"
    if _NETWORK.search(advice):
        return "network"
    if _DEVICE.search(advice):
        return "device"
    return "wait" if _WAIT.search(advice) else "developer"


def guess_severity(code: int, description: str) -> Severity:
    """A failure, but for what says that it is a success."""
    return "ok" if _is_success(code, description) else "failure"


def _is_success(code: int, description: str) -> bool:
    return code == 0 or (len(description) < 40 and _SUCCESS.fullmatch(description.strip(" .。!！")) is not None)


def guess_platform(codes: Iterable[int], title: str) -> str:
    """web, native, or nothing where neither numbers nor title tell: 11xxxxx exist in browsers only."""
    if any(1_100_000 <= code < 1_200_000 for code in codes):
        return "web"
    return "native" if _NATIVE.search(title) else ""
