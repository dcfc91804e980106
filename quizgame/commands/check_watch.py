"""`quizgame check --watch`."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.checking import report
from quizgame.checking.check import check
from quizgame.commands.output import show
from quizgame.packs import watching
from quizgame.packs.load import load

if TYPE_CHECKING:
    from collections.abc import Sequence

_CLEAR = "\x1b[2J\x1b[3J\x1b[H"


def watch(paths: Sequence[Path]) -> int:
    """Checks the packs again whenever one of their files is saved, until Ctrl-C.

    Returns:
        0: whoever watches has read the findings.
    """
    try:
        named: list[list[Path]] = [[] for _ in paths]
        while True:
            named, before = _check(paths, named)
            while (now := _state(paths, named)) == before:
                time.sleep(watching.EVERY)
            # An editor may write in several steps.
            while (later := _state(paths, named)) != now:
                now = later
                time.sleep(watching.EVERY)
    except KeyboardInterrupt:
        # A terminal shows ^C where it was pressed.
        show([""])
        return 0


def _check(
    paths: Sequence[Path], known: list[list[Path]]
) -> tuple[list[list[Path]], list[watching.State]]:
    """Prints the findings; gives the packs' articles, and the state in which all was read.

    `known` are the articles of the last time: what is saved while a pack is read counts as saved
    after it.
    """
    before = _state(paths, known)
    loaded = [load(path) for path in paths]
    named = [watching.articles(one) for one in loaded]
    if named != known:
        before = _state(paths, named)
    checked = [report.Checked(one.path, one.pack, check(one)) for one in loaded]
    if sys.stdout.isatty():
        print(_CLEAR, end="")
    show(report.text(checked, Path.cwd()))
    show(["", "Watching; saving a file checks again, Ctrl-C ends."])
    sys.stdout.flush()
    return named, before


def _state(paths: Sequence[Path], named: Sequence[Sequence[Path]]) -> list[watching.State]:
    return [watching.state(path, texts) for path, texts in zip(paths, named, strict=True)]
