"""What a text is about, told by its words: those of streaming weighed against those of other worlds."""

import pytest

from zegoerr_gui.core.recognition.topic import Subject, Topic

MANY = "and then some more of what we did that day which is of no use to anybody but is told before it is forgotten"

TEXTS: list[tuple[str, Topic]] = [
    ("error 1103061", Topic.TERSE),
    (MANY, Topic.SILENT),
    ("the camera stays black", Topic.STREAMING),
    ("观众黑屏", Topic.STREAMING),
    ("the roomID is gone", Topic.STREAMING),
    (f"Hello,\n{MANY}\nthanks", Topic.STREAMING),
    (f"Hello,\n{MANY}", Topic.SILENT),
    (f"Hello,\n{MANY}\nmy parcel\nthanks", Topic.OTHER),
    ("你好，请问一下", Topic.STREAMING),
    ("sendBarrageMessage", Topic.STREAMING),
    ("у зрителей пропал звук", Topic.STREAMING),
    ("my parcel is late", Topic.OTHER),
    ("两个订单的发票", Topic.OTHER),
    ("the printer in this room", Topic.SILENT),
    ("the printer in this room has no toner", Topic.OTHER),
    ("we stream from the room with the printer", Topic.STREAMING),
    ("Invoices\nand vouchers\nfor the viewers", Topic.OTHER),
]


@pytest.mark.parametrize(("text", "topic"), TEXTS)
def test_the_words_of_a_text_tell_what_it_is_about(text: str, topic: Topic) -> None:
    subject = Subject()
    for line in text.splitlines():
        subject.feed(line)
    assert subject.topic == topic


def test_the_same_words_again_change_nothing() -> None:
    subject = Subject()
    for line in ["a parcel", "a stream for the viewers"] + ["a parcel"] * 5:
        subject.feed(line)
    assert subject.topic == Topic.STREAMING


def test_a_text_that_shows_the_sdk_is_about_it_whatever_else_it_says() -> None:
    subject = Subject()
    subject.feed("invoice, voucher, parcel")
    subject.is_sdk = True
    assert subject.topic == Topic.SDK


@pytest.mark.parametrize(("known", "topic"), [(0, Topic.OTHER), (2, Topic.OTHER), (3, Topic.STREAMING)])
def test_numbers_that_only_look_like_codes_speak_against_streaming(known: int, topic: Topic) -> None:
    subject = Subject()
    subject.feed("stream")
    subject.strangers, subject.known = 3, known
    assert subject.topic == topic


@pytest.mark.parametrize(
    ("words", "known", "strangers", "topic"),
    [
        ("stream", 8, 0, Topic.SDK),
        ("stream", 7, 0, Topic.STREAMING),
        ("stream", 8, 1, Topic.STREAMING),
        ("invoice", 8, 0, Topic.OTHER),
    ],
)
def test_many_codes_in_a_text_about_streaming_are_no_chance(
    words: str, known: int, strangers: int, topic: Topic
) -> None:
    subject = Subject()
    subject.feed(words)
    subject.known, subject.strangers = known, strangers
    assert subject.topic == topic
