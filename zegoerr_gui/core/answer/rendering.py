"""A document as plain text, as Markdown and as HTML."""

import re
from collections.abc import Callable, Iterable
from html import escape
from typing import Final

from zegoerr_gui.core.answer.document import Block, Heading, Items, Pairs, Paragraph, Picture, Quote

_MARKDOWN_SIGN: Final = re.compile(r"[\\`*_\[\]<>#|~&]")
_MARKDOWN_ITEM: Final = re.compile(r"^(\d*)([-+.)]\s)")  # at the beginning of a line
_FENCE: Final = re.compile(r"`{3,}")
_LEADS: Final = (":", "：")  # what ends so belongs to the list under it


def as_text(document: Iterable[Block]) -> str:
    """Plain text, ending in a line break."""
    parts: list[str] = []
    leads = False
    for block in document:
        text = _text(block)
        if leads and isinstance(block, Items | Quote | Pairs):
            parts[-1] += "\n" + text
        else:
            parts.append(text)
        leads = isinstance(block, Paragraph) and block.text.endswith(_LEADS)
    return "\n\n".join(parts) + "\n"


def as_markdown(document: Iterable[Block]) -> str:
    """Markdown, ending in a line break."""
    return "\n\n".join(map(_markdown, document)) + "\n"


def as_html(document: Iterable[Block]) -> str:
    """A piece of HTML, without a frame: every text is escaped, nothing in it acts or loads."""
    return "\n".join(map(_html, document)) + "\n"


def markdown_escaped(text: str) -> str:
    """Text that shows the same in Markdown as it does here."""
    escaped = _MARKDOWN_SIGN.sub(r"\\\g<0>", text)
    return _MARKDOWN_ITEM.sub(r"\1\\\2", escaped)


def listed(lines: Iterable[str], numbered: bool, bullet: str = "- ", indent: str = "") -> list[str]:
    """Lines of a list, each behind its number or a bullet; what stands in further lines is set in under it."""
    out = []
    for number, line in enumerate(lines, 1):
        mark = f"{number}. " if numbered else bullet
        out.append(indent + mark + line.replace("\n", "\n" + indent + " " * len(mark)))
    return out


def _text(block: Block) -> str:
    if isinstance(block, Items):
        return "\n".join(listed(block.lines, block.numbered))
    if isinstance(block, Pairs):
        return "\n".join(f"{name}: {value}" for name, value in block.rows)
    if isinstance(block, Quote):
        return "\n".join(f"> {line}" for line in block.text.split("\n"))
    return block.text


def _markdown(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {markdown_escaped(block.text)}"
    if isinstance(block, Items):
        return "\n".join(listed(map(_escaped_lines, block.lines), block.numbered))
    if isinstance(block, Pairs):
        return "\n".join(listed((_escaped_lines(f"{name}: {value}") for name, value in block.rows), False))
    if isinstance(block, Quote):
        fence = max([*_FENCE.findall(block.text), "``"], key=len) + "`"
        return f"{fence}text\n{block.text}\n{fence}"
    return _escaped_lines(block.text)


def _escaped_lines(text: str) -> str:
    return "\\\n".join(map(markdown_escaped, text.split("\n")))


def _html(block: Block) -> str:
    if isinstance(block, Heading):
        return f"<h{block.level}>{escape(block.text)}</h{block.level}>"
    if isinstance(block, Items):
        kind = "ol" if block.numbered else "ul"
        return _wrapped(kind, (f"<li>{_broken(line)}</li>" for line in block.lines))
    if isinstance(block, Pairs):
        rows = (f'<tr><th scope="row">{escape(name)}</th><td>{_broken(value)}</td></tr>' for name, value in block.rows)
        return _wrapped("table", rows)
    if isinstance(block, Quote):
        return f"<pre>{escape(block.text)}</pre>"
    if isinstance(block, Picture):
        return f"<figure>{block.svg}<figcaption>{escape(block.caption)}</figcaption></figure>"
    return f"<p>{_broken(block.text)}</p>"


def _wrapped(tag: str, lines: Iterable[str]) -> str:
    return "\n".join([f"<{tag}>", *lines, f"</{tag}>"])


def _broken(text: str) -> str:
    return escape(text).replace("\n", "<br>\n")


FORMATS: Final[dict[str, Callable[[Iterable[Block]], str]]] = {
    "text": as_text,
    "markdown": as_markdown,
    "html": as_html,
}
