"""How well secrets are masked on the labelled texts: ``python -m tests.redaction.measure``. See README.md beside it."""

import sys

from tests.redaction.corpus import Labelled, read
from zegoerr_gui.core.answer.redaction.masking import Masking

_SHORTEST = 4  # characters of a value that are looked for in what is left


def left_over(item: Labelled, masked: str) -> list[str]:
    """The secrets that can still be read."""
    return [value for _, value in item.secrets if len(value) >= _SHORTEST and value in masked]


def main() -> int:
    """Print the figures and every miss; returns 1 where there is one."""
    faults: list[str] = []
    secrets: list[tuple[str, str]] = []
    whole = named = 0
    for item in read("secrets"):
        masked = Masking().mask(item.text).text
        secrets += item.secrets
        faults += [f"left     {item.id}: {value[:60]}" for value in left_over(item, masked)]
        if (found := item.wanted.fullmatch(masked)) is None:
            faults.append(f"touched  {item.id}: {masked}")
            continue
        whole += 1
        kinds = [kind for kind, _ in item.secrets]
        named += sum(map(str.__eq__, kinds, found.groups()))
        if kinds != list(found.groups()):
            faults.append(f"named    {item.id}: {', '.join(found.groups())} instead of {', '.join(kinds)}")
    left = sum(fault.startswith("left") for fault in faults)
    harmless = list(read("harmless"))
    touched = [item for item in harmless if Masking().mask(item.text).text != item.text]
    faults += [f"harmless {item.id}: {Masking().mask(item.text).text}" for item in touched]
    print(f"secrets gone              {len(secrets) - left} of {len(secrets)}")
    print(f"texts whole beside them   {whole} of {len(list(read('secrets')))}")
    print(f"called by the right name  {named} of {len(secrets)}")
    print(f"harmless texts untouched  {len(harmless) - len(touched)} of {len(harmless)}")
    print(*faults, sep="\n", end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
