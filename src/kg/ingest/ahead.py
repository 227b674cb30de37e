"""Work done ahead, two things at a time, by processes that are copies of this one; results in their order."""

from __future__ import annotations

import os
import signal
from collections import deque
from contextlib import ExitStack, closing, suppress
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable
    from multiprocessing.connection import Connection

    T = TypeVar("T")
    R = TypeVar("R")

_AT_ONCE: Final = 2
_FORKS: Final = hasattr(os, "fork")  # Windows has none: there all is done here


def ahead(work: Callable[[T], R], things: Iterable[T]) -> Generator[R]:
    """Yield what `work` makes of each thing, in order, while whoever asks does something with the last.

    Where a process ends before its time, its work is done here. None outlives this one, however it ends.

    Args:
        work: takes and gives plain data, and depends on nothing that changes meanwhile.
        things: begun once the processes are there, so that it may start threads.

    Example:
        >>> list(ahead(abs, [3, -4, -5]))
        [3, 4, 5]
    """
    if not _FORKS:
        yield from map(work, things)
        return
    with ExitStack() as stack:
        idle = [stack.enter_context(closing(_Copy(work))) for _ in range(_AT_ONCE)]
        busy: deque[tuple[_Copy, T]] = deque()
        for thing in things:
            done = [] if idle else [_answer(work, *busy[0])]
            copy = idle.pop() if idle else busy.popleft()[0]
            copy.ask(thing)
            busy.append((copy, thing))
            yield from done
        for copy, thing in busy:
            yield _answer(work, copy, thing)


def _answer(work: Callable[[T], R], copy: _Copy, thing: T) -> R:
    answers: list[R] = copy.answers()
    return answers[0] if answers else work(thing)


class _Copy:
    """A copy of this process that does one kind of work until the other end of its channel is closed."""

    def __init__(self, work: Callable[[Any], Any]) -> None:
        from multiprocessing import Pipe

        self._channel, theirs = Pipe()
        self._process = os.fork()
        if self._process == 0:
            try:
                signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the first one's to answer
                self._channel.close()  # or it would never see that the first one has ended
                _serve(work, theirs)
            finally:
                os._exit(0)  # nothing that the first one has begun is ended twice
        theirs.close()

    def ask(self, thing: object) -> None:
        """Give it a thing to do; each has its answer before the next."""
        with suppress(OSError):  # it has ended, and will have no answer
            self._channel.send(thing)

    def answers(self) -> list[Any]:
        """Return its answer, or nothing where it has ended."""
        try:
            return [self._channel.recv()]
        except (EOFError, OSError):
            return []

    def close(self) -> None:
        """End it, and leave nothing of it."""
        self._channel.close()
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)


def _serve(work: Callable[[Any], Any], channel: Connection) -> None:
    """Answer until no more is asked."""
    while True:
        channel.send(work(channel.recv()))
