"""The form in which texts are compared, and the way back to where a piece of it stands in the text itself."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

# Scripts that are written without blanks between words.
CJK: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]+")


def fold(text: str) -> str:
    """Text in the form in which it is compared: width, case and blanks made equal."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def fold_with_places(text: str) -> tuple[str, Sequence[int]]:
    """The same but for blanks, which all stay, and for each of its characters the place in ``text`` it comes from."""
    if text.isascii():
        return text.casefold(), range(len(text))
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        folded = unicodedata.normalize("NFKC", sign).casefold()
        signs.append(folded)
        places.extend([place] * len(folded))
    return "".join(signs), places


def begins_word(text: str, place: int) -> bool:
    """Whether a word begins at this place of a folded text; between signs without blanks one can begin anywhere."""
    return place == 0 or not (text[place - 1].isalnum() and text[place].isalnum()) or CJK.match(text, place) is not None
