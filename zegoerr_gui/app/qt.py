"""Loads Qt, so that the program's own modules load quickly after it."""

import builtins
from importlib import import_module


def load_qt() -> None:
    """Load Qt, and take off what PySide puts into every import that comes after its own.

    For modules that begin with ``from __feature__ import ...``, of which there are none here, PySide reads the source
    of every module that is imported after it: a sixth of the time that the program takes to load.
    """
    import_module("PySide6.QtWidgets")
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
