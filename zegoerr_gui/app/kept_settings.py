"""Where each setting is kept: the desk keeps whether it remembers logs and queries, the store all others."""

from zegoerr_gui.app.preferences import REMEMBERS
from zegoerr_gui.app.shared_desk import SharedDesk
from zegoerr_gui.app.store import Store


class KeptSettings:
    """Holds the words of the settings over the store and the desk of a window."""

    def __init__(self, store: Store, shared: SharedDesk) -> None:
        self._store, self._shared = store, shared

    def value(self, key: str) -> object:
        """What is kept, which may be rubbish; None for nothing."""
        if key == REMEMBERS.key:
            return REMEMBERS.written(self._shared.desk.remembering)
        return self._store.value(key)

    def keep(self, key: str, value: str) -> None:
        """Keep a word; where it means that nothing is remembered any longer, what was is forgotten."""
        if key == REMEMBERS.key:
            self._remember(REMEMBERS.read(value))
        else:
            self._store.keep(key, value)

    def forget(self, key: str) -> None:
        """Keep nothing: the setting is as for a new user."""
        if key == REMEMBERS.key:
            self._remember(REMEMBERS.default)
        else:
            self._store.forget(key)

    def refresh(self) -> None:
        """Take in what another window has kept since."""
        self._store.refresh()
        self._shared.look()

    def _remember(self, remembering: bool) -> None:
        desk = self._shared.desk
        if desk.remembering != remembering:
            self._shared.keep(lambda: desk.set_remembering(remembering))
