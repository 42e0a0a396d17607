"""A reply in the making: what is chosen, left out, masked, edited, and what becomes of it when the log grows."""

from tests.app.lesson import CAMERA, LOG, SIGNAL, TOKEN
from zegoerr_gui.core.answer.draft import Draft, support_pack
from zegoerr_gui.core.answer.redaction.masking import Masking
from zegoerr_gui.core.recognition.recogniser import Recogniser

from .logs import situation_of, words
from .test_clipping import TOKEN as SECRET

LINES = [*LOG[:3], f"[App] token {SECRET} from 203.0.113.7", *LOG[3:]]


def draft_of(recogniser: Recogniser, *lines: str) -> Draft:
    return Draft(situation_of(recogniser, *lines), words, Masking())


def codes(draft: Draft) -> list[int]:
    return [draft.situation.failures[number].failure.code for number in sorted(draft.chosen)]


def changed(draft: Draft, **choices: object) -> str:
    """The text after a change."""
    for name, value in choices.items():
        setattr(draft, name, value)
    draft.renew()
    return draft.text


def test_it_begins_with_what_did_not_recover(recogniser: Recogniser) -> None:
    draft = draft_of(recogniser, *LINES)
    assert set(codes(draft)) == {one.code for one in draft.situation.worth_answering()}
    assert f"(code {CAMERA})" in draft.text
    assert f"(code {TOKEN})" not in draft.text


def test_what_is_ticked_is_spoken_of(recogniser: Recogniser) -> None:
    draft = draft_of(recogniser, *LINES)
    draft.choose_all(True)
    assert f"(code {TOKEN})" in changed(draft)
    first = next(n for n, one in enumerate(draft.situation.failures) if one.failure.code == TOKEN)
    draft.choose(first, False)
    assert f"(code {TOKEN})" not in changed(draft)


def test_nothing_ticked_asks_but_never_says_that_there_are_no_failures(recogniser: Recogniser) -> None:
    draft = draft_of(recogniser, *LINES)
    draft.choose_all(False)
    assert changed(draft).startswith("Please send:\n1. ")
    assert "no error code" not in draft.text
    assert "no error code" not in changed(draft, audience="support")
    clean = draft_of(recogniser, LOG[0], LOG[5])
    assert "It contains no error code." in clean.text


def test_what_is_left_out_is_not_asked_for(recogniser: Recogniser) -> None:
    draft = draft_of(recogniser, *LINES)
    asked = next(item for item in draft.items if item.is_missing)
    assert asked.ask in draft.text
    assert asked.ask not in changed(draft, left_out={asked.key})
    assert asked in draft.items
    assert asked.short not in changed(draft, audience="support").partition("Missing:")[2].partition("\n")[0]


def test_what_a_clean_log_is_asked_for_can_be_left_out_too(recogniser: Recogniser) -> None:
    draft = draft_of(recogniser, LOG[0], LOG[5])
    first, second = [item for item in draft.items if item.is_missing][:2]
    assert f"1. {first.ask}\n2. {second.ask}" in draft.text
    assert f"1. {second.ask}" in changed(draft, left_out={first.key})


def test_the_gap_goes_when_it_is_filled(recogniser: Recogniser) -> None:
    draft = draft_of(recogniser, *LINES)
    assert draft.gaps == []
    changed(draft, audience="support")
    assert draft.gaps == ["tried"]
    assert "Tried by the customer: another browser" in changed(draft, tried=" another browser ")
    assert draft.gaps == []
    draft.edited = "Hello {room}, {nothing}"
    assert draft.gaps == ["room"]


def test_masks_are_told_with_their_beginnings_and_ids_on_request(recogniser: Recogniser) -> None:
    draft = draft_of(recogniser, *LINES)
    draft.choose_all(True)
    text = changed(draft, audience="support")
    assert SECRET not in text
    assert draft.masks_told == "1 token, 1 client IP"
    token, address = draft.masks
    assert (token.label, token.length, token.beginning) == ("<token-1>", len(SECRET), "04AA")
    assert (address.label, address.beginning) == ("<ip-1>", "")
    assert "room lesson" in text
    assert "room <room-1>" in changed(draft, masks_ids=True)
    assert "<token-1>" in draft.text  # the same secret keeps its label
    assert "1 room ID" in draft.masks_told
    assert "room lesson" in changed(draft, masks_ids=False)


def test_a_copy_holds_the_three_forms(recogniser: Recogniser) -> None:
    draft = draft_of(recogniser, *LINES)
    clip = draft.clip()
    assert (clip.text, clip.markdown, clip.html) == (draft.reply.text, draft.reply.markdown, draft.reply.html)
    changed(draft, form="markdown")
    assert draft.clip().text == draft.text == draft.reply.markdown
    draft.edited = f"Mine, with {SECRET}"
    assert draft.text == f"Mine, with {SECRET}"
    assert draft.clip().text == draft.clip().markdown == "Mine, with <token-1>"
    assert "<p>Mine, with &lt;token-1&gt;</p>" in draft.clip().html


def test_more_of_the_log_joins_what_nobody_chose(recogniser: Recogniser) -> None:
    draft = draft_of(recogniser, *LINES[:8])
    more = situation_of(recogniser, *LINES)
    draft.read_on(more, Masking())
    assert {id(more.failures[number].failure) for number in draft.chosen} == {id(one) for one in more.worth_answering()}


def test_more_of_the_log_leaves_a_choice_as_it_is(recogniser: Recogniser) -> None:
    draft = draft_of(recogniser, *LINES[:8])
    draft.choose_all(True)
    before = codes(draft)
    assert TOKEN in before
    draft.read_on(situation_of(recogniser, *LINES), Masking())
    assert codes(draft) == before


def test_the_pack_for_support_is_ready_to_send(recogniser: Recogniser) -> None:
    situation = situation_of(recogniser, *LINES)
    failures = [one.failure for one in situation.failures if one.failure.code == TOKEN]
    pack, masks = support_pack(situation, failures, words(), Masking(), ("ServerSecret",))
    assert pack.gaps == ()
    assert "Tried by the customer: not known" in pack.text
    assert "The log contained the ServerSecret of the app." in pack.text
    assert SECRET not in pack.text
    assert masks == "1 token, 1 client IP"
    assert pack.text.startswith(f"{TOKEN} The login token expired")
    assert f"\n{SIGNAL} " not in pack.text
