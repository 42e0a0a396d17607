"""A reply while somebody writes it: what is chosen, for whom, in which form, and what was edited by hand."""

from collections.abc import Callable

from zegoerr_gui.core.answer.checklist import Item
from zegoerr_gui.core.answer.clipping import Clip, Form, clip_of, clip_of_edited, masked_edit, written
from zegoerr_gui.core.answer.redaction.files import known_ids
from zegoerr_gui.core.answer.redaction.kinds import ON_REQUEST
from zegoerr_gui.core.answer.redaction.masking import Masking
from zegoerr_gui.core.answer.redaction.recorder import Mask, Recorder
from zegoerr_gui.core.answer.reply import Audience, Reply, compose
from zegoerr_gui.core.answer.situation import Situation
from zegoerr_gui.core.answer.templates import VALUES, Language, Templates
from zegoerr_gui.core.recognition.failures import Failure
from zegoerr_gui.core.recognition.scope import Scope


class Draft:
    """Holds one reply in the making; ``edited`` is what was written by hand instead.

    A change of what it is made from takes effect with ``renew``. Where nobody has chosen failures it speaks of those
    worth answering, with ``scope`` of one session.
    """

    def __init__(
        self,
        situation: Situation,
        templates: Callable[[Language], Templates],
        masking: Masking,
        scope: Scope | None = None,
    ) -> None:
        self.audience: Audience = "customer"
        self.language: Language = "en"
        self.form: Form = "text"
        self.tried = ""  # by the customer
        self.masks_ids = False
        self.given_away: tuple[str, ...] = ()  # secrets in the log that must be replaced, by their names
        self.left_out: set[str] = set()  # keys of items that are not asked for
        self.edited: str | None = None
        self.situation = situation
        self._scope = scope
        self.chosen = self._worth_answering()  # failures, by their places among those of the situation
        self._templates = templates
        self._masking = masking
        self._with_ids: Masking | None = None
        self._recorder = Recorder(masking)
        self._reply: Reply | None = None

    def choose(self, number: int, chosen: bool) -> None:
        """Speak of a failure, by its place among those of the situation, or not."""
        (self.chosen.add if chosen else self.chosen.discard)(number)

    def choose_all(self, chosen: bool) -> None:
        """Speak of all failures, or of none."""
        self.chosen = set(range(len(self.situation.failures))) if chosen else set()

    def renew(self) -> None:
        """Write the reply anew when it is next asked for."""
        self._reply = None

    def read_on(self, situation: Situation, masking: Masking) -> None:
        """More of the log was read: who has not chosen failures gets those that are now worth answering."""
        untouched = self.chosen == self._worth_answering()
        before = {_place(self.situation.failures[number].failure) for number in self.chosen}
        self.situation, self._masking, self._with_ids = situation, masking, None
        kept = {number for number, one in enumerate(situation.failures) if _place(one.failure) in before}
        self.chosen = self._worth_answering() if untouched else kept
        self.renew()

    # What comes of it

    @property
    def reply(self) -> Reply:
        """The reply as the program writes it. Raises UnreadableLogError."""
        if self._reply is None:
            failures = [self.situation.failures[number].failure for number in sorted(self.chosen)]
            self._recorder = Recorder(self.masking)
            self._reply = compose(
                self.situation,
                failures,
                self.audience,
                self._templates(self.language),
                self._recorder,
                {"tried": self.tried.strip()},
                self.left_out,
                self.given_away,
            )
        return self._reply

    @property
    def text(self) -> str:
        """What is to be read: the reply in its form, or what was made of it by hand. Raises UnreadableLogError."""
        return self.written if self.edited is None else self.edited

    @property
    def written(self) -> str:
        """The reply in its form, as the program writes it. Raises UnreadableLogError."""
        return written(self.reply, self.form)

    @property
    def items(self) -> tuple[Item, ...]:
        """What was looked for in the log. Raises UnreadableLogError."""
        return self.reply.items

    @property
    def gaps(self) -> list[str]:
        """The placeholders that are still in the text. Raises UnreadableLogError."""
        return [name for name in VALUES if f"{{{name}}}" in self.text]

    @property
    def masks(self) -> list[Mask]:
        """What was masked in the reply, in the order it was met. Raises UnreadableLogError."""
        return self._recorder.within(self.reply.text)

    @property
    def masks_told(self) -> str:
        """The same counted by kind, in words."""
        return self._recorder.told(self.reply.text)

    def clip(self) -> Clip:
        """What a copy of it is; what was written by hand is masked as well. Raises UnreadableLogError."""
        if self.edited is None:
            return clip_of(self.reply, self.form)
        return clip_of_edited(masked_edit(self.edited, self.masking), self.form)

    @property
    def masking(self) -> Masking:
        """What masks whatever leaves."""
        if not self.masks_ids:
            return self._masking
        if self._with_ids is None:
            self._with_ids = self._masking.with_ids(ON_REQUEST, known_ids(self.situation.results.context))
        return self._with_ids

    # Inside

    def _worth_answering(self) -> set[int]:
        worth = {id(failure) for failure in self.situation.worth_answering(self._scope)}
        return {number for number, one in enumerate(self.situation.failures) if id(one.failure) in worth}


def support_pack(
    situation: Situation, failures: list[Failure], templates: Templates, masking: Masking, given_away: tuple[str, ...]
) -> tuple[Reply, str]:
    """The case for ZEGOCLOUD support with these failures, ready to send, and in words what was masked in it.

    Raises UnreadableLogError.
    """
    recorder = Recorder(masking)
    filled = {"tried": templates.say("tried.unknown")}
    reply = compose(situation, failures, "support", templates, recorder, filled, given_away=given_away)
    return reply, recorder.told(reply.text)


def _place(failure: Failure) -> tuple[int, int, str, str]:
    return failure.code, failure.first_line, failure.room, failure.stream
