"""How a walk speaks with a person: one key at a time, and now and then a line of text."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final, Protocol, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENTER: Final = "\r\n"
_BACK: Final = "\x7f\x08"
_ESCAPE: Final = "\x1b"
_END: Final = "\x04"  # Ctrl-D
_CLEAR: Final = "\x15"  # Ctrl-U
_TOGETHER: Final = 0.05  # seconds within which the rest of a key that sends several bytes follows


class Talk(Protocol):
    """Where keys come from and lines go."""

    def say(self, *lines: str) -> None:
        """Show lines."""

    def key(self) -> str | None:
        """Return the next key, or None where there are no more."""

    def line(self) -> str | None:
        """Return the next line that is typed, without its end; None where there are no more."""


class Lines:
    """Keys from a file or pipe, one a line; also where a terminal gives no single keys."""

    def __init__(self, source: TextIO, target: TextIO) -> None:
        self._source, self._target = source, target

    def say(self, *lines: str) -> None:
        """Write lines; none makes an empty one."""
        _write(self._target, *(f"{line}\n" for line in lines or [""]))

    def key(self) -> str | None:
        """Return the next line that is not empty, as a key."""
        _write(self._target, "> ")
        while (typed := self._next()) is not None:
            if typed.strip():
                self._echo(typed.strip())
                return typed.strip()
        self.say()
        return None

    def line(self) -> str | None:
        """Return the next line."""
        _write(self._target, ": ")
        typed = self._next()
        if typed is None:
            self.say()
            return None
        self._echo(typed.strip())
        return typed.strip()

    def _next(self) -> str | None:
        typed = self._source.readline()
        return typed or None

    def _echo(self, typed: str) -> None:
        if not self._source.isatty():
            _write(self._target, f"{typed}\n")


class Terminal:
    """Keys from a terminal, each as it is pressed. Enter after a key does no harm."""

    def __init__(self, source: TextIO, target: TextIO) -> None:
        self._source, self._target = source, target

    def say(self, *lines: str) -> None:
        """Write lines; none makes an empty one."""
        _write(self._target, *(f"{line}\n" for line in lines or [""]))

    def key(self) -> str | None:
        """Return the next key that is pressed; keys such as arrows count for nothing."""
        _write(self._target, "> ")
        while (letter := self._letter()) not in {None, _END}:
            if letter == "[":  # of an arrow key whose Escape came long before, over a slow line
                self._swallow(b"[")
            elif letter and letter.isprintable() and letter != " ":
                self.say(letter)
                return letter
        self.say()
        return None

    def line(self) -> str | None:
        """Return what is typed until Enter; backspace takes a letter back, Escape all of it."""
        _write(self._target, ": ")
        typed = ""
        while (letter := self._letter()) not in {None, _END}:
            if letter and letter in _ENTER:
                self.say()
                return typed.strip()
            typed = self._typed(typed, letter or "")
        self.say()
        return None

    def _typed(self, typed: str, letter: str) -> str:
        """Return what is typed with one more key, and show it."""
        if letter in (*_BACK, _CLEAR, _ESCAPE):
            keep = typed[:-1] if letter in _BACK else ""
            _write(self._target, "\b \b" * (len(typed) - len(keep)))
            return keep
        if not letter.isprintable():
            return typed
        _write(self._target, letter)
        return typed + letter

    def _letter(self) -> str | None:
        """Return the next letter; nothing for a key that sends several, such as an arrow."""
        data = self._byte()
        if data is None:
            return None
        if data == _ESCAPE.encode():
            return "" if self._swallow() else _ESCAPE
        while True:
            try:
                return data.decode("utf-8")
            except UnicodeDecodeError as error:
                if "unexpected end" not in error.reason:
                    return ""
            more = self._byte()
            if more is None:
                return None
            data += more

    def _swallow(self, begun: bytes | None = None) -> bool:
        """Read what a key sends after Escape (ECMA-48: `[` to a letter; `O` and one); tell if it did."""
        from select import select

        def more() -> bytes | None:
            return self._byte() if select([self._source.fileno()], [], [], _TOGETHER)[0] else None

        first = begun or more()
        if first == b"O":
            more()
        while first == b"[" and (data := more()) is not None:
            if 0x40 <= data[0] <= 0x7E:  # noqa: PLR2004 - the bytes that end a sequence
                break
        return first is not None

    def _byte(self) -> bytes | None:
        try:
            return os.read(self._source.fileno(), 1) or None
        except OSError:  # the terminal is gone
            return None


def _write(target: TextIO, *parts: str) -> None:
    target.write("".join(parts))
    target.flush()


@contextmanager
def talking(source: TextIO | None = None, target: TextIO | None = None) -> Iterator[Talk]:
    """Yield a talk over standard input and output: key by key at a terminal, else line by line."""
    source, target = source or sys.stdin, target or sys.stdout
    with suppress(AttributeError):  # what is no stream of the system's
        source.reconfigure(errors="replace")  # type: ignore[union-attr]
    if os.name != "posix" or not source.isatty():
        yield Lines(source, target)
        return
    import termios

    file = source.fileno()
    before: list[Any] = termios.tcgetattr(file)
    keys = [*before]
    keys[3] = before[3] & ~(termios.ICANON | termios.ECHO)
    keys[6] = [*before[6]]
    keys[6][termios.VMIN], keys[6][termios.VTIME] = 1, 0
    ended = signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        termios.tcsetattr(file, termios.TCSADRAIN, keys)
        yield Terminal(source, target)
    finally:
        termios.tcsetattr(file, termios.TCSADRAIN, before)
        signal.signal(signal.SIGTERM, ended)
