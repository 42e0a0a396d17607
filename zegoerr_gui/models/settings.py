"""Settings with a type: what each of them can be, and what it is where a store holds rubbish in its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

T = TypeVar("T")
Word = TypeVar("Word", bound=str)


class Values(Protocol):
    """Keeps words by key, at once and for good."""

    def value(self, key: str) -> object:
        """What is kept, which may be rubbish; None for nothing."""

    def keep(self, key: str, value: str) -> None:
        """Keep a word."""

    def forget(self, key: str) -> None:
        """Keep nothing."""

    def refresh(self) -> None:
        """Take in what another window has kept since."""


@dataclass(frozen=True)
class Setting(Generic[T]):
    """One setting: the key in the store, the heading it stands under, its words, and what it is for a new user."""

    key: str
    group: str
    words: str
    default: T

    def read(self, kept: object) -> T:
        """What a kept word stands for; rubbish stands for the default."""
        raise NotImplementedError

    def written(self, value: T) -> str:
        """The word to keep for a value; one that cannot be becomes the nearest that can."""
        return str(value)


@dataclass(frozen=True)
class Switch(Setting[bool]):
    """On or off; ``words_kept`` are those for off and for on."""

    words_kept: tuple[str, str] = ("off", "on")

    def read(self, kept: object) -> bool:
        return kept == self.words_kept[1] if kept in self.words_kept else self.default

    def written(self, value: bool) -> str:
        return self.words_kept[value]


@dataclass(frozen=True)
class Choice(Setting[Word]):
    """One of a few values, each with its title."""

    choices: tuple[tuple[Word, str], ...] = ()

    def read(self, kept: object) -> Word:
        return next((value for value, _ in self.choices if value == kept), self.default)


@dataclass(frozen=True)
class Number(Setting[int]):
    """A whole number, from ``least`` to ``most``."""

    least: int = 0
    most: int = 0

    def read(self, kept: object) -> int:
        text = str(kept)
        digits = text.removeprefix("-")
        if not (digits.isascii() and digits.isdigit() and len(digits) <= 6):
            return self.default
        return self.within(int(text))

    def within(self, value: int) -> int:
        """The nearest number that is allowed."""
        return max(self.least, min(self.most, value))

    def written(self, value: int) -> str:
        return str(self.within(value))


@dataclass(frozen=True)
class Folder(Setting[Path | None]):
    """A folder, or none."""

    def read(self, kept: object) -> Path | None:
        return Path(kept) if isinstance(kept, str) and kept and "\0" not in kept else self.default

    def written(self, value: Path | None) -> str:
        return str(value or "")


class Settings(QObject):
    """Holds the table of settings over what is kept of them. Sends ``changed`` with the key of one that is another now.

    Each is kept by itself, so that two windows can change different ones at a time.
    """

    changed = Signal(str)

    def __init__(self, table: Sequence[Setting[Any]], values: Values, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = tuple(table)
        self._values = values

    def get(self, setting: Setting[T]) -> T:
        """What a setting is now."""
        return setting.read(self._values.value(setting.key))

    def set(self, setting: Setting[T], value: T) -> None:
        """Keep a value; what is the default is not kept, so that it follows where another version has another."""
        before = self.get(setting)
        word = setting.written(value)
        if word == setting.written(setting.default):
            self._values.forget(setting.key)
        else:
            self._values.keep(setting.key, word)
        if self.get(setting) != before:
            self.changed.emit(setting.key)

    def is_default(self, setting: Setting[Any]) -> bool:
        """Whether a setting is as a new user has it."""
        return bool(self.get(setting) == setting.default)

    def reset(self) -> None:
        """Make every setting what it is for a new user."""
        for setting in self.table:
            self.set(setting, setting.default)

    def refresh(self) -> None:
        """Take in what another window has changed since."""
        before = [self.get(setting) for setting in self.table]
        self._values.refresh()
        for setting, value in zip(self.table, before, strict=True):
            if self.get(setting) != value:
                self.changed.emit(setting.key)
