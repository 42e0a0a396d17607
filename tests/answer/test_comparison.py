"""Two codes side by side: what differs, in the order of an agent's questions, and what does not."""

from dataclasses import replace

import pytest

from zegoerr_gui.core.answer.comparison import Comparison, Difference, compare
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.entry import Entry, Step

ONE = Entry(
    1002001,
    "One is wrong",
    "developer",
    "failure",
    family="room",
    causes=("A cause.",),
    steps=(Step("Do this."), Step("Do that.")),
    sdk_messages=("it is wrong",),
    apis=("loginRoom",),
)


@pytest.mark.parametrize(
    ("changed", "differences"),
    [
        ({}, []),
        ({"code": 1002002, "tags": ("limit",), "keywords": ("x",)}, []),
        ({"description": "Two is wrong"}, [Difference("Name", "One is wrong", "Two is wrong")]),
        (
            {"causes": ("A cause.", "Another."), "who_acts": "support", "escalate_for": "Raise it"},
            [
                Difference("Cause", "A cause.", "A cause.\nAnother."),
                Difference("Next move", "Developer", "ZEGOCLOUD support: Raise it"),
            ],
        ),
        ({"steps": ()}, [Difference("First step", "Do this.", "–")]),
        (
            {"sdk_messages": (), "browser_errors": ("NotAllowedError",)},
            [Difference("Text of the SDK", "it is wrong", "NotAllowedError")],
        ),
        ({"severity": "degraded"}, [Difference("Severity", "Failure", "Works, but poorly")]),
        ({"apis": ()}, [Difference("Calls", "loginRoom", "–")]),
        (
            {"arrives": ("thrown", "onError")},
            [
                Difference(
                    "Where it arrives", "the value a call returns, roomStateChanged", "the value a call throws, onError"
                )
            ],
        ),
    ],
)
def test_what_differs(catalogue: Catalogue, changed: dict[str, object], differences: list[Difference]) -> None:
    titles = [
        "Name",
        "Cause",
        "Next move",
        "First step",
        "Text of the SDK",
        "Severity",
        "Calls",
        "Where it arrives",
    ]
    told = [difference.title for difference in differences]
    shared = tuple(title for title in titles if title not in told)
    assert compare(ONE, replace(ONE, **changed), catalogue) == Comparison(tuple(differences), shared)  # type: ignore[arg-type]


def test_what_neither_tells_is_left_out(catalogue: Catalogue) -> None:
    bare = Entry(9, "Nine", "nobody", "ok")
    assert compare(bare, replace(bare, description="Ten"), catalogue) == Comparison(
        (Difference("Name", "Nine", "Ten"),), ("Next move", "Severity")
    )


def test_confused_codes_of_the_catalogue_differ_in_more_than_their_name(catalogue: Catalogue) -> None:
    pairs = [(entry, other) for entry in catalogue for code in entry.confused_with if (other := catalogue.get(code))]
    assert pairs
    for entry, other in pairs:
        assert len(compare(entry, other, catalogue).differences) >= 2, entry.code
