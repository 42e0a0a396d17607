"""Texts with placeholders: what is read, what is left out, what stays to be filled, what is told as broken."""

from pathlib import Path

import pytest

from zegoerr_gui import places
from zegoerr_gui.core.answer.document import Document, Items, Paragraph
from zegoerr_gui.core.answer.placeholders import BrokenTemplateError, Gap, read_parts
from zegoerr_gui.core.answer.template_files import read_templates
from zegoerr_gui.core.answer.templates import LANGUAGES, PAGES, Filled, Language, Templates, fill

from .logs import words

LIST = Items(("one", "two"))


def own(folder: Path, **files: str) -> Templates:
    """The shipped templates under some of the team's own; ``customer`` is customer.en.txt."""
    for name, text in files.items():
        (folder / f"{name}.en.txt").write_text(text, encoding="utf-8")
    return read_templates("en", places.templates_folder(), folder)


def filled(folder: Path, text: str, **known: str | Document) -> Filled:
    templates = own(folder, customer=text)
    assert not templates.faults
    return fill(templates.pages["customer"], known)


# Placeholders


def test_a_line_is_read_as_texts_and_gaps() -> None:
    parts = read_parts("a {code}, {{b}} {name}", ("code", "name"), Path("x"), 1)
    assert "".join(part if isinstance(part, str) else f"<{part.name}>" for part in parts) == "a <code>, {b} <name>"
    assert parts[1] == Gap("code")


@pytest.mark.parametrize(
    ("text", "found", "right"),
    [
        ("say {nmae}", "{nmae} is no placeholder", "Known are: code, name."),
        ("say {code", "A lone {", "Close it behind the name, or write {{ for the sign itself."),
        ("say code}", "A lone }", "Open it before the name, or write }} for the sign itself."),
        ("say {co{de}", "A lone {", "Close it"),
        ("say {}", "{} is no placeholder", "Known are"),
        ("say {code.__class__}", "{code.__class__} is no placeholder", "Known are"),
        ("say {code!r:>99}", "{code!r:>99} is no placeholder", "Known are"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, found: str, right: str) -> None:
    with pytest.raises(BrokenTemplateError) as caught:
        read_parts(text, ("code", "name"), Path("my.txt"), 7)
    fault = caught.value.fault
    assert (fault.file, fault.line, fault.found) == (Path("my.txt"), 7, found)
    assert fault.right.startswith(right)


# Pages


def test_a_page_is_filled(tmp_path: Path) -> None:
    page = filled(
        tmp_path, "# not sent\nHello {user},\n\nDo:\n{steps}\n\nBye", user="Ann", steps=(LIST, Paragraph("more"))
    )
    assert page.document == (
        Paragraph("Hello Ann,"),
        Paragraph("Do:"),
        LIST,
        Paragraph("more"),
        Paragraph("Bye"),
    )
    assert page.gaps == ()


def test_a_paragraph_without_its_list_and_a_line_without_its_words_are_left_out(tmp_path: Path) -> None:
    text = "Do:\n{steps}\n\nA\nMissing: {missing}\nB"
    assert filled(tmp_path, text).document == (Paragraph("A\nB"),)
    both = filled(tmp_path, text, steps=(LIST,), missing="zone").document
    assert both == (Paragraph("Do:"), LIST, Paragraph("A\nMissing: zone\nB"))


def test_a_value_that_nobody_knows_stays_to_be_filled(tmp_path: Path) -> None:
    page = filled(tmp_path, "Tried: {tried}, in {room}\nAgain: {tried}", room="r1")
    assert page.document == (Paragraph("Tried: {tried}, in r1\nAgain: {tried}"),)
    assert page.gaps == ("tried",)


def test_what_fills_a_placeholder_is_not_read_as_a_template(tmp_path: Path) -> None:
    page = filled(tmp_path, "Room {room}", room="{tried} {{ {0.__class__}")
    assert page.document == (Paragraph("Room {tried} {{ {0.__class__}"),)
    assert page.gaps == ()


# The team's own files


def test_an_own_page_takes_the_place_of_the_shipped_one_and_the_others_stay(tmp_path: Path) -> None:
    templates = own(tmp_path, customer="Our words: {code}")
    assert fill(templates.pages["customer"], {"code": "7"}).document == (Paragraph("Our words: 7"),)
    assert templates.pages["support"] == words().pages["support"]
    assert not templates.faults


@pytest.mark.parametrize(
    ("data", "line", "found"),
    [
        (b"fine\n\nHello {who}\n", 3, "{who} is no placeholder"),
        (b"fine\nHello {code\n", 2, "A lone {"),
        (b"fine\nHello \xff\n", 2, "The text is not UTF-8"),
        (b"\n# only this\n", 1, "The file has no text"),
        (b"x" * 300_000, 1, "The file is larger than 256 KB"),
    ],
)
def test_of_a_broken_page_the_line_is_told_and_the_shipped_one_is_used(
    tmp_path: Path, data: bytes, line: int, found: str
) -> None:
    file = tmp_path / "customer.en.txt"
    file.write_bytes(data)
    templates = read_templates("en", places.templates_folder(), tmp_path)
    (fault,) = templates.faults
    assert (fault.file, fault.line, fault.found) == (file, line, found)
    assert templates.pages == words().pages


def test_own_sentences_take_the_place_of_the_shipped_ones_and_the_broken_ones_do_not(tmp_path: Path) -> None:
    file = tmp_path / "phrases.en.txt"
    file.write_text(
        "# ours\n\ncause = Why: {cause}\nworked.on =  till the end\n"
        "links = {title}, {nothing}\nnames = x\nquoted = {text\n"
    )
    templates = read_templates("en", places.templates_folder(), tmp_path)
    assert templates.say("cause", cause="the network.") == "Why: the network."
    assert templates.say("worked.on") == " till the end"
    assert templates.phrases["links"] == words().phrases["links"]
    assert [(fault.line, fault.found) for fault in templates.faults] == [
        (5, "{nothing} is no placeholder"),
        (6, "There is no sentence called names"),
        (7, "A lone {"),
    ]
    file.write_bytes(b"\xff")
    assert [fault.found for fault in read_templates("en", places.templates_folder(), tmp_path).faults] == [
        "The text is not UTF-8"
    ]


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "customer.en.txt").write_bytes(b"\xef\xbb\xbfHi {code}")
    page = read_templates("en", places.templates_folder(), tmp_path).pages["customer"]
    assert fill(page, {"code": "1"}).document == (Paragraph("Hi 1"),)


def test_a_page_that_is_a_folder_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "customer.en.txt").mkdir()
    (fault,) = read_templates("en", places.templates_folder(), tmp_path).faults
    assert fault.found.startswith("The file cannot be read")


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    (fault,) = read_templates("en", places.templates_folder(), tmp_path / "nowhere").faults
    assert fault.file == tmp_path / "nowhere"
    assert fault.found == "No folder"


