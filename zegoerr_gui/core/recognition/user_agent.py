"""Reads the browser and the system from a user agent, as far as browsers still tell the truth in it.

Browsers froze parts of it: Windows 11 says it is Windows NT 10.0, macOS says 10_15_7, Chrome's Android is version 10 on
a device K. What is frozen is not told as a version.
"""

import re
from typing import Final

# The first that is found decides: most browsers also name those they descend from.
_BROWSERS: Final = (
    ("WeChat", re.compile(r"MicroMessenger/(\d+(?:\.\d+){0,2})")),
    ("Edge", re.compile(r"Edg(?:e|A|iOS)?/(\d+)")),
    ("Opera", re.compile(r"(?:OPR|Opera)/(\d+)")),
    ("Samsung Internet", re.compile(r"SamsungBrowser/(\d+)")),
    ("Yandex Browser", re.compile(r"YaBrowser/(\d+)")),
    ("UC Browser", re.compile(r"UCBrowser/(\d+)")),
    ("QQ Browser", re.compile(r"QQBrowser/(\d+)")),
    ("Electron", re.compile(r"Electron/(\d+)")),
    ("Firefox", re.compile(r"(?:Firefox|FxiOS)/(\d+)")),
    ("Android WebView", re.compile(r"; wv\).*Chrome/(\d+)")),
    ("Headless Chrome", re.compile(r"HeadlessChrome/(\d+)")),
    ("Chrome", re.compile(r"(?:Chrome|CriOS)/(\d+)")),
    ("Safari", re.compile(r"Version/(\d+(?:\.\d+)?).*Safari/")),
)
_WINDOWS: Final = {"10.0": "Windows 10/11", "6.3": "Windows 8.1", "6.2": "Windows 8", "6.1": "Windows 7"}
_NT: Final = re.compile(r"Windows NT (\d+\.\d+)")
_APPLE: Final = re.compile(r"(iPhone|iPad|iPod).*? OS (\d+(?:_\d+)?)")
_MAC: Final = re.compile(r"Mac OS X (\d+)[._](\d+)")
_ANDROID: Final = re.compile(r"Android (\d+(?:\.\d+)?)(; K\))?")
_PLAIN: Final = (("OpenHarmony", "HarmonyOS"), ("HarmonyOS", "HarmonyOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"))
_FROZEN_MAC: Final = ("10", "15")


def browser_and_system(agent: str) -> str:
    """``Chrome 126, Windows 10/11``; only the part that is known, nothing where the text is no user agent."""
    return ", ".join(part for part in (_browser(agent), _system(agent)) if part)


def _browser(agent: str) -> str:
    for name, pattern in _BROWSERS:
        if found := pattern.search(agent):
            return f"{name} {found[1]}"
    return ""


def _system(agent: str) -> str:
    if found := _NT.search(agent):
        return _WINDOWS.get(found[1], "Windows")
    if found := _APPLE.search(agent):
        return f"{'iPadOS' if found[1] == 'iPad' else 'iOS'} {found[2].replace('_', '.')}"
    if found := _MAC.search(agent):
        return "macOS" if found.groups() == _FROZEN_MAC else f"macOS {found[1]}.{found[2]}"
    if found := _ANDROID.search(agent):
        return "Android" if found[2] else f"Android {found[1]}"
    return next((name for sign, name in _PLAIN if sign in agent), "")
