"""What words beside a number say about it: words for errors, for things with numbers of their own, plain ones."""

from zegoerr_gui.core.recognition import surroundings as around
from zegoerr_gui.core.recognition.number_key import KeyedNumber
from zegoerr_gui.core.recognition.number_text import lazy
from zegoerr_gui.core.recognition.other_mentions import is_general
from zegoerr_gui.core.recognition.other_numbers import said_to_be
from zegoerr_gui.core.recognition.other_services import message_behind, names_other_service, reports_error
from zegoerr_gui.core.recognition.other_things import is_counted, is_other_thing
from zegoerr_gui.core.recognition.plain_words import PLAIN_WORDS
from zegoerr_gui.core.recognition.tables import CODE_HEADING


def _is_plain(word: str) -> bool:
    return word in PLAIN_WORDS or around.VERBAL.search(word) is not None


def _is_of_trouble(word: str) -> bool:
    """Whether a word is one for an error in any language, for what was seen or what was done: ``hiba``, ``timeout``,
    ``reason``, ``login``.
    """
    if (around.SUBJECT_KEY.fullmatch(word) and word not in around.PEOPLE) or around.OF_SDK.fullmatch(word):
        return True
    seen = around.ERROR_WORD.fullmatch(word) or around.NEUTRAL_KEY.match(word)
    return seen is not None or word in around.ERROR_PARTS


