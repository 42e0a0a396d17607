"""What can be seen around a number in a line: the facts that the rules judge by, put together."""

from zegoerr_gui.core.recognition.number_event import ReportedNumber
from zegoerr_gui.core.recognition.number_place import PlacedNumber
from zegoerr_gui.core.recognition.number_prose import SpokenNumber


class Number(SpokenNumber, PlacedNumber, ReportedNumber):
    """A number in a line, with all that is known of it. Each fact is worked out when a rule first asks for it."""
