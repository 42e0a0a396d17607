"""The icons and colours of next moves, severities and outcomes: the same wherever one of them is shown."""

from typing import TYPE_CHECKING, Final

from zegoerr_gui.core.catalogue.entry import Severity, WhoActs

if TYPE_CHECKING:  # the table shows next moves before there is a log to read a situation from
    from zegoerr_gui.core.answer.situation import Standing

# next move: Lucide icon, token
MOVE_ICONS: Final[dict[WhoActs, tuple[str, str]]] = {
    "developer": ("code-xml", "developer"),
    "network": ("wifi", "network"),
    "device": ("webcam", "device"),
    "try-then-support": ("list-checks", "try-then-support"),
    "support": ("headset", "support"),
    "wait": ("hourglass", "wait"),
    "nobody": ("circle-check", "nobody"),
}

# severity: Lucide icon, token of the word, token of its ground
SEVERITY_ICONS: Final[dict[Severity, tuple[str, str, str]]] = {
    "failure": ("circle-x", "failure", "failure_bg"),
    "degraded": ("triangle-alert", "degraded", "degraded_bg"),
    "info": ("circle-question-mark", "muted", "selection_inactive"),
    "ok": ("circle-check", "ok", "ok_bg"),
}

# outcome: Lucide icon, token, words
OUTCOME_ICONS: Final[dict[str, tuple[str, str, str]]] = {
    "failed": ("circle-x", "failure", "failed, not recovered"),
    "retrying": ("refresh-cw", "retrying", "being retried, no success after it"),
    "recovered": ("circle-check", "ok", "recovered"),
    "unknown": ("circle-question-mark", "muted", "the log does not tell"),
}

# how a failure stands at the end of the log: Lucide icon, token, a word
STANDING_ICONS: Final["dict[Standing, tuple[str, str, str]]"] = {
    "failed": ("circle-x", "failure", "failed"),
    "retrying": ("refresh-cw", "retrying", "retrying"),
    "retried": ("circle-x", "failure", "retried, failed"),
    "unknown": ("circle-question-mark", "muted", "unknown"),
    "worked-later": ("circle-check", "ok", "worked later"),
    "recovered": ("circle-check", "ok", "recovered"),
}