# The shipped ones


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_shipped(language: Language) -> None:
    assert words(language).pages.keys() == PAGES.keys()


def gaps_of(templates: Templates, key: str) -> set[str]:
    return {part.name for part in templates.phrases[key] if isinstance(part, Gap)}


# English says some of these with the words of the catalogue.
CATALOGUE_WORDS = ("ask.", "item.", "short.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_the_same_sentences_with_the_same_placeholders(language: Language) -> None:
    english, other = words("en"), words(language)
    more = other.phrases.keys() - english.phrases.keys()
    assert english.phrases.keys() <= other.phrases.keys()
    assert all(key.startswith(CATALOGUE_WORDS) for key in more), more
    for key in english.phrases:
        assert gaps_of(other, key) <= gaps_of(english, key), key


def test_sentences_are_joined_and_words_are_put_in_a_row() -> None:
    english, chinese = words("en"), words("zh")
    assert english.join(["A.", "", "B."]) == "A. B."
    assert chinese.join(["甲。", "乙。", "C.", "丁。"]) == "甲。乙。C. 丁。"
    assert (english.row(["a", "b", "c"]), chinese.row(["a", "b", "c"])) == ("a, b, c", "a、b、c")
    assert english.row([]) == ""


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("The token is wrong", "the token is wrong"),
        ("A parameter is wrong", "a parameter is wrong"),
        ("HTTPS is required", "HTTPS is required"),
        ("WebRTC failed", "WebRTC failed"),
        ("B-frames were found", "B-frames were found"),
        ("Success", "success"),
        ("", ""),
    ],
)
def test_a_name_inside_an_english_sentence_begins_with_a_small_letter(text: str, inside: str) -> None:
    assert words("en").inside(text) == inside
    assert words("zh").inside(text) == text
