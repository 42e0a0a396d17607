"""What a log says, in a few sentences: the last unrecovered failure of each session, what came before, what recovered.

The order of failures is told as order. That one led to the other is never said.
"""

from collections.abc import Iterator

from zegoerr_gui.core.answer.silence import read_silence
from zegoerr_gui.core.answer.situation import Session, Told
from zegoerr_gui.core.answer.telling import Teller
from zegoerr_gui.core.recognition.evidence import Evidence

_MOST_SESSIONS = 3
_MOST_BEFORE = 3
_MOST_NUMBERS = 5


def summary(teller: Teller) -> list[str]:
    """The sentences, most important first."""
    return [*_sentences(teller), *_numbers(teller)]


def _sentences(teller: Teller) -> Iterator[str]:
    words, situation = teller.words, teller.situation
    if not situation.failures or situation.only_numbers:
        silence = read_silence(situation, teller)
        yield words.join([teller.no_failure(), silence.hidden])
        if worked := teller.worked():
            yield words.say("worked", worked=worked)
        if not situation.only_numbers:
            yield words.say("verdict.ask", asks=words.join(silence.asks))
        return
    ended = [session for session in situation.sessions if session.last is not None]
    for session in sorted(ended, key=lambda session: -_end(session))[:_MOST_SESSIONS]:
        sentence = words.join(_of_session(session, teller))
        name = _name(session, teller) if len(situation.sessions) > 1 else ""
        yield words.say("verdict.session", session=name, sentence=sentence) if name else sentence
    if (more := len(ended) - _MOST_SESSIONS) > 0:
        yield words.count("verdict.sessions", more)
    if not ended:
        yield words.say("verdict.nothing")
    if recovered := sum(not one.is_unrecovered for one in situation.failures):
        yield words.count("verdict.recovered", recovered)


def _end(session: Session) -> int:
    return session.last.failure.first_line if session.last else -1


def _of_session(session: Session, teller: Teller) -> Iterator[str]:
    last = session.last
    if last is None:
        return
    key = "verdict.only" if len(session.told) == 1 else "verdict.last"
    place = teller.place(last.failure, short=True)
    yield teller.words.say(key, code=last.failure.code, name=_entry_name(last, teller), place=place)
    before: dict[int, Told] = {}
    for one in reversed(session.told):
        if one.failure.first_line < last.failure.first_line and one.failure.code != last.failure.code:
            before.setdefault(one.failure.code, one)
    if before:
        told = [_before(one, teller) for one in list(before.values())[:_MOST_BEFORE][::-1]]
        key = "verdict.before" if len(before) == len(told) else "verdict.before.last"
        yield teller.words.say(key, codes=teller.words.row(told, "pair.worked"), count=len(told), all=len(before))


def _before(one: Told, teller: Teller) -> str:
    line = f"{one.failure.first_line + 1:,}"
    key = "verdict.before.one" if one.is_unrecovered else "verdict.before.recovered"
    return teller.words.say(key, code=one.failure.code, name=_entry_name(one, teller), line=line)


def _entry_name(one: Told, teller: Teller) -> str:
    (case,) = teller.situation.cases([one.failure])
    return case.name


def _name(session: Session, teller: Teller) -> str:
    """Room and user of the failure that is told; nothing where its lines name neither."""
    if session.last is None:
        return ""
    room, user = session.last.failure.room, session.last.failure.user
    parts = [teller.fact("room-id", [room] if room else []), teller.fact("user-id", [user] if user else [])]
    told = teller.words.row(filter(None, parts))
    return told[:1].upper() + told[1:]


def _numbers(teller: Teller) -> Iterator[str]:
    """The codes that are only numbers."""
    results = teller.situation.results
    surer = {finding.code for finding in results.findings(Evidence.LIKELY)}
    numbers = [finding for finding in results.findings(Evidence.POSSIBLE) if finding.code not in surer]
    if numbers:
        words = teller.words
        told = [
            words.say("beside.one", code=finding.code, line=f"{finding.first_line + 1:,}")
            for finding in numbers[:_MOST_NUMBERS]
        ]
        yield words.say("verdict.numbers", codes=words.row(told, "pair.worked"))
