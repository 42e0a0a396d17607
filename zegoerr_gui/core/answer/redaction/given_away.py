"""Whether a log gives away what must be replaced: the ServerSecret or the AppSign of an app."""

import re
from collections.abc import Generator, Iterable
from typing import Final

from zegoerr_gui.core.answer.redaction.masking import Masking
from zegoerr_gui.core.log.source import LogSource
from zegoerr_gui.core.stepwise import finish

_SLICE: Final = 128 * 1024  # bytes
_ABOVE, _BELOW = 512, 1024  # bytes round a place that are looked at
# In small letters: what stands before such a secret, as a key or in prose.
_WORD: Final = re.compile(
    rb"secret|app[_ -]?sign|generate\w{0,12}token|token_?0[34]|create_?engine|" + "密钥|秘钥|签名".encode()
)
_ALL: Final = 2  # kinds of such secrets


def given_away(source: LogSource) -> Generator[float, None, tuple[str, ...]]:
    """What a log gives away, by its name; in steps of a few milliseconds, which yield the share done.

    Raises UnreadableLogError.
    """
    masking = Masking()
    offset = 0
    while offset < source.size and len(masking.must_be_replaced) < _ALL:
        data = source.read(max(0, offset - _ABOVE), _SLICE + _ABOVE + _BELOW)
        looked_at = 0
        for word in _WORD.finditer(data.lower()):
            if word.start() >= looked_at:
                looked_at = word.end() + _BELOW
                masking.mask(data[max(0, word.start() - _ABOVE) : looked_at].decode("utf-8", "replace"))
                yield min(1.0, offset / source.size)
        offset += _SLICE
        yield min(1.0, offset / source.size)
    return tuple(masking.must_be_replaced)


def given_away_in(source: LogSource) -> tuple[str, ...]:
    """The same at once."""
    return finish(given_away(source))


def replacements(names: Iterable[str]) -> list[str]:
    """What must be done about each thing that a log gave away: a sentence each."""
    return [f"the log gave away the {name}: it must be replaced in the console, masked or not" for name in names]
