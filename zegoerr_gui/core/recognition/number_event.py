"""What the SDK says beside a number: its callbacks, its states, its texts."""

import re

from zegoerr_gui.core.recognition import surroundings as around
from zegoerr_gui.core.recognition.number_key import KeyedNumber
from zegoerr_gui.core.recognition.number_text import lazy
from zegoerr_gui.core.recognition.other_worlds import is_of_other_world
from zegoerr_gui.core.recognition.plain_words import PLAIN_WORDS
from zegoerr_gui.core.recognition.texts import LEADS
from zegoerr_gui.core.recognition.topic import is_of_streaming


def _is_vague(word: str) -> bool:
    return word in PLAIN_WORDS or word in around.ERROR_PARTS or is_of_streaming(word)


class ReportedNumber(KeyedNumber):
    """What the SDK says beside a number: its callbacks, its states, its texts."""

    @lazy
    def third_of_room_state(self) -> bool:
        """Whether it is the code that a room's state change carries."""
        if "oomState" not in self.before:
            return False
        return bool(around.POSITION.search(self.before) or around.MOBILE.search(self.before[-around.FAR :]))

    @lazy
    def first_of_room_state(self) -> bool:
        """Whether it is the room that a state change speaks of."""
        return "oomState" in self.near and around.FIRST_ITEM.search(self.near) is not None

    @lazy
    def after_disconnected(self) -> bool:
        """Whether it is the code of a ``room disconnected 1002011`` line."""
        return self.line is not None and self.line.action == "zc.rsu" and bool(around.DISCONNECTED.search(self.before))

    @lazy
    def in_callback(self) -> bool:
        """Whether a callback of the SDK is named in front of it."""
        callback = around.PLAYER_CALLBACK if self.code < around.SEVEN_DIGITS else around.CALLBACK
        return callback.search(self.before) is not None

    @lazy
    def after_state(self) -> bool:
        """Whether the name of a state stands right before it."""
        tail = self.before[-9:]
        near = self.near.replace("0", "O") if self.odd else self.near
        return tail != tail.lower() and around.STATE_BEFORE.search(near) is not None

    @lazy
    def after_vendor(self) -> bool:
        """Whether the vendor is named shortly before it: ``ZegoError {code: 1104001, msg: …``."""
        return "zego" in self.near.lower()

    @lazy
    def thrown(self) -> bool:
        """Whether it stands in a value as the SDK throws it: errorCode with extendedData."""
        return self.in_code_key and bool(re.match(r"""["']?\s*,\s*["']?extendedData\b""", self.after))

    @lazy
    def message(self) -> str | None:
        """The message beside it in the same object; None where there is none."""
        found = around.MESSAGE.search(self.after.partition("}")[0])
        if found is None:
            inside = self.before.rpartition("{")[2]
            found = None if inside is self.before else around.MESSAGE.search(inside)
            if found and found.end() == len(inside):
                return None  # the number stands in the message
        if found is None:
            return None
        quoted, assigned, said = found.groups()
        return (assigned or "").replace("+", " ") or quoted or said or ""  # a form writes a blank as a plus

    @lazy
    def message_is_foreign(self) -> bool:
        """Whether a message stands beside it that the SDK has for no code."""
        message = self.message or ""
        if not message or around.SAYS_NOTHING.fullmatch(message.strip()) or self.retold:
            return False
        return not self.message_agrees and not self.texts.knows_part_of(message)

    @lazy
    def retold(self) -> bool:
        """Whether the message says in other words what the catalogue does, or nothing telling: ``play failed``."""
        message = self.message or ""
        words = message.casefold().split()
        if any(map(is_of_other_world, words)):
            return False
        vague = self.listed and all(map(_is_vague, words))
        return vague or self.texts.definitions.agree(self.code, message)

    @lazy
    def beside_call(self) -> bool:
        """Whether a method of the SDK is named on the line."""
        return around.SDK_CALL.search(self.before) is not None or around.SDK_CALL.search(self.after) is not None

    @lazy
    def beside_state(self) -> bool:
        """Whether the same object names a state of the SDK: ``"reason": "LOGIN_FAILED", "code": 1002018``."""
        return around.STATE_NAMED.search(self.before.rpartition("{")[2]) is not None

    @lazy
    def message_agrees(self) -> bool:
        """Whether the message is one of the SDK's texts for this code."""
        return bool(self.message) and self.texts.agrees(self.code, self.message or "")

    @lazy
    def text_agrees(self) -> bool:
        """Whether the SDK's text for this code stands right behind it, or right before."""
        text = self.after.lstrip(LEADS)
        if text[:1].isalpha() and self.texts.agrees(self.code, text.partition('"')[0]):
            return True
        return self.last.isalpha() and self.texts.ends_with(self.code, self.before[-around.FAR :].rstrip(LEADS))

    @lazy
    def beside_player(self) -> bool:
        """Whether the player is named on the line; the six-digit player codes mean nothing without it."""
        return self.player_near or bool(around.PLAYER.search(self.before + self.after))

    @lazy
    def among_players(self) -> bool:
        """Whether the line numbers the players of a game: ``Player 100003 joined team 100001``."""
        return around.NUMBERED_PLAYER.search(f"{self.before}{self.code}{self.after}") is not None
