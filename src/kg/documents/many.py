"""Texts out of many documents, two at a time, in their order; one that cannot be read costs only itself."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections import deque
from contextlib import ExitStack, closing, suppress
from functools import partial
from typing import IO, TYPE_CHECKING, Final

from kg.documents.extract import Extracted, Limits, arguments, environment, extract, extracted
from kg.errors import DocumentError

if TYPE_CHECKING:
    import socket
    import subprocess
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

_SERVER: Final = "kg.documents.forkserver"
_AT_ONCE: Final = 2
_AHEAD: Final = 6  # documents that are read before the first of them is asked for
_KILLED: Final = -9
_FORKS: Final = hasattr(os, "fork")  # Windows has none: there each document starts Python again

Read = Extracted | DocumentError
"""The text of a document, or why there is none."""


def extract_all(paths: Iterable[Path], limits: Limits | None = None) -> Iterator[Read]:
    """Read the texts of documents as `extract` does, two at a time.

    Args:
        paths: of the documents.
        limits: of each of them, as if it were the only one.

    Yields:
        For each path, in order, its text or the DocumentError that says why it cannot be read.
    """
    from concurrent.futures import Future, ThreadPoolExecutor

    limits = limits or Limits()
    with ExitStack() as stack:
        servers = [stack.enter_context(closing(_Server())) for _ in range(_AT_ONCE if _FORKS else 0)]
        readers: list[Callable[[Path, Limits], Extracted]] = [partial(_by, server) for server in servers]
        readers = readers or [extract] * _AT_ONCE
        pool = stack.enter_context(ThreadPoolExecutor(_AT_ONCE))
        for server in servers:
            stack.callback(server.kill)  # ends what is still read where nobody waits for it
        stack.callback(pool.shutdown, wait=False, cancel_futures=True)

        def read(path: Path) -> Read:
            reader = readers.pop()
            try:
                return reader(path, limits)
            except DocumentError as error:
                return error
            finally:
                readers.append(reader)

        waiting: deque[Future[Read]] = deque()
        for path in paths:
            waiting.append(pool.submit(read, path))
            if len(waiting) > _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _by(server: _Server, path: Path, limits: Limits) -> Extracted:
    return extracted(path, limits, server.run)


class _Server:
    """A process that reads each document in a child of its own; started when it is needed, and again."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._channel: socket.socket | None = None

    def run(self, path: Path, limits: Limits, out: IO[bytes]) -> int | None:
        """Read a document into a file; return the exit code, or nothing where its time ran out."""
        import socket

        channel = self._channel or self._start()
        request = json.dumps(arguments(path, limits)).encode() + b"\n"
        try:
            channel.settimeout(limits.seconds)
            socket.send_fds(channel, [request], [out.fileno()])
            answer = channel.recv(16)
        except TimeoutError:
            self.close()
            return None
        except OSError:
            answer = b""
        if not answer:
            self.close()
        return int(answer) if answer else _KILLED

    def kill(self) -> None:
        """End the process and any child of it; what waits for its answer has none."""
        if self._process and self._process.returncode is None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def close(self) -> None:
        """End the process, and leave nothing of it."""
        self.kill()
        if self._process:
            self._process.wait()
        if self._channel:
            self._channel.close()
        self._process = self._channel = None

    def _start(self) -> socket.socket:
        import socket
        import subprocess

        self._channel, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own module, by this interpreter
                [sys.executable, "-P", "-m", _SERVER],
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=environment(),
                start_new_session=True,  # so that it ends with all that it started, and not by Ctrl-C
            )
        return self._channel
