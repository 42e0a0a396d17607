"""A report on one log: verdict, timeline, failures with their lines and entries, context, what is missing.

As HTML it is one file without scripts that loads nothing, fit for paper and for dark screens.
"""

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from html import escape
from typing import Final

from zegoerr_gui import __version__
from zegoerr_gui.core.answer.checklist import Item, Value, checklist, context_items
from zegoerr_gui.core.answer.document import Block, Document, Heading, Items, Pairs, Paragraph, Picture, Quote, changed
from zegoerr_gui.core.answer.entry_text import escalation_line, step_text
from zegoerr_gui.core.answer.quoted_lines import Mask, quoted, spans
from zegoerr_gui.core.answer.rendering import as_html, as_markdown
from zegoerr_gui.core.answer.situation import Case, Situation, Told
from zegoerr_gui.core.answer.summary import summary
from zegoerr_gui.core.answer.telling import Teller
from zegoerr_gui.core.answer.templates import Templates
from zegoerr_gui.core.answer.timeline_svg import timeline_svg
from zegoerr_gui.core.answer.wording import NEXT_MOVE
from zegoerr_gui.core.log.visible import visible_lines
from zegoerr_gui.core.stepwise import finish

_MOST_CASES: Final = 100
_MOST_FAILURES: Final = 20  # told of a code
_STYLE: Final = """
:root { color-scheme: light dark; --text: #1c2028; --muted: #5a6372; --base: #fff; --card: #f7f8fa; --border: #e0e4ea;
  --failure: #b42318; --degraded: #8f4e00; --ok: #18703a; --accent: #2a5bd0; }
@media (prefers-color-scheme: dark) { :root { --text: #e6e8ec; --muted: #a0a8b5; --base: #1d2025; --card: #23272d;
  --border: #2f343c; --failure: #ff8f85; --degraded: #f0b25c; --ok: #6fcf97; --accent: #86abff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1.5rem 3rem; background: var(--base); color: var(--text);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; overflow-wrap: anywhere; }
h1 + p { font-size: 1.1rem; font-weight: 600; }
h2 { font-size: 1.15rem; margin: 2.25rem 0 .5rem; padding-bottom: .25rem; border-bottom: 1px solid var(--border); }
h3 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
h4 { font-size: .85rem; margin: .9rem 0 .2rem; color: var(--muted); }
p, ul, ol { margin: .35rem 0; overflow-wrap: anywhere; }
pre { margin: .35rem 0 .75rem; padding: .6rem .75rem; background: var(--card); border: 1px solid var(--border);
  border-radius: 6px; font: 12px/1.5 ui-monospace, Menlo, Consolas, monospace; white-space: pre-wrap;
  overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--border);
  overflow-wrap: anywhere; }
th { width: 11rem; font-weight: 500; color: var(--muted); }
figure { margin: 1.25rem 0; }
figcaption { color: var(--muted); font-size: .8rem; }
svg { display: block; width: 100%; height: auto; }
.axis { stroke: var(--border); stroke-width: 2; }
.label, .count { fill: var(--muted); font: 12px system-ui, sans-serif; }
.failed { fill: var(--failure); }
.retrying { fill: var(--base); stroke: var(--degraded); stroke-width: 2.5; }
.unknown { fill: var(--base); stroke: var(--muted); stroke-width: 2; }
.recovered { fill: none; stroke: var(--ok); stroke-width: 2.5; }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } pre { font-size: 8pt; }
  h2, h3, h4 { break-after: avoid; } figure, tr { break-inside: avoid; } }
"""


@dataclass(frozen=True)
class Report:
    """A finished report."""

    title: str
    language: str
    document: Document

    @property
    def markdown(self) -> str:
        """As Markdown."""
        return as_markdown(self.document)

    @property
    def html(self) -> str:
        """As a page of its own."""
        return (
            f'<!doctype html>\n<html lang="{self.language}">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
            f"<title>{escape(self.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
            f"{as_html(self.document)}</body>\n</html>\n"
        )


def report(situation: Situation, templates: Templates, mask: Mask, masked: Callable[[], str]) -> Report:
    """Report on all failures of a log. ``masked`` is asked at the end what ``mask`` hid, in words.

    Raises UnreadableLogError where the lines to quote can no longer be read.
    """
    return finish(report_steps(situation, templates, mask, masked))


def report_steps(
    situation: Situation, templates: Templates, mask: Mask, masked: Callable[[], str]
) -> Generator[float, None, Report]:
    """The same block by block; yields 0, since nobody knows how many blocks there will be."""
    teller = Teller(situation, templates, True, mask)
    title = visible_lines(mask(templates.say("report.title", log=situation.scan.source.name)))
    document: list[Block] = []
    for block in _Writer(teller, mask, masked).blocks(title):
        document += changed((block,), lambda text: visible_lines(mask(text)))
        yield 0.0
    return Report(title, templates.language, tuple(document))


