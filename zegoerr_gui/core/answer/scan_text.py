"""What a scan found, as text for a terminal."""

from collections.abc import Sequence

from zegoerr_gui.core.answer.additions import explanations, extended_texts, server_code_sentence, unknown_code
from zegoerr_gui.core.answer.resolved import resolved_entry
from zegoerr_gui.core.answer.verdict import verdict
from zegoerr_gui.core.answer.wording import NEXT_MOVE, counted
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.findings import Finding
from zegoerr_gui.core.recognition.results import Results
from zegoerr_gui.core.recognition.times import clock

_OUTCOME = {"failed": "failed", "retrying": "retrying", "recovered": "recovered", "unknown": "outcome unknown"}


def scan_as_text(results: Results, name: str, least: Evidence, summary: Sequence[str] = ()) -> str:
    """The verdict, in one sentence or as a longer ``summary``, then a paragraph a code, by first line."""
    said = verdict(results, least)
    first, *more = summary or [said.sentence]
    parts = ["\n".join([f"{name}: {first}", *more, said.counts])]
    parts += [_finding(finding, results) for finding in results.findings(least)]
    told = "\n".join(parts)
    for code, tally in results.server_codes.items():
        if f"Server code {code}," in told:
            continue
        parts.append(server_code_sentence(code, tally, results.catalogue))
    if aside := sum(results.set_aside().values()):
        parts.append(f"{counted(aside, 'number')} set aside: look like a code, but are none.")
    return "\n\n".join(parts) + "\n"


def _finding(finding: Finding, results: Results) -> str:
    entry = resolved_entry(finding.code, results)
    name = entry.description if entry else "Unknown code"
    lines = [f"{finding.code}  {name}"]
    facts = [
        counted(len(finding.failures), "failure") if finding.failures else "",
        f"line {finding.first_line + 1:,}"
        + (f" to {finding.last_line + 1:,}" if finding.last_line > finding.first_line else ""),
        clock(finding.first_moment),
        _OUTCOME[finding.outcome],
        finding.evidence.word,
    ]
    lines.append("  " + " · ".join(fact for fact in facts if fact))
    lines += [f"  The log adds: {text}" for text in extended_texts(finding)]
    lines += [f"  {sentence}" for sentence in explanations(finding, results)]
    if entry:
        lines.append(f"  Next move: {NEXT_MOVE[entry.who_acts]}")
        lines += [f"  {number}. {step.do}" for number, step in enumerate(entry.steps, 1)]
    else:
        lines.append(f"  {unknown_code(finding.code, results.catalogue)}")
        if near := results.catalogue.nearest(finding.code):
            lines.append(f"  The nearest codes are {', '.join(map(str, near))}.")
    if finding.alternatives:
        lines.append(f"  Or: {', '.join(map(str, finding.alternatives))}, told by the same text.")
    return "\n".join(lines)
