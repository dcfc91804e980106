"""`quizgame schema`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.errors import UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = "Write the JSON Schema of packs, with which editors complete and check them."


def options(parser: ArgumentParser) -> None:
    """Which schema, and where to."""
    option = parser.add_argument
    option("-o", "--output", type=Path, metavar="FILE", help="write it there; else it is printed")
    option("--part", action="store_true", help="for the files of a pack beside pack.toml")


def run(args: Namespace) -> int:
    """Prints the schema, or writes it to a file."""
    # 110 ms for the validation library.
    from quizgame.packs.schema import schema

    text = json.dumps(schema(part=args.part), indent=2, ensure_ascii=not args.output)
    if args.output is None:
        print(text)
        return 0
    try:
        args.output.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise UsageError(
            "The schema was not written",
            f"{args.output}: {error.strerror}.",
            "Name a file in a folder that exists and that you may write to.",
        ) from error
    return 0
