"""The files of a pack, read with nothing trusted."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from quizgame.packs import codes
from quizgame.packs.diagnostics import Problem, Spot
from quizgame.packs.spots import spot

LARGEST = 32_000_000
"""The most bytes that are read of one file."""

PACK_FILE = "pack.toml"
_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text; line ends are those of the file.

    Attributes:
        marked: whether a byte-order mark stands before the text, of which it is no part.
    """

    path: Path
    text: str
    marked: bool = False

    @property
    def raw(self) -> bytes:
        """What the file holds."""
        return ((_BOM if self.marked else "") + self.text).encode()


def gather(path: Path) -> tuple[list[Path], list[Problem]]:
    """The TOML files of the pack at `path`, `pack.toml` first, and what is wrong with the rest.

    Files and folders whose name begins with a dot are an editor's, and no part of a pack.
    """
    if not path.is_dir():
        return [path], []
    if not os.path.lexists(path / PACK_FILE):
        message = f"there is no `{PACK_FILE}` in this folder"
        return [], [Problem(codes.NO_PACK, message, Spot(path))]
    parts: list[Path] = []
    problems: list[Problem] = []
    for folder, folders, names in os.walk(path):
        for name in list(folders):
            if name.startswith("."):
                folders.remove(name)
            elif name.endswith(".toml"):
                folders.remove(name)
                problems.append(_not_a_file(Path(folder, name), "a folder"))
        parts += [
            Path(folder, name)
            for name in names
            if name.endswith(".toml") and not name.startswith(".")
        ]
    main = path / PACK_FILE
    rest = sorted((part for part in parts if part != main), key=lambda part: part.parts)
    return ([main, *rest] if main in parts else rest), problems


def _not_a_file(path: Path, what: str) -> Problem:
    message = f"`{path.name}` is {what}, not a file"
    return Problem(codes.NOT_A_FILE, message, Spot(path))


def read_bytes(path: Path) -> bytes | Problem:
    """What the file holds, if it is a regular one of a reasonable size."""
    try:
        # Opening a pipe would wait for a writer, and a device may never end.
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            kind = "a folder" if stat.S_ISDIR(status.st_mode) else "a pipe or a device"
            return _not_a_file(path, kind)
        if status.st_size > LARGEST:
            size = status.st_size // 1_000_000
            message = f"`{path.name}` has {size} MB, more than {LARGEST // 1_000_000}"
            return Problem(codes.TOO_LARGE, message, Spot(path))
        with path.open("rb") as file:
            return file.read(LARGEST)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        message = f"`{path.name}` cannot be read: {reason}"
        return Problem(codes.UNREADABLE, message, Spot(path))


def decode(path: Path, raw: bytes) -> str | Problem:
    """The text of a file, with its line ends as they are."""
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode()
        if raw.startswith(_UTF16):
            message = f"`{path.name}` is UTF-16, not UTF-8"
        else:
            message = f"`{path.name}` is not UTF-8: byte 0x{raw[error.start]:02x}"
        rest = raw[error.start :].decode(errors="replace")
        place = (len(before), len(before) + 1)
        return Problem(codes.NOT_UTF8, message, spot(path, before + rest, place))


def read(path: Path) -> tuple[Source | None, list[Problem]]:
    """A pack's file as text. One that begins with a byte-order mark is read all the same."""
    raw = read_bytes(path)
    if isinstance(raw, Problem):
        return None, [raw]
    text = decode(path, raw)
    if isinstance(text, Problem):
        return None, [text]
    if not text.startswith(_BOM):
        return Source(path, text), []
    message = f"`{path.name}` begins with a byte-order mark, which TOML does not allow"
    return Source(path, text[1:], marked=True), [
        Problem(codes.BOM, message, spot(path, text, (0, 1)))
    ]
