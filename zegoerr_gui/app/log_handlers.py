"""What the actions on the lines of a log do: they ask for the log on show when they are triggered."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from zegoerr_gui.models.line_filter import Shown
from zegoerr_gui.widgets.log_pane import LogPane


def log_handlers(
    pane_on_show: Callable[[], LogPane | None], say: Callable[[str], None]
) -> dict[str, Callable[[], None]]:
    """The handlers by the names of their actions; where there is no log they say so."""

    def on_pane(act: Callable[[LogPane], object]) -> Callable[[], None]:
        def handle() -> None:
            pane = pane_on_show()
            if pane is None:
                say(QCoreApplication.translate("log_handlers", "There is no log. Paste one, or open the sample log."))
            else:
                act(pane)

        return handle

    return {
        "find": on_pane(lambda pane: pane.begin_find()),
        "find_next": on_pane(lambda pane: pane.finding.step(1)),
        "find_previous": on_pane(lambda pane: pane.finding.step(-1)),
        "only_codes": on_pane(lambda pane: pane.choice.toggle(Shown.CODES)),
        "only_finds": on_pane(lambda pane: pane.choice.toggle(Shown.FINDS)),
        "only_marked": on_pane(lambda pane: pane.choice.toggle(Shown.MARKED)),
        "raw_lines": on_pane(lambda pane: pane.head.raw.click()),
        "mark_line": on_pane(lambda pane: pane.toggle_own_mark()),
        "next_own_mark": on_pane(lambda pane: pane.step_own_mark(1)),
        "previous_own_mark": on_pane(lambda pane: pane.step_own_mark(-1)),
        "save_shown": on_pane(lambda pane: pane.save_shown()),
        "save_selected": on_pane(lambda pane: pane.save_selected()),
    }
