"""The platforms of the SDK. To add one, add a row here and its sign in ``core/recognition/platform_signs.py``."""

from dataclasses import dataclass
from typing import Final

_WEB: Final = "web"
_NATIVE: Final = "native"


@dataclass(frozen=True, slots=True)
class Platform:
    """A platform by its name in the catalogue, and in words, as behind "On".

    ``kind`` is the platform that it is one of: a log that shows it does not show that one beside it.
    """

    name: str
    words: str
    kind: str = ""


PLATFORMS: Final = (
    Platform(_WEB, "Web"),
    Platform("mini-program", "Mini Program", kind=_WEB),
    Platform(_NATIVE, "the native SDKs"),
)
NAMES: Final = tuple(platform.name for platform in PLATFORMS)
_WORDS: Final = {platform.name: platform.words for platform in PLATFORMS}
KIND: Final = {platform.name: platform.kind for platform in PLATFORMS}
_IN_BROWSERS: Final = frozenset(name for name in NAMES if _WEB in (name, KIND[name]))


def in_words(name: str) -> str:
    """What a platform is called on screen; one that a catalogue of somebody else's names stays as it is."""
    return _WORDS.get(name, name)


def is_native(name: str) -> bool:
    """Whether a platform is one of apps outside of browsers: each is that has no row, such as android."""
    return name != "" and name not in _IN_BROWSERS


def speaks_of(said: str, platform: str) -> bool:
    """Whether what is said of one platform is said of another: what is said of native ones is said of each of them."""
    return said == platform or (said == _NATIVE and is_native(platform))
