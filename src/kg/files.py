"""Files read as strict UTF-8, and written whole or not at all: what stood there stays until then."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg.errors import BuildError, Problem, ProblemsFound

if TYPE_CHECKING:
    from collections.abc import Iterator


def decode(data: bytes, path: str, record: str = "") -> tuple[str | None, list[Problem]]:
    r"""Return bytes as text, read as strict UTF-8 with no translation of line ends.

    Example:
        >>> print(decode(b"title: \x93Ruby\x94", "ruby.yaml")[1][0].what)
        byte 0x93 is not UTF-8
    """
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"byte 0x{data[error.start]:02x} is not UTF-8"
        remedy = (
            "save the file with the encoding UTF-8, then check the quotation marks and accents of this line"
        )
        return None, [Problem(what, remedy, path, line, record)]


def read_text(path: Path) -> str:
    """Return a file's text, as `decode` reads it.

    Raises:
        ProblemsFound: it cannot be read, or is not UTF-8.
    """
    try:
        text, problems = decode(path.read_bytes(), shown(path))
    except OSError as error:
        raise ProblemsFound([unreadable(path, error)]) from error
    if text is None:
        raise ProblemsFound(problems)
    return text


def unreadable(path: Path, error: OSError) -> Problem:
    """Return the problem that a file cannot be read."""
    remedy = "make the file readable, or move it away"
    return Problem(f"the file cannot be read: {error.strerror}", remedy, shown(path))


def write_text(path: Path, content: str, *, sync: bool = True) -> None:
    """Write a UTF-8 file with Unix line ends, beside its place, and move it there by one atomic step.

    Args:
        path: where it is to stand.
        content: all of it.
        sync: make it durable at once; without it, `sync_tree` must follow.

    Raises:
        BuildError: it cannot be written; the file that stood there is untouched.
    """
    write_bytes(path, content.encode("utf-8"), sync=sync)


def write_bytes(path: Path, content: bytes, *, sync: bool = True) -> None:
    """Write a file of any kind as `write_text` does.

    Raises:
        BuildError: it cannot be written; the file that stood there is untouched.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("wb") as file:
            file.write(content)
            if sync:
                file.flush()
                os.fsync(file.fileno())
        beside.replace(path)
        if sync:
            sync_folder(path.parent)
    except OSError as error:
        raise BuildError(f"{path} could not be written: {error}") from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


LOCK: Final = ".lock"
"""The file in a folder of records that a program of ours holds while it writes there; it stays."""


@contextmanager
def locked(folder: Path, seconds: float = 60) -> Iterator[None]:
    """Hold a folder of records against other programs of ours that write to it, by a file in it.

    Raises:
        BuildError: another one has held it so long, or nothing can be written there.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(folder / LOCK, timeout=seconds)
    try:
        lock.acquire()
    except Timeout as error:
        raise BuildError(
            f"Another kg is writing to {shown(folder)}, and has for {seconds:.0f} seconds: "
            "wait until it is done, or end it."
        ) from error
    except OSError as error:
        raise BuildError(f"Nothing can be written to {shown(folder)}: {error.strerror}.") from error
    try:
        yield
    finally:
        lock.release()


def sync_folder(folder: Path) -> None:
    """Make the entries of a folder durable, where the system can (POSIX)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_tree(root: Path) -> None:
    """Make every file and folder below a folder durable, the deepest first."""
    for folder, _, names in os.walk(root, topdown=False):
        for name in names:
            with Path(folder, name).open("rb") as file:
                os.fsync(file.fileno())
        sync_folder(Path(folder))


def point(link: Path, target: str) -> None:
    """Make a symbolic link point to a target beside it, by one atomic step.

    Raises:
        OSError: the link cannot be made; where it pointed to before stays.
    """
    beside = link.with_name(f".{link.name}.{os.getpid()}")
    beside.unlink(missing_ok=True)
    beside.symlink_to(target, target_is_directory=True)
    beside.replace(link)
    sync_folder(link.parent)


def shown(path: Path) -> str:
    """Return a path as a person would write it: relative where it lies below the working folder.

    Example:
        >>> shown(Path.cwd() / "data" / "reviews")
        'data/reviews'
    """
    with suppress(ValueError):
        return path.absolute().relative_to(Path.cwd()).as_posix() or "."
    return path.as_posix()
