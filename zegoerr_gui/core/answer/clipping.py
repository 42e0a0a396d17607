"""What goes to the clipboard of a reply: the same in three forms, so that each place pastes the one it understands."""

from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from typing import Final, Literal

from zegoerr_gui.core.answer.document import Document, Paragraph
from zegoerr_gui.core.answer.redaction.kinds import OF_PEOPLE
from zegoerr_gui.core.answer.redaction.masking import Masking
from zegoerr_gui.core.answer.rendering import as_html, as_markdown
from zegoerr_gui.core.answer.reply import Reply

Form = Literal["text", "markdown", "html"]
_TAGS: Final = frozenset(("h1", "h2", "h3", "h4", "p", "br", "ol", "ul", "li", "pre", "table", "tr", "th", "td"))


@dataclass(frozen=True, slots=True)
class Clip:
    """``text`` is what is pasted where only plain text goes: the form that was chosen."""

    text: str
    markdown: str
    html: str


def clip_of(reply: Reply, form: Form) -> Clip:
    """A reply as it was written."""
    return Clip(written(reply, form), reply.markdown, reply.html)


def clip_of_edited(text: str, form: Form) -> Clip:
    """A reply that somebody has edited in one form: the other forms are made from what they wrote."""
    document = paragraphs(text)
    if form == "text":
        return Clip(text, as_markdown(document), as_html(document))
    if form == "markdown":
        return Clip(text, text, as_html(document))
    return Clip(text, text, harmless_html(text))


def written(reply: Reply, form: Form) -> str:
    """A reply in one form."""
    return {"text": reply.text, "markdown": reply.markdown, "html": reply.html}[form]


def paragraphs(text: str) -> Document:
    """A text as paragraphs, which blank lines divide."""
    return tuple(Paragraph(part.strip("\n")) for part in text.split("\n\n") if part.strip())


def harmless_html(text: str) -> str:
    """HTML with the tags that replies are made of, bare; everything else in it is shown as it was written."""
    writer = _Harmless()
    writer.feed(text)
    writer.close()
    return "".join(writer.parts)


def masked_edit(text: str, masking: Masking) -> str:
    """A text that somebody wrote, without secrets. Addresses and numbers of people stay: they may be the desk's own."""
    parts: list[str] = []
    at = 0
    for one in masking.mask(text).replacements:
        if one.kind not in OF_PEOPLE:
            parts += [text[at : one.origin[0]], one.label]
            at = one.origin[1]
    return "".join([*parts, text[at:]])


class _Harmless(HTMLParser):
    """Writes down known tags without their attributes, and the source of all others as text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.append(f"<{tag}>" if tag in _TAGS else escape(self.get_starttag_text() or ""))

    def handle_endtag(self, tag: str) -> None:
        end = f"</{tag}>"
        self.parts.append(end if tag in _TAGS else escape(end))

    def handle_data(self, data: str) -> None:
        self.parts.append(escape(data))

    def handle_entityref(self, name: str) -> None:
        self.parts.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.parts.append(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        self.parts.append(escape(f"<!--{data}-->"))

    def handle_decl(self, decl: str) -> None:
        self.parts.append(escape(f"<!{decl}>"))

    def unknown_decl(self, data: str) -> None:
        self.parts.append(escape(f"<![{data}]>"))

    def handle_pi(self, data: str) -> None:
        self.parts.append(escape(f"<?{data}>"))
