"""What the actions on the lines of a log do in its pane."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from zegoerr_gui.models.shown import Shown

if TYPE_CHECKING:
    from zegoerr_gui.widgets.log_pane import LogPane

Handler = Callable[[], None]


def line_handlers(on_pane: Callable[[Callable[[LogPane], object]], Handler]) -> dict[str, Handler]:
    """The handlers by the names of their actions; ``on_pane`` makes one that acts on the pane of the log on show."""
    return {
        "next_mark": on_pane(lambda pane: pane.step_mark(1)),
        "previous_mark": on_pane(lambda pane: pane.step_mark(-1)),
        "next_code": on_pane(lambda pane: pane.step_mark(1, other_code=True)),
        "previous_code": on_pane(lambda pane: pane.step_mark(-1, other_code=True)),
        "go_to_line": on_pane(lambda pane: pane.asking.ask_line()),
        "go_to_time": on_pane(lambda pane: pane.asking.ask_time()),
        "find": on_pane(lambda pane: pane.begin_find()),
        "find_next": on_pane(lambda pane: pane.search.step(1)),
        "find_previous": on_pane(lambda pane: pane.search.step(-1)),
        "only_codes": on_pane(lambda pane: pane.choice.toggle(Shown.CODES)),
        "only_finds": on_pane(lambda pane: pane.choice.toggle(Shown.FINDS)),
        "only_marked": on_pane(lambda pane: pane.choice.toggle(Shown.MARKED)),
        "raw_lines": on_pane(lambda pane: pane.head.raw.click()),
        "mark_line": on_pane(lambda pane: pane.marking.toggle()),
        "next_own_mark": on_pane(lambda pane: pane.marking.step(1)),
        "previous_own_mark": on_pane(lambda pane: pane.marking.step(-1)),
        "save_shown": on_pane(lambda pane: pane.outgoing.save_shown()),
        "save_selected": on_pane(lambda pane: pane.outgoing.save_selected()),
    }
