"""Pages of words written as text: "# heading", "word | what belongs to it", or a sentence alone.

What is indented goes on with the row above; [Keys] become keys as this system writes them.
"""

import re
from typing import Final

from PySide6.QtCore import QCoreApplication

from zegoerr_gui.app.actions import native_keys
from zegoerr_gui.widgets.text_page import Group

_KEYS: Final = re.compile(r"\[([^\]]+)\]")


def read_page(page: str, context: str, **values: str) -> list[Group]:
    """A page in the language of the window; ``values`` take the place of their {names}."""
    groups: list[tuple[str, list[tuple[str, str]]]] = []
    for line in page.strip().replace("\n    ", " ").split("\n"):
        told = QCoreApplication.translate(context, line)
        if told.startswith("# "):
            groups.append((told[2:], []))
        else:
            word, _, text = (_KEYS.sub(_native, part).format_map(values) for part in told.rpartition(" | "))
            groups[-1][1].append((word, text))
    return list(groups)


def _native(found: re.Match[str]) -> str:
    return native_keys(found[1].split())
