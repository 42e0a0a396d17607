"""The answer to a ticket: what happened, why it probably did, what to do, what is still needed.

``compose`` writes it for a customer or for ZEGOCLOUD support, from the failures that were chosen.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from zegoerr_gui.core.answer.checklist import Item
from zegoerr_gui.core.answer.document import Document, changed
from zegoerr_gui.core.answer.quoted_lines import Mask
from zegoerr_gui.core.answer.rendering import as_html, as_markdown, as_text
from zegoerr_gui.core.answer.reply_blocks import ReplyBlocks, is_account
from zegoerr_gui.core.answer.situation import Case, Situation
from zegoerr_gui.core.answer.telling import Teller
from zegoerr_gui.core.answer.templates import PageName, Templates, fill, names_in
from zegoerr_gui.core.log.visible import visible_lines
from zegoerr_gui.core.recognition.failures import Failure

Audience = Literal["customer", "support"]


@dataclass(frozen=True)
class Reply:
    """A finished answer. ``gaps`` are placeholders that nobody filled; ``items`` what was looked for in the log."""

    document: Document
    gaps: tuple[str, ...]
    items: tuple[Item, ...]

    @cached_property
    def text(self) -> str:
        """As plain text."""
        return as_text(self.document)

    @cached_property
    def markdown(self) -> str:
        """As Markdown."""
        return as_markdown(self.document)

    @cached_property
    def html(self) -> str:
        """As HTML without a frame."""
        return as_html(self.document)


def compose(
    situation: Situation,
    chosen: Iterable[Failure],
    audience: Audience,
    templates: Templates,
    mask: Mask,
    filled: Mapping[str, str] | None = None,
    left_out: Collection[str] = (),
    given_away: Sequence[str] = (),
) -> Reply:
    """Answer with the chosen failures; without any, ask for what leads on.

    ``mask`` hides secrets in whatever comes from the log. ``filled`` gives values to placeholders that no log fills,
    such as ``tried``. Items whose keys are ``left_out`` are not asked for. ``given_away`` names the secrets in the log
    that must be replaced. Raises UnreadableLogError where the lines to quote can no longer be read.
    """
    cases = situation.cases(chosen)
    teller = Teller(situation, templates, audience == "support", mask)
    blocks = ReplyBlocks(situation, cases, teller, mask, left_out, given_away)
    known = {**blocks.values(), **blocks.paragraphs(), **(filled or {})}
    template = templates.pages[_page(cases, audience)]
    page = fill(template, known)
    # A template of the team's own may have no place for it, but nobody may miss it.
    told = page.document if "replace" in names_in(template) else (*page.document, *blocks.replace())
    document = changed(told, lambda text: visible_lines(mask(text)))
    return Reply(document, page.gaps, tuple(blocks.items))


def _page(cases: Sequence[Case], audience: Audience) -> PageName:
    if audience == "support":
        return "account" if cases and all(is_account(case) for case in cases) else "support"
    return "customer" if cases else "question"
