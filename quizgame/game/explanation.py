"""Why an answer is right: the passage marked, the rule, the reason, and what others print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.game.explaining import Explanation, Other
from quizgame.game.kinds import KINDS

if TYPE_CHECKING:
    from quizgame.game.grading import Graded
    from quizgame.packs.pack import Pack

__all__ = ["Explanation", "Other", "explain"]


def explain(pack: Pack, graded: Graded) -> Explanation:
    """The explanation of a graded answer."""
    return KINDS[graded.item.kind].explain(pack, graded)