@dataclass(frozen=True)
class _Writer:
    teller: Teller
    mask: Mask
    masked: Callable[[], str]

    @property
    def situation(self) -> Situation:
        return self.teller.situation

    def blocks(self, title: str) -> Iterator[Block]:
        words = self.teller.words
        yield Heading(title, 1)
        for sentence in summary(self.teller):
            yield Paragraph(sentence)
        if drawn := timeline_svg(self.teller):
            yield Picture(drawn, words.say("report.legend"), self.teller.span())
        cases = self.situation.cases(one.failure for one in self.situation.failures)[:_MOST_CASES]
        if cases:
            yield Heading(words.say("report.failures"))
        for case in cases:
            yield from self._case(case)
        yield from self._unexplained()
        if items := context_items(self.situation.results.context, words):
            yield Heading(words.say("report.context"))
            yield Pairs(tuple((item.title, self._values(item)) for item in items))
        unrecovered = [case for case in cases if any(one.is_unrecovered for one in case.told)]
        if asks := [item.ask for item in checklist(self.situation, unrecovered, words) if item.is_missing]:
            yield Heading(words.say("report.missing"))
            yield Items(tuple(asks))
        yield from self._about()

    def _case(self, case: Case) -> Iterator[Block]:
        words, catalogue = self.teller.words, self.situation.results.catalogue
        yield Heading(f"{case.code} {case.name}", 3)
        yield Items(tuple(self._failure(one) for one in case.told[:_MOST_FAILURES]))
        if (more := len(case.told) - _MOST_FAILURES) > 0:
            yield Paragraph(words.say("more", count=f"{more:,}").strip())
        for sentence in self.teller.added(case):
            yield Paragraph(sentence)
        if entry := case.entry:
            yield Paragraph(f"{words.say('report.next')}: {NEXT_MOVE[entry.who_acts]}")
            if entry.causes or entry.notes:
                yield Heading(words.say("report.what"), 4)
            if len(entry.causes) > 1:
                yield Items(entry.causes, numbered=True)
            for sentence in (*(entry.causes if len(entry.causes) == 1 else ()), *entry.notes):
                yield Paragraph(sentence)
            if entry.steps:
                yield Heading(words.say("report.steps"), 4)
                yield Items(tuple(step_text(step, entry) for step in entry.steps), numbered=True)
            if escalation := escalation_line(entry, catalogue):
                yield Paragraph(f"{words.say('report.escalate')}: {escalation}")
        yield Heading(words.say("report.lines"), 4)
        shown_ones = [case.told[0].failure, case.told[-1].failure]
        for span in spans(shown_ones, len(self.situation.scan.lines)):
            begin, end = (f"{line + 1:,}" for line in span)
            yield Paragraph(
                words.say("evidence.line" if begin == end else "evidence", line=begin, begin=begin, end=end)
            )
            yield Quote(quoted(self.situation.scan, span, self.mask))

    def _failure(self, one: Told) -> str:
        failure = one.failure
        told = self.teller.words.say(
            "report.told",
            time=self.teller.moment(failure.first_moment),
            line=f"{failure.first_line + 1:,}",
            end=self.teller.end(one),
        )
        return self.teller.words.join([told.lstrip(" ,，"), self.teller.state(one)])

    def _unexplained(self) -> Iterator[Block]:
        unexplained, words = self.situation.results.unexplained, self.teller.words
        lines = {**unexplained.red, **dict.fromkeys(unexplained.lost, "[object Object]")}
        if lines:
            yield Heading(words.say("report.unexplained"))
            places = {line: words.say("report.line", line=f"{line + 1:,}") for line in sorted(lines)}
            told = [f"{place}: {self.teller.short(lines[line])}" for line, place in places.items()]
            yield Items(tuple(told))

    def _values(self, item: Item) -> str:
        return "\n".join(map(self._value, item.found))

    def _value(self, value: Value) -> str:
        text, line = value
        where = "" if line is None else f" ({self.teller.words.say('report.line', line=f'{line + 1:,}')})"
        return self.teller.short(text) + where

    def _about(self) -> Iterator[Block]:
        words, scan = self.teller.words, self.situation.scan
        catalogues = "; ".join(
            words.say("report.catalogue.value", title=pack.title, date=pack.source.date, sdk=pack.source.sdk)
            for pack in self.situation.results.catalogue.packs
        )
        yield Heading(words.say("report.about"))
        size = words.count("report.log.value", len(scan.lines), bytes=f"{scan.source.size:,}")
        yield Pairs(
            (
                (words.say("report.log"), size),
                (words.say("report.catalogue"), catalogues),
                (words.say("report.masks"), self.masked() or words.say("report.masks.none")),
                (words.say("report.program"), f"ZegoErr {__version__}"),
            )
        )
