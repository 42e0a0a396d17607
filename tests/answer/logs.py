"""The logs of tests/answer/data, scanned and put in order: four recordings of the SDK, twelve in its shapes."""

from pathlib import Path
from typing import Final

from zegoerr_gui import places
from zegoerr_gui.core.answer.situation import Situation, read_situation
from zegoerr_gui.core.answer.templates import Language, Templates, read_templates
from zegoerr_gui.core.log.source import MemorySource
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.scan import scan_to_end

DATA: Final = Path(__file__).parent / "data"
NAMES: Final = sorted(path.stem for path in DATA.glob("*.log"))


def situation_of(recogniser: Recogniser, *lines: str) -> Situation:
    """What these lines tell."""
    source = MemorySource("".join(f"{line}\n" for line in lines).encode(), "test.log")
    return read_situation(scan_to_end(source, recogniser))


def situation_in(recogniser: Recogniser, name: str) -> Situation:
    """What one of the logs tells."""
    data = (DATA / f"{name}.log").read_bytes()
    return read_situation(scan_to_end(MemorySource(data, f"{name}.log"), recogniser))


def words(language: Language = "en") -> Templates:
    """The texts that come with the program."""
    return read_templates(language, places.templates_folder())
