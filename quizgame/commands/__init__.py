"""The commands, one file each. A new one is a file here and a line in `COMMANDS`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


class Command(Protocol):
    """What every command can do; each is a module that imports nothing heavy before it runs."""

    SUMMARY: str
    """What it does, in a sentence for `quizgame --help`."""

    def options(self, parser: ArgumentParser, /) -> None:
        """Tells the parser what the command takes."""

    def run(self, args: Namespace, /) -> int:
        """Carries it out, and returns the exit code."""


COMMANDS: dict[str, str] = {
    "play": "play",
    "host": "host",
    "join": "join",
    "new": "new",
    "preview": "preview",
    "check": "check",
    "explain": "explain",
    "packs": "packs",
    "map": "map",
    "progress": "progress",
    "mine": "mine",
    "export": "exporting",
    "import": "importing",
    "where": "where",
    "schema": "schema",
    "draft": "draft",
    "doctor": "doctor",
    "report": "report",
    "forget": "forget",
}
"""The commands in the order in which they are listed, and the module of each."""

WITH_A_SCREEN = frozenset({"play", "preview", "host", "join"})
"""The commands that take over the whole terminal."""


def command(name: str) -> Command:
    """The command of this name, which must be one of `COMMANDS`."""
    return cast(Command, import_module(f"quizgame.commands.{COMMANDS[name]}"))
