"""Verdict, context, missing items and replies for each log, beside texts that a person has read and judged.

After a change of wording: ``ZEGOERR_WRITE_GOLDEN=1 python -m pytest tests/answer/test_golden.py``, then read the
difference as the customer would who gets the text, and as the engineer of the vendor who gets the case.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from zegoerr_gui.core.answer.checklist import Item, Value, checklist, context_items
from zegoerr_gui.core.answer.redaction.given_away import given_away_in
from zegoerr_gui.core.answer.redaction.masking import Masking
from zegoerr_gui.core.answer.rendering import FORMATS
from zegoerr_gui.core.answer.reply import Audience, Reply, compose
from zegoerr_gui.core.answer.report import report
from zegoerr_gui.core.answer.situation import Situation
from zegoerr_gui.core.answer.summary import summary
from zegoerr_gui.core.answer.telling import Teller
from zegoerr_gui.core.answer.templates import LANGUAGES
from zegoerr_gui.core.answer.verdict import verdict
from zegoerr_gui.core.recognition.recogniser import Recogniser

from .logs import NAMES, situation_in, words

GOLDEN = Path(__file__).parent / "golden"
AUDIENCES: tuple[Audience, ...] = ("customer", "support")
REPORTED = ("token-expired", "errors-only")


def check(name: str, text: str) -> None:
    """Compare with the text that was judged, or write it anew where that is asked for."""
    path = GOLDEN / name
    if os.environ.get("ZEGOERR_WRITE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_the_answers_to_a_log(recogniser: Recogniser, name: str) -> None:
    situation = situation_in(recogniser, name)
    check(f"{name}.txt", "\n".join(answers(situation)))


@pytest.mark.parametrize("name", REPORTED)
def test_the_report_on_a_log(recogniser: Recogniser, name: str) -> None:
    check(f"{name}.report.md", report(situation_in(recogniser, name), words(), str, str).markdown)


def test_a_secret_that_must_be_replaced_is_told_in_every_form(recogniser: Recogniser) -> None:
    """To both audiences, in both languages, as text, Markdown and HTML; the secret itself in none of them."""
    situation = situation_in(recogniser, "secret-given-away")
    check("secret-given-away.forms.txt", forms := "\n".join(in_every_form(situation)))
    secret = "0f3a9c5b7d1e48628a4c6e0b2d9f1735"
    assert secret in situation.scan.source.read(0, situation.scan.source.size).decode()
    assert secret not in forms


def in_every_form(situation: Situation) -> Iterator[str]:
    given, masking = given_away_in(situation.scan.source), Masking()
    for language in LANGUAGES:
        for audience in AUDIENCES:
            reply = compose(
                situation,
                situation.worth_answering(),
                audience,
                words(language),
                lambda text: masking.mask(text).text,
                given_away=given,
            )
            for name, form in FORMATS.items():
                yield from (f"== {audience}, {language}, {name}", form(reply.document))


def answers(situation: Situation) -> Iterator[str]:
    english = words()
    said = verdict(situation.results)
    yield from ("== Verdict", said.sentence, said.before or "-", said.counts)
    yield from ("", "== Summary", *summary(Teller(situation, english)))
    yield from ("", "== Context", *map(line_of, context_items(situation.results.context, english)))
    chosen = situation.worth_answering()
    yield from ("", "== Checklist", *map(line_of, checklist(situation, situation.cases(chosen), english)))
    for audience in AUDIENCES:
        yield from ("", f"== To the {audience}", *told(compose(situation, chosen, audience, english, str)))
    for audience in AUDIENCES:
        yield from (
            "",
            f"== To the {audience}, in Chinese",
            *told(compose(situation, chosen, audience, words("zh"), str)),
        )


def told(reply: Reply) -> Iterator[str]:
    yield reply.text
    if reply.gaps:
        yield f"(to be filled: {', '.join(reply.gaps)})"


def line_of(item: Item) -> str:
    found = ", ".join(map(value_of, item.found))
    return f"{item.title}: {found or '-'}" + (f"; asked for: {item.ask}" if item.ask else "")


def value_of(value: Value) -> str:
    return value[0] if value[1] is None else f"{value[0]} (line {value[1] + 1})"
