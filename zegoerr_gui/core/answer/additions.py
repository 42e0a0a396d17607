"""What a log adds to a code: the SDK's own words beside it, why a user was removed, what the server said."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from zegoerr_gui.core.catalogue.catalogue import Catalogue

if TYPE_CHECKING:  # the window has these sentences at hand before there is a log
    from zegoerr_gui.core.recognition.findings import Finding, Tally
    from zegoerr_gui.core.recognition.results import Results

_MOST_FAILURES: Final = 1000  # looked through
_MOST_TEXTS: Final = 8  # different ones told
_NEAR: Final = 8  # lines from a failure to what the server said of it
_REMOVAL: Final = re.compile(r'(?:custom_kickout_message"?\s*[:=]\s*"?|^\s*)([0-9]{8})\b')


def extended_texts(finding: "Finding") -> list[str]:
    """The different texts that the SDK gave with the code, in the order of their appearance."""
    first = islice(finding.failures, _MOST_FAILURES)
    return list(dict.fromkeys(one.extended_data for one in first if one.extended_data))[:_MOST_TEXTS]


def explanations(finding: "Finding", results: "Results") -> list[str]:
    """What these texts, and the server's codes near the failures, mean: a sentence each."""
    return [*removals(finding, results.catalogue), *_server_codes(finding, results)]


def unknown_code(code: int, catalogue: Catalogue) -> str:
    """What can be said of a code that no catalogue has."""
    if family := catalogue.family_of(code):
        return f"No catalogue has this code. By its digits it belongs to the family {family.title}."
    if product := catalogue.pack.product_of(code):
        return f"No catalogue has this code. By its digits it belongs to {product.title}."
    return "No catalogue has this code. It may belong to another product."


def server_code_sentence(code: int, tally: "Tally", catalogue: Catalogue) -> str:
    """What a server's code ends in, and where it stands in the log."""
    means = [str(meaning) for meaning in catalogue.ends_of(code)]
    said = f"ends in {', '.join(means)}" if means else "its meaning is published nowhere"
    return f"Server code {code}, line {tally.first_line + 1:,}: {said}"


def removals(finding: "Finding", catalogue: Catalogue) -> Iterator[str]:
    """Why a user was removed from a room, by the reasons in the texts beside a code: a sentence each."""
    reasons = dict(catalogue.pack.removals)
    for text in extended_texts(finding):
        found = _REMOVAL.search(text)
        if found and found[1] in reasons:
            yield f"Reason {found[1]}: {reasons[found[1]]}."


def _server_codes(finding: "Finding", results: "Results") -> Iterator[str]:
    for code, tally in results.server_codes.items():
        means = results.catalogue.ends_of(code)
        if finding.code in means or (not means and _stands_near(finding, tally)):
            yield server_code_sentence(code, tally, results.catalogue) + "."


def _stands_near(finding: "Finding", tally: "Tally") -> bool:
    failures = islice(finding.failures, _MOST_FAILURES)
    return any(one.first_line - _NEAR <= tally.first_line <= one.last_line + _NEAR for one in failures)
