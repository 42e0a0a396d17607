"""Options of the window's picture, and what of them does not go together."""

import argparse
import re
from typing import Final

LEAST: Final = 880, 560  # width and height of the window, in pixels
LARGEST: Final = 8000, 8000
_MOST_PIXELS: Final = 16_000  # device pixels, width and height of a picture: four bytes each have to be held


def size(word: str) -> tuple[int, int]:
    """Width and height in pixels."""
    width, _, height = word.partition("x")
    if not (re.fullmatch("[0-9]{1,9}", width) and re.fullmatch("[0-9]{1,9}", height)):
        raise argparse.ArgumentTypeError(f"{word!r} is not a size: write width and height, such as 1280x800")
    asked = int(width), int(height)
    if any(not least <= side <= largest for least, side, largest in zip(LEAST, asked, LARGEST, strict=True)):
        least, largest = (f"{width}x{height}" for width, height in (LEAST, LARGEST))
        raise argparse.ArgumentTypeError(f"{word} is not possible: the window is from {least} to {largest}")
    return asked


def scale(word: str) -> float:
    """Device pixels a pixel."""
    try:
        asked = float(word)
    except ValueError:
        asked = 0.0
    if 0.5 <= asked <= 4:
        return asked
    raise argparse.ArgumentTypeError(f"{word!r} is not a scale: write a number from 0.5 to 4")


def mismatch(arguments: argparse.Namespace) -> str:
    """What is wrong with options that fit each for itself, but not together; empty for nothing."""
    picture = arguments.screenshot is not None
    if not picture and (arguments.size is not None or arguments.scale is not None):
        return "--size and --scale are of a picture: name its file with --screenshot"
    if max(arguments.size or LEAST) * (arguments.scale or 1) > _MOST_PIXELS:
        return f"the picture would be too large: width and height times scale are {_MOST_PIXELS:,} at most"
    if not arguments.logs and (arguments.line is not None or arguments.encoding is not None):
        return "--line and --encoding are of a log: name it as well"
    return ""
