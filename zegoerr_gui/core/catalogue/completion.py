"""How a field or a value that is being typed goes on."""

from collections.abc import Iterable, Mapping
from typing import Final

from zegoerr_gui.core.catalogue.query_fields import BARE_STATES, Field

_LEAST: Final = 3  # letters of a word that may become a field; fewer are the beginning of too much


def completion(typed: str, fields: Mapping[str, Field]) -> str:
    """What would come after the end of a query; empty where nothing is begun that can be completed."""
    if not typed or typed[-1].isspace():
        return ""
    name, colon, values = typed.split()[-1].removeprefix("-").partition(":")
    if not colon:
        return _rest(name, [*(f"{field}:" for field in fields), *BARE_STATES]) if len(name) >= _LEAST else ""
    field, value = fields.get(name.casefold()), values.rpartition(",")[2]
    return _rest(value, field.values) if field and value else ""


def _rest(begun: str, names: Iterable[str]) -> str:
    fitting = (name for name in names if name.casefold().startswith(begun.casefold()))
    return next(fitting, "")[len(begun) :]
