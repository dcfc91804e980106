"""`quizgame where`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.commands import arguments
from quizgame.commands.output import show, show_json

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = "Show where packs, articles, saves and key bindings are looked for."


def options(parser: ArgumentParser) -> None:
    """Places named by hand, and how the list is printed."""
    arguments.packs(parser)
    arguments.saves(parser)
    arguments.json(parser)


def run(args: Namespace) -> int:
    """Prints every place, why it is looked at, and whether it is there."""
    from quizgame import places

    found = {
        "packs": list(places.packs(args.packs)),
        "articles": list(places.articles()),
        "saves": [places.saves(args.saves)],
        "keys": [places.keys()],
    }
    rows = {
        what: [
            {"path": str(one.path), "why": one.why, "exists": one.path.exists()} for one in listed
        ]
        for what, listed in found.items()
    }
    if args.json:
        show_json(rows)
        return 0
    for what, listed in rows.items():
        show([f"{what}:"])
        show(
            f"  {'used' if row['exists'] else 'not there'}: {row['path']} ({row['why']})"
            for row in listed
        )
    return 0
