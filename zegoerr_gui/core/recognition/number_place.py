"""Where a number stands: in a column, a list, a block, on a page."""

from zegoerr_gui.core.recognition import surroundings as around
from zegoerr_gui.core.recognition.number_key import is_error_name
from zegoerr_gui.core.recognition.number_text import NumberText, lazy
from zegoerr_gui.core.recognition.other_things import is_counted, is_other_thing
from zegoerr_gui.core.recognition.tables import CODE_HEADING


def _is_of_others(heading: str) -> bool:
    """Whether the line above a list begins with what is listed: ``Rooms to delete:``."""
    found = around.WORD.match(heading)
    return found is not None and is_counted(found[0]) and not around.SAYS_SEEN.search(heading)


class PlacedNumber(NumberText):
    """Where a number stands: in a column, a list, a block, on a page."""

    @lazy
    def under_code_heading(self) -> bool:
        """Whether the column, or the list, that it stands in is one of error codes."""
        return bool(self.heading and CODE_HEADING.search(self.heading))

    @lazy
    def in_code_block(self) -> bool:
        """Whether the block, or the list, that it stands in is opened by the name of error codes."""
        if self.block and CODE_HEADING.search(self.block) and not around.HANDLER.search(self.block):
            return True
        before = self.before[-around.FAR :]
        if self.last == "=" and "{" in before and around.CODE_ENUM.search(before):
            return True
        if not self.is_listed_in_source:
            return False
        named = around.LIST_NAME.search(before)
        return around.CODE_LIST.search(before) is not None or (named is not None and is_error_name(named[1]))

    @lazy
    def under_other_heading(self) -> bool:
        """Whether it stands in a column of something else, or in a bare list."""
        if self.heading is None or self.under_code_heading:
            return False
        if not self.heading:
            return not self.listed
        counts = around.COUNTS.search(self.heading) is not None
        of_other = counts or is_other_thing(self.heading) or _is_of_others(self.heading)
        return self.codes_elsewhere or (self.under_some_heading and of_other)

    @lazy
    def under_some_heading(self) -> bool:
        """Whether it stands in a column, or a list, whose heading is not one of what was seen."""
        return bool(self.heading) and not around.NEUTRAL_HEADING.search(self.heading or "")

    @lazy
    def seen_in_cell(self) -> bool:
        """Whether the cell before it, in a row without headings, says where it was seen: ``| Chrome | 1103064 |``."""
        found = around.CELL_BEFORE.search(self.near) if self.bare_cell and self.listed else None
        return found is not None and around.SUBJECT_KEY.fullmatch(found[1]) is not None

    @lazy
    def defined(self) -> bool:
        """Whether words behind it, as those that define it, or the clause that it stands in share one with what the
        catalogue says of it.
        """
        if not self.listed:
            return False
        definitions = self.texts.definitions
        found = around.DEFINITION.match(self.after) if around.DEFINED.search(self.near) else None
        if found and definitions.agree(self.code, found[1]):
            return True
        before = around.OWN_WORDS_END.split(self.before[-around.FAR :])[-1]
        behind = around.OWN_WORDS_END.split(self.after[: around.FAR])[0]
        return definitions.agree_nearby(self.code, before) or definitions.agree_nearby(self.code, behind)

    @lazy
    def named_for_itself(self) -> bool:
        """Whether it is a key with a letter or two before it, and its value is what it means: ``e1002031: 超时``."""
        if not self.raw_before[-1:].isalpha() or not around.LETTERED_KEY.search(self.near):
            return False
        value = around.VALUE_OF_KEY.match(self.after)
        return value is not None and self.texts.definitions.agree(self.code, value[1])

    @lazy
    def on_vendors_page(self) -> bool:
        """Whether it stands as on a copy of the vendor's page."""
        return bool(around.PAGE.match(self.after))
