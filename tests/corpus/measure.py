"""Precision and recall of the recogniser on labelled texts: ``python -m tests.corpus.measure FOLDER...``.

Counted per (text, code), for each level and above, and by shape of text; every miss is printed with its reason. The
labels are explained in README.md beside this file.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import yaml

from zegoerr_gui import places
from zegoerr_gui.core.catalogue.reading import read_catalogue
from zegoerr_gui.core.log.opening import open_bytes
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.scan import scan_to_end
from zegoerr_gui.core.stepwise import finish

FOLDER: Final = Path(__file__).parent
_SEVEN_DIGITS: Final = re.compile(r"(?<!\d)\d{7}(?!\d)")
LEVELS: Final = (Evidence.POSSIBLE, Evidence.LIKELY, Evidence.CERTAIN)


@dataclass(frozen=True)
class Labelled:
    """One text with the codes that an expert would find in it."""

    id: str
    shape: str
    text: str
    meant: frozenset[int]
    not_counted: frozenset[int]


@dataclass
class Score:
    """Hits, false finds and misses, by level."""

    right: Counter[Evidence] = field(default_factory=Counter)
    wrong: Counter[Evidence] = field(default_factory=Counter)
    missed: Counter[Evidence] = field(default_factory=Counter)

    def precision(self, level: Evidence) -> float:
        """Share of what was found that was meant; 1 where nothing was found."""
        found = self.right[level] + self.wrong[level]
        return self.right[level] / found if found else 1.0

    def recall(self, level: Evidence) -> float:
        """Share of what was meant that was found; 1 where nothing was meant."""
        meant = self.right[level] + self.missed[level]
        return self.right[level] / meant if meant else 1.0


def read_half(half: str) -> Iterator[Labelled]:
    """The texts of one half of the corpus."""
    for path in sorted((FOLDER / half).glob("*.yaml")):
        for item in yaml.safe_load(path.read_text(encoding="utf-8")):
            ambiguous = frozenset(item.get("ambiguous") or ()) | frozenset(item.get("foreign") or ())
            yield Labelled(item["id"], item["shape"], item["text"], frozenset(item["meant"]), ambiguous)


def found_in(text: str, recogniser: Recogniser) -> dict[int, tuple[Evidence, str]]:
    """Each code found, with its best level and the reason for it."""
    source = finish(open_bytes(text.encode("utf-8", "surrogatepass"), "text"))
    results = scan_to_end(source, recogniser).results
    source.close()
    found: dict[int, tuple[Evidence, str]] = {}
    for place in range(len(results.occurrences)):
        occurrence = results.occurrences[place]
        evidence = results.evidence(occurrence)
        for code in (occurrence.code, *occurrence.alternatives):
            if evidence > found.get(code, (Evidence.UNLIKELY, ""))[0]:
                found[code] = evidence, occurrence.reason
            found.setdefault(code, (Evidence.UNLIKELY, occurrence.reason))
    return found


def measure(half: str, recogniser: Recogniser) -> tuple[Score, dict[str, Score], list[str]]:
    """The score of one half: in all, by shape, and a line for each false find and miss."""
    total = Score()
    shapes: dict[str, Score] = {}
    faults: list[str] = []
    for item in read_half(half):
        score = shapes.setdefault(item.shape, Score())
        found = found_in(item.text, recogniser)
        for level in LEVELS:
            at_level = {code for code, (evidence, _) in found.items() if evidence >= level}
            for one in (total, score):
                one.right[level] += len(at_level & item.meant)
                one.wrong[level] += len(at_level - item.meant - item.not_counted)
                one.missed[level] += len(item.meant - at_level)
        for code, (evidence, reason) in found.items():
            if evidence > Evidence.UNLIKELY and code not in item.meant | item.not_counted:
                faults.append(f"false  {evidence.word:<8} {code} in {item.id}: {reason}")
        for code in sorted(item.meant):
            evidence, reason = found.get(code, (Evidence.UNLIKELY, "not a candidate"))
            if evidence == Evidence.UNLIKELY:
                faults.append(f"missed          {code} in {item.id}: {reason}")
    return total, shapes, faults


def measure_every_number(half: str, recogniser: Recogniser) -> Score:
    """The score of the simplest rule: every number of seven digits that is a code is meant."""
    score = Score()
    for item in read_half(half):
        found = {int(digits) for digits in _SEVEN_DIGITS.findall(item.text)}
        found = {code for code in found if code in recogniser.catalogue}
        for level in LEVELS:
            score.right[level] += len(found & item.meant)
            score.wrong[level] += len(found - item.meant - item.not_counted)
            score.missed[level] += len(item.meant - found)
    return score


def main(halves: list[str]) -> None:
    """Print the table for each half."""
    recogniser = Recogniser(read_catalogue(places.catalogue_folder()).catalogue)
    for half in halves or ["first"]:
        total, shapes, faults = measure(half, recogniser)
        print(f"{half:<10}" + "".join(f"{level.word + '+':>22}" for level in LEVELS))
        print(f"{'':<10}" + f"{'precision':>12}{'recall':>10}" * len(LEVELS))
        simplest = measure_every_number(half, recogniser)
        for name, score in [*sorted(shapes.items()), ("all", total), ("simplest", simplest)]:
            cells = "".join(f"{score.precision(level):>12.3f}{score.recall(level):>10.3f}" for level in LEVELS)
            print(f"{name:<10}{cells}")
        print(*faults, "", sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
