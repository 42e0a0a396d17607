"""What the words behind a code speak of, told by the catalogue's own words for it.

People explain a code in their own words: ``1103041: something was plugged in``. They seldom hit the SDK's text, but
nearly always one of its nouns.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from zegoerr_gui.core.catalogue.entry import Entry
from zegoerr_gui.core.recognition.plain_words import PLAIN_WORDS

_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_STEM: Final = 5  # letters in which forms of a word agree: publish, publishing
_UNSPACED: Final = re.compile(r"[\u3040-\uffff]{2,}")
# Words in so many entries, and in so many texts about anything, that one of them alone tells nothing.
_COMMON_STEMS: Final = """
addre app appli call calle chang code data empty error excee fail faile illeg incor info inval key lengt list long max
mess messa missi name not numbe param reque room same servi serve set state statu strea syste time too user value web
wrong
"""
_COMMON: Final = frozenset(_COMMON_STEMS.split())
_OF_MACHINES: Final = _COMMON | {"audio", "conne", "devic", "media", "netwo", "video"}  # any log is full of these


@dataclass(frozen=True, slots=True)
class _Words:
    """What a catalogue has for one code: stems of words, words of scripts without blanks, names of calls."""

    stems: frozenset[str]
    unspaced: tuple[str, ...]
    names: tuple[str, ...]

    def share(self, text: str, common: frozenset[str]) -> bool:
        shared = _stems(text) & self.stems
        return len(shared) > 1 or not shared <= common or any(word in text for word in self.unspaced)


class Definitions:
    """The words with which a catalogue describes each of its codes."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = {entry.code: entry for entry in entries}
        self._words: dict[int, _Words] = {}

    def __contains__(self, code: int) -> bool:
        return code in self._entries

    def agree(self, code: int, text: str) -> bool:
        """Whether ``text`` shares a telling word with the description of ``code``, or two words of any kind."""
        return code in self._entries and self._of(code).share(text, _COMMON)

    def agree_nearby(self, code: int, text: str) -> bool:
        """The same for words around a code, which may be about something else: those of machines do not count, names
        of the calls and parameters do that the catalogue has with it.
        """
        if code not in self._entries:
            return False
        words = self._of(code)
        return words.share(text, _OF_MACHINES) or any(name in text for name in words.names)

    def _of(self, code: int) -> _Words:
        if code not in self._words:
            entry = self._entries[code]
            prints = (text.text for text in entry.console_texts)
            words = " ".join((entry.description, *entry.sdk_messages, *entry.keywords, *prints, *entry.browser_errors))
            names = (*entry.apis, *entry.parameters)
            self._words[code] = _Words(_stems(words), tuple(_UNSPACED.findall(words)), names)
        return self._words[code]


def _stems(text: str) -> frozenset[str]:
    words = _WORD.findall(text.casefold())
    return frozenset(word[:_STEM] for word in words if word not in PLAIN_WORDS)
