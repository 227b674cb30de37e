"""A process that reads many documents, each in a child of its own: `python -m kg.documents.forkserver`.

Nearly all that reading costs is the start of Python and its libraries. This process imports those and reads
nothing; for each request it makes a child by `fork`, which sets its limits and reads one document. So every
document has a process of its own, as if it were the only one. Standard input is a Unix socket: a line of JSON
with the reader's arguments comes in beside the file to write to, and the child's exit code goes out.
"""

from __future__ import annotations

import importlib
import json
import os
import socket
from pathlib import Path
from typing import Final

from kg.documents import reader

_MOST: Final = 65536  # bytes of a request that are taken at once


def serve(channel: socket.socket) -> None:
    """Answer requests until the other end is closed."""
    while request := _request(channel):
        arguments, out = request
        for library in reader.LIBRARIES.get(Path(arguments[0]).suffix.lower(), ()):
            importlib.import_module(library)
        child = os.fork()
        if child == 0:
            _read(channel, arguments, out)
        os.close(out)
        _, status = os.waitpid(child, 0)
        channel.sendall(b"%d\n" % os.waitstatus_to_exitcode(status))


def _request(channel: socket.socket) -> tuple[list[str], int] | None:
    """Return the reader's arguments and the file to write to; nothing where no more will come."""
    line, files, _, _ = socket.recv_fds(channel, _MOST, 1)
    while line and not line.endswith(b"\n"):
        line += channel.recv(_MOST)
    return (json.loads(line), files[0]) if line else None


def _read(channel: socket.socket, arguments: list[str], out: int) -> None:
    """Read one document and end this process, whatever happens."""
    code = 1
    try:
        channel.close()
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(out, 1)
        reader.main(arguments)
        code = 0
    finally:
        os._exit(code)


if __name__ == "__main__":
    serve(socket.socket(fileno=os.dup(0)))
