"""The browser and the system, as user agents tell them."""

import pytest

from zegoerr_gui.core.recognition.user_agent import browser_and_system

KIT = "AppleWebKit/537.36 (KHTML, like Gecko)"
WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)"
MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
PIXEL = "Mozilla/5.0 (Linux; Android 14; Pixel 8"
SAFARI = "AppleWebKit/605.1.15 (KHTML, like Gecko)"

AGENTS = {
    f"{WINDOWS} {KIT} Chrome/126.0.0.0 Safari/537.36": "Chrome 126, Windows 10/11",
    f"{WINDOWS} {KIT} Chrome/126.0.0.0 Safari/537.36 Edg/126.0.2592.87": "Edge 126, Windows 10/11",
    f"{WINDOWS} {KIT} Chrome/124.0.0.0 Safari/537.36 OPR/110.0.0.0": "Opera 110, Windows 10/11",
    f"{WINDOWS} {KIT} HeadlessChrome/126.0.0.0 Safari/537.36": "Headless Chrome 126, Windows 10/11",
    f"{WINDOWS} {KIT} class/2.1.0 Chrome/120.0.6099.291 Electron/28.3.3 Safari/537.36": "Electron 28, Windows 10/11",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0": "Firefox 127, Windows 10/11",
    f"Mozilla/5.0 (Windows NT 6.1; WOW64) {KIT} Chrome/109.0.0.0 Safari/537.36": "Chrome 109, Windows 7",
    f"{MAC} {KIT} Chrome/126.0.0.0 Safari/537.36": "Chrome 126, macOS",
    f"{MAC} {SAFARI} Version/17.5 Safari/605.1.15": "Safari 17.5, macOS",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.14; rv:120.0) Gecko/20100101 Firefox/120.0": "Firefox 120, macOS 10.14",
    f"{IPHONE} Version/17.5 Mobile/15E148 Safari/604.1": "Safari 17.5, iOS 17.5",
    f"{IPHONE} CriOS/126.0.6478.54 Mobile/15E148 Safari/604.1": "Chrome 126, iOS 17.5",
    f"{IPHONE} FxiOS/127.0 Mobile/15E148 Safari/605.1.15": "Firefox 127, iOS 17.5",
    f"{IPHONE} Mobile/15E148 MicroMessenger/8.0.49(0x18003137) NetType/WIFI Language/zh_CN": "WeChat 8.0.49, iOS 17.5",
    "Mozilla/5.0 (iPad; CPU OS 12_5_7 like Mac OS X) AppleWebKit/605.1.15 Version/12.1.2 Mobile/15E148 Safari/604.1": (
        "Safari 12.1, iPadOS 12.5"
    ),
    f"Mozilla/5.0 (Linux; Android 10; K) {KIT} Chrome/126.0.0.0 Mobile Safari/537.36": "Chrome 126, Android",
    f"{PIXEL}) {KIT} Chrome/126.0.6478.71 Mobile Safari/537.36": "Chrome 126, Android 14",
    f"{PIXEL}; wv) {KIT} Version/4.0 Chrome/126.0.6478.71 Mobile Safari/537.36": "Android WebView 126, Android 14",
    f"{PIXEL}) {KIT} SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36": "Samsung Internet 25, Android 14",
    f"Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) {KIT} Chrome/126.0.0.0 Safari/537.36": "Chrome 126, ChromeOS",
    f"Mozilla/5.0 (X11; Linux x86_64) {KIT} Chrome/126.0.0.0 Safari/537.36": "Chrome 126, Linux",
    "okhttp/4.9.0": "",
    "": "",
}


@pytest.mark.parametrize(("agent", "said"), AGENTS.items(), ids=[said or "none" for said in AGENTS.values()])
def test_browser_and_system(agent: str, said: str) -> None:
    assert browser_and_system(agent) == said
