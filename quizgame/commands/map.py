"""`quizgame map`."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.commands import arguments
from quizgame.commands.output import show
from quizgame.errors import UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

    from quizgame.exchange.map_graph import Graph
    from quizgame.packs.models import Scenario

SUMMARY = "Draw a scenario as a graph: in the terminal, for Mermaid, or for Graphviz."
FORMATS = ("text", "mermaid", "dot")


def options(parser: ArgumentParser) -> None:
    """Which scenario, in which format, and where to."""
    arguments.packs(parser)
    option = parser.add_argument
    option("scenario", metavar="SCENARIO", help="its id, or `pack/scenario`")
    option("--to", choices=FORMATS, default="text", help="the format")
    option("-o", "--output", type=Path, metavar="FILE", help="where to; else it is printed")
    option("--force", action="store_true", help="overwrite what is there")
    option("--ascii", action="store_true", help="draw with ASCII signs only")


def run(args: Namespace) -> int:
    """Prints the graph, or writes it."""
    # 130 ms, most of them for the validation library.
    from quizgame.exchange.map_graph import graph
    from quizgame.writing import write

    lines = list(_lines(graph(_found(args.scenario, args.packs)), args))
    if args.output:
        hint = "Choose another name, or say `--force`."
        write({args.output: "\n".join(lines) + "\n"}, over=args.force, hint=hint)
        show([f"Written: {args.output}"])
    else:
        show(lines)
    return 0


def _lines(drawn: Graph, args: Namespace) -> Iterator[str]:
    if args.to == "mermaid":
        from quizgame.exchange.map_mermaid import mermaid

        return mermaid(drawn)
    if args.to == "dot":
        from quizgame.exchange.map_dot import dot

        return dot(drawn)
    from quizgame.exchange.map_text import draw
    from quizgame.text import ASCII, UNICODE

    type = ASCII if args.ascii else UNICODE
    return draw(drawn, type, 100 if args.output else shutil.get_terminal_size((100, 24)).columns)


def _found(written: str, places: list[Path]) -> Scenario:
    """The scenario that is meant, in the first pack that has it.

    Raises:
        UsageError: there is none.
    """
    from quizgame.packs.library import find
    from quizgame.packs.names import did_you_mean

    owner, _, name = written.rpartition("/")
    known: list[str] = []
    broken: list[str] = []
    for entry in find(places).visible():
        pack = entry.load().pack if not owner or entry.id == owner else None
        if pack is not None:
            if name in pack.scenarios:
                return pack.scenarios[name]
            known += pack.scenarios
        elif not owner or entry.id == owner:
            broken.append(str(entry.path))
    message = f"No pack that was found has `{written}`."
    if broken:
        hint = f"{broken[0]} has errors: `quizgame check {broken[0]}` names them."
    else:
        hint = did_you_mean(name, known) or f"Known are: {', '.join(known) or 'none'}."
    raise UsageError("There is no such scenario", message, hint)
