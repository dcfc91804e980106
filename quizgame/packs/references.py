"""Do the ids that a pack's parts name exist?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizgame.packs.diagnostics import Problem
    from quizgame.packs.pack import Pack
    from quizgame.packs.parts import Part


def references(pack: Pack, parts: Sequence[Part]) -> Iterator[Problem]:
    """A problem for each id that leads nowhere."""
    yield from ()
