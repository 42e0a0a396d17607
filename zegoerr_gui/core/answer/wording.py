"""The words that the catalogue's terms have on screen, in replies and on the command line."""

from typing import Final

from zegoerr_gui.core.catalogue.entry import Entry, Listing, Severity, WhoActs
from zegoerr_gui.core.catalogue.platforms import in_words

NEXT_MOVE: Final[dict[WhoActs, str]] = {
    "developer": "Developer",
    "network": "End user: network",
    "device": "End user: browser or device",
    "try-then-support": "Try first, then ZEGOCLOUD",
    "support": "ZEGOCLOUD support",
    "wait": "Wait and retry",
    "nobody": "Nothing to do",
}
SEVERITY: Final[dict[Severity, str]] = {
    "failure": "Failure",
    "degraded": "Works, but poorly",
    "info": "For information",
    "ok": "Success",
}
LISTING: Final[dict[Listing, str]] = {
    "documented": "",
    "undocumented": "SDK only",
    "team": "Your team's code",
    "unlisted": "Unknown code",
}
LOOK_UP_ONLY: Final = "Look-up only, not looked for in logs"
ARRIVES: Final = {
    "result": "the value a call returns",
    "thrown": "the value a call throws",
    "console": "the console only",
}


def counted(count: int, one: str, many: str = "") -> str:
    """``1 line``, ``2,000 lines``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def row_note(entry: Entry) -> str:
    """A word beside a description: who lists the code, and that other catalogues have the number too."""
    notes = [LISTING[entry.listing], f"{len(entry.also_in) + 1} catalogues" if entry.also_in else ""]
    return ", ".join(note for note in notes if note)


def twin_title(entry: Entry) -> str:
    """The heading above the same error on the other side of a stream."""
    publishing = entry.twin is not None and entry.twin.code < entry.code
    return "Same error when publishing" if publishing else "Same error when playing"


def variant_title(sdk: str | None, platform: str | None) -> str:
    """For what a variant holds, e.g. ``Before SDK 3.0.0``."""
    parts = []
    if sdk:
        older = sdk.startswith("<") and not sdk.startswith("<=")
        parts.append(f"Before SDK {sdk[1:]}" if older else f"SDK {sdk}")
    if platform:
        parts.append(f"On {in_words(platform)}")
    return ", ".join(parts)
