"""Makes ready for loading the window: what would slow it down is put aside."""

import builtins
import gc
from importlib import import_module


def load_qt() -> None:
    """Load Qt, and see to it that what is loaded and made after it takes no longer than it must."""
    # What is made until the window stands is no rubbish: to look through it again and again would hold the window up.
    gc.set_threshold(1_000_000, 20, 100)
    import_module("PySide6.QtWidgets")
    # For modules that begin with "from __feature__ import", of which there are none here, PySide reads the source of
    # every module that is imported after it: a sixth of the time that the program takes to load.
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
