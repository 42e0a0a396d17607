"""The one thread a source may have: it only reads, unpacks and transcodes, a few pieces ahead.

A share that sleeps, or a pipe in which nothing comes, then holds up nobody but that thread.
"""

from collections.abc import Callable, Generator, Iterator
from queue import Empty, Full, Queue
from threading import Event, Thread
from typing import Final, Generic, TypeVar

BUFFERS: Final = 4
_PATIENCE: Final = 0.002  # seconds: shorter than a turn of the window, long enough to leave the processor alone
_LOOK_UP: Final = 0.05  # seconds after which a thread with full buffers asks whether it is still wanted

_FAREWELL: Final = 0.1  # seconds in which it gives back its files; one that hangs is not waited for

T = TypeVar("T")


class _EndError(Exception):
    """There are no more pieces."""


def read_aside(work: Callable[[], Iterator[T]]) -> Generator[T | None, None, None]:
    """What ``work`` yields, made in a thread, at most four pieces ahead; None while the next piece is not there.

    Raises what ``work`` raises, behind the pieces that came before. Closing the generator stops the thread at its next
    piece; one that hangs in the system is left to itself.
    """
    thread = _Reader(work)
    thread.start()
    try:
        while True:
            try:
                piece = thread.pieces.get(timeout=_PATIENCE)
            except Empty:
                yield None
                continue
            if isinstance(piece, _EndError):
                return
            if isinstance(piece, BaseException):
                raise piece
            yield piece
    finally:
        thread.wanted.clear()
        thread.join(_FAREWELL)


def ask_aside(question: Callable[[], T]) -> Generator[float, None, T]:
    """What ``question`` answers, asked in a thread: even to open a file can take long. Yields 0.0 until then."""
    waiting = read_aside(lambda: iter([question()]))
    try:
        for answer in waiting:
            if answer is not None:
                return answer
            yield 0.0
    finally:
        waiting.close()
    raise AssertionError("a question that raises nothing has an answer")


class _Reader(Thread, Generic[T]):
    def __init__(self, work: Callable[[], Iterator[T]]) -> None:
        super().__init__(name="reader of a log", daemon=True)  # one that hangs must not keep the program alive
        self._work = work
        self.wanted = Event()
        self.wanted.set()
        self.pieces: Queue[T | BaseException] = Queue(BUFFERS)

    def run(self) -> None:
        end: BaseException = _EndError()
        try:
            pieces = self._work()
            for piece in pieces:
                if not self._put(piece):
                    break
            close = getattr(pieces, "close", None)
            if close is not None:
                close()  # gives back its files now, in this thread
        except BaseException as error:
            end = error
        self._put(end)

    def _put(self, piece: T | BaseException) -> bool:
        """Hand over a piece; False when nobody wants it any more."""
        while self.wanted.is_set():
            try:
                self.pieces.put(piece, timeout=_LOOK_UP)
            except Full:
                continue
            return True
        return False
