"""The `quizgame` command: finds the command that is meant, and says what went wrong."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NoReturn

from quizgame import __version__
from quizgame.commands import COMMANDS, command
from quizgame.commands.output import show
from quizgame.errors import QuizgameError, UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Sequence

STOPPED = 130
"""What a command ends with that Ctrl-C stopped, or whose reader went away."""


def _parser(name: str) -> ArgumentParser:
    # 8 ms, which `--version` does without.
    from argparse import ArgumentParser

    class Parser(ArgumentParser):
        def error(self, message: str) -> NoReturn:
            hint = f"See `{self.prog} --help`."
            raise UsageError("The command was not understood", f"{message}.", hint)

    chosen = command(name)
    parser = Parser(prog=f"quizgame {name}", description=chosen.SUMMARY, allow_abbrev=False)
    chosen.options(parser)
    return parser


def _overview() -> str:
    commands = "".join(f"  {name:9}{command(name).SUMMARY}\n" for name in COMMANDS)
    return (
        "Confirmed or Alleged? A game that teaches people to read the news.\n\n"
        f"usage: quizgame [COMMAND] [OPTION…]\n\n{commands}\n"
        "`quizgame COMMAND --help` tells the options of a command; those of `play` may stand\n"
        "without the word. `quizgame --version` tells the version."
    )


def _dispatch(argv: Sequence[str]) -> int:
    first, rest = (argv[0], argv[1:]) if argv else ("play", ())
    if first == "--version":
        print(f"quizgame {__version__}")
        return 0
    if first in {"-h", "--help", "help"}:
        show([_overview()])
        return 0
    if first.startswith("-"):
        first, rest = "play", argv
    if first not in COMMANDS:
        # 10 ms.
        from difflib import get_close_matches

        close = get_close_matches(first, COMMANDS, 1)
        hint = f"Did you mean `quizgame {close[0]}`?" if close else "See `quizgame --help`."
        raise UsageError("There is no such command", f"`{first}` is none.", hint)
    return command(first).run(_parser(first).parse_args(rest))


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a command.

    Returns:
        0; 1 for findings; 2 if the command was not usable as given; 130 if it was stopped.
    """
    for stream in (sys.stdout, sys.stderr):
        # What a terminal or a file cannot show must not end the command.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _dispatch(sys.argv[1:] if argv is None else argv)
        sys.stdout.flush()
    except QuizgameError as error:
        show(filter(None, (f"{error.title}: {error.message}", error.hint)), sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        # Python flushes once more when it ends, and would complain then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return STOPPED
    return code
