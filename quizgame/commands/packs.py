"""`quizgame packs`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.commands import arguments
from quizgame.commands.output import show, show_json

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable

    from quizgame.packs.library import Entry

SUMMARY = "List the packs that can be played, and those that are broken."


def options(parser: ArgumentParser) -> None:
    """Where to look, and how the list is printed."""
    arguments.packs(parser)
    arguments.json(parser)


def run(args: Namespace) -> int:
    """Prints the list."""
    from quizgame.packs.library import find

    rows = [_row(entry) for entry in find(args.packs).entries]
    if args.json:
        show_json(rows)
    elif rows:
        show("\n".join(_row_text(row)) for row in rows)
    else:
        show(["No packs. `quizgame where` shows where they are looked for."])
    return 0


def _row(entry: Entry) -> dict[str, object]:
    loaded = entry.load()
    pack = loaded.pack
    return {
        "id": entry.id,
        "title": entry.title,
        "path": str(entry.path),
        "place": entry.place.why,
        "hidden_by": str(entry.hidden_by) if entry.hidden_by else None,
        "playable": pack is not None,
        "findings": len(loaded.diagnostics),
        "claims": len(pack.claims) if pack else 0,
        "questions": len(pack.questions) if pack else 0,
        "sets": len(pack.sets) if pack else 0,
        "scenarios": len(pack.scenarios) if pack else 0,
    }


def _row_text(row: dict[str, object]) -> Iterable[str]:
    from quizgame.checking.report import counted

    yield f"{row['id'] or '(no id)'}: {row['title'] or '(no title)'}"
    if row["playable"]:
        kinds = ("claim", "question", "set", "scenario")
        yield "  " + ", ".join(counted(int(str(row[f"{kind}s"])), kind) for kind in kinds)
    else:
        yield f"  broken, findings: {row['findings']} (see `quizgame check`)"
    yield f"  {row['path']} ({row['place']})"
    if row["hidden_by"]:
        yield f"  hidden by {row['hidden_by']}, which has the same id and was found first"
