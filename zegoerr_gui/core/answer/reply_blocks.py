"""What fills the placeholders of a reply: values inside sentences, and whole paragraphs, from the cases chosen."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from zegoerr_gui.core.answer.checklist import Item, checklist, context_items
from zegoerr_gui.core.answer.document import Block, Document, Items, Paragraph, Quote
from zegoerr_gui.core.answer.quoted_lines import Mask, quoted, spans
from zegoerr_gui.core.answer.silence import Silence, read_silence
from zegoerr_gui.core.answer.situation import Case, Situation
from zegoerr_gui.core.answer.steps import steps
from zegoerr_gui.core.answer.telling import Teller
from zegoerr_gui.core.answer.templates import Templates


@dataclass(frozen=True)
class ReplyBlocks:
    """Says what each placeholder stands for in one answer. Raises UnreadableLogError where lines are to be quoted."""

    situation: Situation
    cases: Sequence[Case]
    teller: Teller
    mask: Mask
    left_out: Collection[str]
    given_away: Sequence[str]

    @property
    def words(self) -> Templates:
        return self.teller.words

    @cached_property
    def items(self) -> list[Item]:
        if self.cases:
            return checklist(self.situation, self.cases, self.words, escalated=self.teller.exact)
        asked = [Item(f"ask-{number}", ask, ask=ask) for number, ask in enumerate(self.silence.asks, 1)]
        return [*context_items(self.situation.results.context, self.words), *asked]

    @cached_property
    def silence(self) -> Silence:
        return read_silence(self.situation, self.teller)

    def values(self) -> dict[str, str]:
        """What stands inside a sentence."""
        context = self.situation.results.context
        first = self.cases[0] if self.cases else None
        firsts = {
            "app_id": context.app_id,
            "room": context.room_id,
            "user": context.user_id,
            "stream": context.stream_id,
            "sdk": context.sdk_version,
        }
        return {
            "code": str(first.code) if first else "",
            "name": first.name if first else "",
            "time": self.teller.moment(first.first.first_moment) if first else "",
            "line": f"{first.first.first_line + 1:,}" if first else "",
            "count": f"{sum(len(case.told) for case in self.cases):,}",
            "log": self.situation.scan.source.name,
            "browser": self._value("browser"),
            **{name: self.teller.short(next(iter(values), "")) for name, values in firsts.items()},
        }

    def _value(self, key: str) -> str:
        items = context_items(self.situation.results.context, self.words)
        return next((item.found[0][0] for item in items if item.key == key), "")

    def paragraphs(self) -> dict[str, str | Document]:
        """What takes whole lines and paragraphs."""
        missing = [item.short for item in self._asked(self.items) if item.short and item.key != "tried"]
        worked = self.teller.worked()
        return {
            "happened": tuple(self._happened()),
            "why": tuple(self._why()),
            "steps": (*steps(self.cases, self.words), *self._links()),
            "needed": tuple(self._needed()),
            "account": tuple(self._account()),
            "replace": tuple(self.replace()),
            "failures": tuple(self._failures()),
            "evidence": tuple(self._evidence()) if self.teller.exact else (),
            "shows": "" if self._is_silent_by_choice or self.cases else self.silence.shows,
            "worked": self.words.say("worked", worked=worked) if worked else "",
            "facts": self.teller.facts(),
            "span": self.teller.span(),
            "missing": self.words.row(missing),
        }

    def replace(self) -> Iterator[Block]:
        """That whoever the log was shown to can act for the app, until a secret is replaced."""
        if self.given_away:
            key = "replace.support" if self.teller.exact else "replace"
            yield Paragraph(self.words.say(key, names=self.words.row(self.given_away, "pair.and")))

    def _asked(self, items: Iterable[Item]) -> Iterator[Item]:
        return (item for item in items if item.is_missing and item.key not in self.left_out)

    def _happened(self) -> Iterator[Block]:
        if len(self.cases) > 1:
            key = "happened.many" if self._is_unrecovered else "happened.recovered"
            yield Paragraph(self.words.say(key, count=len(self.cases), clock=self.teller.clock))
            yield Items(tuple(map(self._one_of_several, self.cases)), numbered=True)
        elif self.cases:
            yield Paragraph(self._only_one(self.cases[0]))

    @property
    def _is_silent_by_choice(self) -> bool:
        """Whether the log has failures of which nobody chose to speak: it must not be said that there are none."""
        return not self.cases and bool(self.situation.failures) and not self.situation.only_numbers

    @property
    def _is_unrecovered(self) -> bool:
        return any(one.is_unrecovered for case in self.cases for one in case.told)

    def _one_of_several(self, case: Case) -> str:
        place = self.teller.place(case.first, len(case.told), short=True)
        told = self.words.say("happened.item", name=case.name, code=case.code, place=place)
        ends = self.teller.standing(case.told[-1])
        return self.words.join([told, ends, *self.teller.added(case), self.teller.cause(case)])

    def _only_one(self, case: Case) -> str:
        name, place = self.teller.name(case), self.teller.place(case.first, len(case.told))
        if self.situation.only_numbers:
            parts = [self.words.say("happened.number", code=case.code, name=name)]
        else:
            parts = [
                self.words.say("happened", name=name, code=case.code, place=place),
                self.teller.standing(case.told[-1]),
                *self.teller.added(case),
            ]
        if case.entry:
            parts.append(self.teller.cause(case) if len(case.entry.causes) == 1 else "")
            parts += [self.teller.login_before(self.cases), *case.entry.notes]
        return self.words.join(parts)

    def _why(self) -> Iterator[Block]:
        """The causes of the only code, where there are several; those of several codes stand beside each."""
        for case in self.cases if len(self.cases) == 1 else ():
            causes = case.entry.causes if case.entry else ()
            if len(causes) > 1:
                yield Paragraph(self.words.say("causes"))
                yield Items(causes, numbered=True)

    def _links(self) -> Iterator[Block]:
        links = [link for case in self.cases if case.entry for link in case.entry.links]
        for title, url in dict.fromkeys((link.title, link.url) for link in links):
            yield Paragraph(self.words.say("links", title=title, url=url))

    def _needed(self) -> Iterator[Block]:
        if not self.cases:
            yield from _list([item.ask for item in self._asked(self.items)])
            return
        accounts = [case for case in self.cases if is_account(case)]
        others = [case for case in self.cases if not is_account(case)]
        for case in accounts:
            yield Paragraph(self._asked_change(case))
        if not others:
            return
        items = checklist(self.situation, others, self.words) if accounts else self.items
        asks = [item.ask for item in self._asked(items)]
        if any(case.entry is None or case.entry.escalate == "investigate" for case in others):
            yield Paragraph(self.words.say("needed.investigate" if asks else "needed.nothing"))
        elif not self._is_unrecovered:
            yield Paragraph(self.words.say("needed.recovered"))
            return
        else:
            yield Paragraph(self.words.say("needed.again") if asks else self.teller.by_platform("needed.log"))
        yield from _list(asks)

    def _asked_change(self, case: Case) -> str:
        app_id, change = self.values()["app_id"], self.words.inside(case.entry.escalate_for if case.entry else "")
        if app_id:
            return self.words.say("needed.account", change=change, app_id=app_id)
        return self.words.say("needed.account.ask", change=change)

    def _account(self) -> Iterator[Block]:
        app_id = self.values()["app_id"]
        for case in self.cases:
            if case.entry and is_account(case):
                change = case.entry.escalate_for
                asked = (
                    self.words.say("account", change=change, app_id=app_id)
                    if app_id
                    else (self.words.say("account.ask", change=change))
                )
                place = self.teller.place(case.first, len(case.told))
                why = self.words.say("account.why", code=case.code, name=case.name, place=place)
                yield Paragraph(f"{asked}\n{why}")

    def _failures(self) -> Iterator[Block]:
        if not self.cases and not self._is_silent_by_choice:
            yield Paragraph(self.words.join([self.teller.no_failure(), self.silence.hidden]))
        for case in self.cases:
            if not is_account(case):
                lines = [self.teller.summary(case), self.teller.beside(case, self.cases), *self.teller.added(case)]
                yield Paragraph("\n".join(line for line in lines if line))

    def _evidence(self) -> Iterator[Block]:
        chosen = [one.failure for case in self.cases for one in (case.told[0], case.told[-1])]
        for span in spans(chosen, len(self.situation.scan.lines)):
            begin, end = (f"{line + 1:,}" for line in span)
            key = "evidence.line" if begin == end else "evidence"
            yield Paragraph(self.words.say(key, begin=begin, end=end, line=begin))
            yield Quote(quoted(self.situation.scan, span, self.mask))


def _list(lines: Sequence[str]) -> Iterator[Block]:
    if lines:
        yield Items(tuple(lines), numbered=True)


def is_account(case: Case) -> bool:
    return case.entry is not None and case.entry.escalate == "account"
