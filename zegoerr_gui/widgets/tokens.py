"""The colours of the window by name, light and dark, and the contrast each pair must keep (look guide, section 3)."""

from collections.abc import Mapping
from typing import Final, NamedTuple

# Names of `who_acts` and `severity` in the catalogue are tokens as they stand, so an entry's value is its colour.
LIGHT: Final[Mapping[str, str]] = {
    "window": "#F4F5F7",
    "base": "#FFFFFF",
    "alternate": "#F7F8FA",
    "hover": "#F0F2F6",
    "text": "#1C2028",
    "muted": "#5A6372",
    "faint": "#7F8897",
    "border": "#E0E4EA",
    "border_strong": "#C3CAD5",
    "accent": "#2A5BD0",
    "accent_hover": "#214CB4",
    "on_accent": "#FFFFFF",
    "tint": "#E7EEFD",
    "selection": "#DBE6FC",
    "selection_inactive": "#E6E9EE",
    "mark": "#FFE08A",
    "mark_selected": "#F7BD3C",
    "on_mark": "#2B1F00",
    "on_mark_selected": "#2B1F00",
    "mark_line": "#946200",
    "failure": "#B42318",
    "failure_bg": "#FDECEA",
    "degraded": "#8F4E00",
    "degraded_bg": "#FCF0DC",
    "warn": "#8F4E00",
    "retrying": "#8F4E00",
    "ok": "#18703A",
    "ok_bg": "#E4F4EA",
    "info": "#5A6372",
    "info_bg": "#E6E9EE",
    "redact": "#6A2FA8",
    "redact_bg": "#EFE6FB",
    "developer": "#2A5BD0",
    "network": "#0B6E76",
    "device": "#7A3FB5",
    "support": "#B0305C",
    "try-then-support": "#55660F",
    "wait": "#5A6372",
    "nobody": "#18703A",
    "json_key": "#2F5A9E",
    "json_string": "#1F6B3A",
    "json_number": "#8A3B12",
}

DARK: Final[Mapping[str, str]] = {
    "window": "#17191D",
    "base": "#1D2025",
    "alternate": "#23272D",
    "hover": "#262A31",
    "text": "#E6E8EC",
    "muted": "#A0A8B5",
    "faint": "#747D8B",
    "border": "#2F343C",
    "border_strong": "#4A515D",
    "accent": "#86ABFF",
    "accent_hover": "#A5C1FF",
    "on_accent": "#0E1A36",
    "tint": "#25324F",
    "selection": "#263A64",
    "selection_inactive": "#31363F",
    "mark": "#5E4710",
    "mark_selected": "#F2B83A",
    "on_mark": "#FFE9B8",
    "on_mark_selected": "#241900",
    "mark_line": "#E0AC3E",
    "failure": "#FF8F85",
    "failure_bg": "#43211F",
    "degraded": "#F0B25C",
    "degraded_bg": "#3D2D14",
    "warn": "#F0B25C",
    "retrying": "#F0B25C",
    "ok": "#6FCF97",
    "ok_bg": "#1B3A28",
    "info": "#A0A8B5",
    "info_bg": "#31363F",
    "redact": "#D9BFFF",
    "redact_bg": "#3A2A55",
    "developer": "#86ABFF",
    "network": "#5CC6CE",
    "device": "#C9A0F5",
    "support": "#FF93B4",
    "try-then-support": "#BBCB6E",
    "wait": "#A0A8B5",
    "nobody": "#6FCF97",
    "json_key": "#93B7F5",
    "json_string": "#8ED3A6",
    "json_number": "#F0B08A",
}

TEXT: Final = 4.5
SHAPE: Final = 3.0
# A control's own border: below 3 on purpose, because its text or icon tells it as well.
CONTROL_BORDER: Final = 1.5


class Pair(NamedTuple):
    """A colour that is drawn on another one, and the least contrast ratio that it must keep."""

    foreground: str
    background: str
    minimum: float


PAIRS: Final[tuple[Pair, ...]] = (
    *(
        Pair(ink, ground, TEXT)
        for ink in ("text", "muted")
        for ground in ("base", "window", "alternate", "hover", "selection", "selection_inactive")
    ),
    Pair("text", "tint", TEXT),
    *(Pair("accent", ground, TEXT) for ground in ("base", "window", "alternate", "hover", "tint")),
    Pair("accent_hover", "base", TEXT),
    Pair("accent_hover", "tint", TEXT),
    Pair("accent_hover", "selection_inactive", TEXT),
    Pair("on_accent", "accent", TEXT),
    Pair("on_accent", "accent_hover", TEXT),
    *(Pair("failure", ground, TEXT) for ground in ("base", "alternate", "hover", "failure_bg", "selection")),
    *(Pair("degraded", ground, TEXT) for ground in ("base", "alternate", "hover", "degraded_bg")),
    *(Pair("warn", ground, TEXT) for ground in ("base", "hover", "selection", "selection_inactive")),
    *(Pair("retrying", ground, TEXT) for ground in ("base", "alternate", "hover")),
    *(Pair("ok", ground, TEXT) for ground in ("base", "alternate", "hover", "ok_bg")),
    Pair("info", "info_bg", TEXT),
    Pair("on_mark", "mark", TEXT),
    Pair("on_mark_selected", "mark_selected", TEXT),
    Pair("mark_line", "base", SHAPE),
    Pair("mark_line", "alternate", SHAPE),
    Pair("mark_line", "selection", SHAPE),
    Pair("mark_line", "selection_inactive", SHAPE),
    *(
        Pair(actor, ground, TEXT)
        for actor in ("developer", "network", "device", "support", "try-then-support", "wait")
        for ground in ("base", "selection")
    ),
    *(
        Pair(actor, "selection_inactive", SHAPE)
        for actor in ("developer", "network", "device", "support", "try-then-support", "wait", "nobody")
    ),
    Pair("redact", "redact_bg", TEXT),
    Pair("redact", "base", TEXT),
    *(Pair(value, "base", TEXT) for value in ("json_key", "json_string", "json_number")),
    Pair("faint", "base", SHAPE),
    Pair("faint", "alternate", SHAPE),
    Pair("border_strong", "base", CONTROL_BORDER),
)


def contrast(one: str, other: str) -> float:
    """The WCAG 2.1 contrast ratio of two colours written ``#RRGGBB``, from 1 to 21, whichever comes first."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
