"""Logs scanned and put in order: four recordings of the SDK, and twelve in its shapes from tests/answer/data."""

from pathlib import Path
from typing import Final

from zegoerr_gui import places
from zegoerr_gui.core.answer.situation import Situation, read_situation
from zegoerr_gui.core.answer.template_files import read_templates
from zegoerr_gui.core.answer.templates import Language, Templates
from zegoerr_gui.core.log.source import MemorySource
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.scan import scan_to_end

_TESTS: Final = Path(__file__).parents[1]
_FOLDERS: Final = (_TESTS / "answer" / "data", _TESTS / "recognition" / "recorded")
_FILES: Final = {path.stem: path for folder in _FOLDERS for path in sorted(folder.glob("*.log"))}
NAMES: Final = tuple(_FILES)


def situation_of(recogniser: Recogniser, *lines: str) -> Situation:
    """What these lines tell."""
    source = MemorySource("".join(f"{line}\n" for line in lines).encode(), "test.log")
    return read_situation(scan_to_end(source, recogniser))


def situation_in(recogniser: Recogniser, name: str) -> Situation:
    """What one of the logs tells."""
    data = _FILES[name].read_bytes()
    return read_situation(scan_to_end(MemorySource(data, f"{name}.log"), recogniser))


def words(language: Language = "en") -> Templates:
    """The texts that come with the program."""
    return read_templates(language, places.templates_folder())
