"""Places in a text as Qt counts them: in UTF-16 units, where Python counts code points."""


def units(text: str) -> int:
    """How long Qt says the text is."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