class SpokenNumber(KeyedNumber):
    """What words beside a number say about it: words for errors, for things with numbers of their own, plain ones."""

    @lazy
    def after_error_word(self) -> bool:
        """Whether a word for an error stands shortly before it, and nothing that the word could speak of between."""
        if not self.hinted:
            return False
        near = self.lead[-around.NEAR :]
        return any(
            not around.GAP.search(near, found.end()) and not around.NAMED_ELSE.search(near[: found.start()])
            for found in around.ERROR_WORD.finditer(near)
        )

    @lazy
    def beside_error_word(self) -> bool:
        """Whether a word for an error stands near it, before or right behind."""
        return self.after_error_word or bool(around.ERROR_BEHIND.match(self.after))

    @lazy
    def explained_by_other(self) -> bool:
        """Whether a message that is none of the SDK's, nor plain talk, stands behind it: ``1103061: fuser too hot``."""
        found = around.EXPLANATION.match(self.after)
        if found is None or _is_plain(found[2].casefold()) or not found[2].isascii():
            return False
        return not self.texts.agrees(self.code, found[1])

    @lazy
    def error_word_on_line(self) -> bool:
        """Whether a word for an error stands anywhere before it, and none nearer, behind another number, for what is
        counted: ``errors 1,103,061; viewers 1,002,050``; or whether one stands behind it, before the next number.
        """
        before = self.before[-around.FAR :]
        last = around.LONG_NUMBER.split(before)[-1]
        counts = last != before and any(map(is_counted, around.WORD.findall(around.COUNT.sub("", last))))
        if around.ERROR_WORD.search(last if counts else before):
            return True
        return around.ERROR_WORD.search(around.NEXT_NUMBER.split(self.after, maxsplit=1)[0]) is not None

    @lazy
    def word_before(self) -> str:
        """The word right before it, in lower case; empty where a number or a sign stands there.

        A tab parts a code from other cells; what no catalogue has needs no word so near to be taken for another thing.
        """
        found = around.LAST_WORD.search(self.near if self.listed else self.near.replace("\t", " "))
        return found[1].casefold() if found else ""

    @lazy
    def word_after(self) -> str:
        """The word right behind it, in lower case."""
        found = around.NEXT_WORD.match(self.after if self.listed else self.after.replace("\t", " "))
        return found[1].casefold() if found else ""

    @lazy
    def in_prose(self) -> bool:
        """Whether a plain word, or one of another script, leads to it."""
        word = self.word_before
        return bool(word) and (_is_plain(word) or not word.isascii())

    @lazy
    def stands_aside(self) -> bool:
        """Whether a preposition leads to it, or nothing at all: ``more on 1103045``, not ``again 1103045``."""
        word = self.word_before
        return word in around.PREPOSITIONS if word else self.last in around.LEADS_NOWHERE

    @lazy
    def among_plain_words(self) -> bool:
        """Whether a plain word stands behind it where none leads to it, or one and a sign before: ``sorry, 1103064``;
        or words of a script without blanks go on behind it, or what leads to it is a word for trouble.
        """
        if self.word_before:
            return _is_of_trouble(self.word_before)
        if around.UNSPACED_BEHIND.match(self.after) or not self.word_after.isascii():
            return True
        led = around.LED_OVER.search(self.near)
        if led is not None:
            return _is_plain(led[1].casefold())
        return _is_plain(self.word_after) and self.word_after not in around.SAYS_WHAT

    @lazy
    def is_counted_out(self) -> bool:
        """Whether it is said behind it how often it came: ``1103064 x 14``, ``1103064 (3 times)``."""
        return around.TIMES_BEHIND.match(self.after) is not None

    @lazy
    def in_sentence(self) -> bool:
        """Whether a sentence stands around it whose words are not known: two without capitals lead to it, or follow
        where none leads, the nearest not one of a thing; or it ends in a call or a question.
        """
        if around.CALLED_OUT.match(self.after) and not is_other_thing(self.word_before):
            return True
        if self.word_before:
            found = around.WORDS_BEFORE.search(self.near)
            return found is not None and not is_other_thing(found[1])
        if around.WORDS_BEHIND.match(self.after) is None or self.word_after in around.SAYS_WHAT:
            return False
        return not is_other_thing(self.word_after)

    @lazy
    def beside_other_word(self) -> bool:
        """Whether the word before it, or where there is none the one behind, could name something else.

        What a word of plain prose, or one of another script, leads to is no name, whatever follows.
        """
        word = self.word_before or self.word_after
        if not word or _is_plain(word) or not word.isascii() or around.COUNTED.search(self.near):
            return False
        return not _is_of_trouble(word) and not self.after_named_thing and not is_general(self.near)

    @lazy
    def after_named_thing(self) -> bool:
        """Whether a thing with its name stands before it, so that it is not its number: ``user anna 1103064``."""
        return around.NAMED_THING.search(self.near) is not None

    @lazy
    def asked_about(self) -> bool:
        """Whether a question is what it means, or where it is documented."""
        return around.ASKED_BEHIND.match(self.after) is not None or around.ASKED_BEFORE.search(self.near) is not None

    @lazy
    def in_parallel(self) -> bool:
        """Whether a clause before it in the same sentence speaks of another code: ``first 1103030, then 1103060``."""
        before = self.before[-around.FAR :]
        found = around.CLAUSE_BEFORE.search(before) if self.listed else None
        spoken_of = around.LAST_WORD.search(before[: found.start()].rstrip(":")) if found else None
        if spoken_of is None:
            return False
        word = spoken_of[1].casefold()
        spoken = word in PLAIN_WORDS or not word.isascii() or around.ERROR_WORD.fullmatch(word) is not None
        return spoken and (self.word_before in around.AUDIENCE or not self.after_other_thing)

    @lazy
    def under_label(self) -> bool:
        """Whether it is what a label counts or lists: ``Coins refunded: 1005026``, ``Rooms: a, b, 1002031``."""
        found = around.LABEL.match(self.before) if ":" in self.before or "：" in self.before else None
        if found is None or around.ERROR_WORD.search(found[0]) or CODE_HEADING.search(found["label"]):
            return False
        words = found["label"].split()
        counted = around.WHERE.isdisjoint(words) and any(map(is_counted, words))
        if not around.ANY_LETTER.search(found["items"]):
            return counted
        if not (counted or (len(around.ITEM_SIGN.findall(found["items"])) > 1 and is_other_thing(found["label"]))):
            return False
        return self.last in around.ENDS_ITEM or ("(" in found["items"] and not self.in_prose)

    @lazy
    def one_of_several(self) -> bool:
        """Whether the same name stands before another number of its line: ``tablet 1002016, tablet 1002017``."""
        word = self.word_before
        if not word or _is_plain(word) or not word.isascii() or _is_of_trouble(word):
            return False
        others = around.NAME_AND_NUMBER.findall(f"{self.before[: -len(word)]} {self.after}".casefold())
        return word in others

    @lazy
    def said_to_be_other(self) -> bool:
        """Whether the sentence says behind it that it is another thing: ``1103064 is your verification code``."""
        said = said_to_be(self.after)
        return bool(said) and is_other_thing(said)

    @lazy
    def has_unit(self) -> bool:
        """Whether a unit, or what it counts, stands behind it."""
        return bool(around.UNIT.match(self.after))

    @lazy
    def of_other_service(self) -> bool:
        """Whether the sentence names a service that has codes of its own, a bank, a database, and no word of ours after
        it, and either an error of that follows, or a message that is none of the SDK's.
        """
        if not (self.after_error_word or self.in_any_code_key):
            return False
        sentence = around.SENTENCE_END.split(self.before[-around.FAR :])[-1]
        if not names_other_service(sentence):
            return False
        message = message_behind(self.after)
        of_ours = self.texts.agrees(self.code, message) or self.texts.definitions.agree(self.code, message)
        return reports_error(sentence) or (bool(message) and not of_ours)

    @lazy
    def of_other_vendor(self) -> bool:
        """Whether another vendor is named before it, or in a comment behind, or a device's maker right behind it."""
        if "//" in self.raw_after or "#" in self.raw_after:
            comment = around.COMMENT.search(self.after)
            if comment and around.VENDOR.search(comment[0].lower()):
                return "zego" not in (self.before + self.after).lower()
        if around.MAKER.match(self.after):
            return True
        before = around.SENTENCE_END.split(self.before.lower())[-1]
        if not any(vendor in before for vendor in around.VENDORS) or around.VENDOR.search(before) is None:
            return False
        return "zego" not in before and "zego" not in around.SENTENCE_END.split(self.after.lower())[0]
