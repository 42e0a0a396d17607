"""Places in a text as Qt counts them: in UTF-16 units, where Python counts code points."""


def units(text: str) -> int:
    """How long Qt says the text is."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def points(text: str, place: int) -> int:
    """The place in code points of a place in UTF-16 units; inside a pair of units, that of the character."""
    if text.isascii():
        return place
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * place].decode("utf-16-le", "ignore"))
