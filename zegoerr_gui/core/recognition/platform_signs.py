"""By what a line shows the platform of the SDK that wrote it. To know another one, add a row where it shall decide."""

import re
from collections.abc import Callable
from typing import Final

from zegoerr_gui.core.recognition.sdk_line import SdkLine

_CALLBACK: Final = re.compile(
    r"\[on(?:Room|Publisher|Player)\w+\]|\bon(?:Room|Publisher|Player)State\w+[:,]?\s+(?:roomID|streamID)\b|<ZegoExpress"
)


def _is_of_mini_program(text: str, line: SdkLine | None) -> bool:
    return line is not None and line.action == "zm.0" and "miniprogram" in line.content.casefold()


def _is_of_web(text: str, line: SdkLine | None) -> bool:
    return line is not None


def _is_of_native(text: str, line: SdkLine | None) -> bool:
    """The SDKs for mobile devices and the desktop are known by the callbacks that they have."""
    return line is None and ("State" in text or "<Zego" in text) and _CALLBACK.search(text) is not None


SIGNS: Final[tuple[tuple[str, Callable[[str, SdkLine | None], bool]], ...]] = (
    ("mini-program", _is_of_mini_program),
    ("web", _is_of_web),
    ("native", _is_of_native),
)


def platform_of(text: str, line: SdkLine | None) -> str:
    """The platform that a line without its escapes shows; empty for none. ``line`` is the same as one of the SDK."""
    return next((platform for platform, holds in SIGNS if holds(text, line)), "")
