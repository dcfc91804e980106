"""What followed from a move: what it printed, what it did and why, and the quotes behind that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.game import skills
from quizgame.game.scenarios import meters
from quizgame.game.scenarios.papers import paper

if TYPE_CHECKING:
    from quizgame.game.scenarios.meters import Change, Meter
    from quizgame.game.scenarios.papers import Paper
    from quizgame.game.scenarios.run import Run, Turn
    from quizgame.game.skills import SkillWords
    from quizgame.packs.pack import Pack

NOTHING = "Nobody there can say anything about it. You know as much as before."
"""What is heard of an ask that brings nothing and whose author says nothing of that."""
LATE = "While you were asking, the time ran out."


@dataclass(frozen=True, slots=True)
class Consequence:
    """What a player is told before the story goes on; empty texts are left out when shown.

    Attributes:
        asked: whether it was an ask, and not a choice.
        done: the choice or the ask in words.
        right: whether a choice that counts as an answer was right; None for all else.
        rule: the skill that it counts for, in words.
        because: why it had these consequences, or what was heard.
        papers: the quotes that explain it, marked; of an ask what it brought, unmarked.
        changes: the meters that it moved.
        meters: every meter after it.
        late: whether the ask took so long that the scene is over.
        printed: the line that it printed.
    """

    asked: bool
    done: str
    right: bool | None
    rule: SkillWords | None
    because: str
    papers: tuple[Paper, ...]
    changes: tuple[Change, ...]
    meters: tuple[Meter, ...]
    late: bool
    printed: str


def consequence(pack: Pack, run: Run, number: int = -1) -> Consequence:
    """What followed from a turn of the run, by default the last.

    Raises:
        IndexError: the run has no such turn.
    """
    turn = run.turns[number]
    return _of_choice(pack, run, turn) if turn.move.kind == "choose" else _of_ask(pack, run, turn)


def _of_choice(pack: Pack, run: Run, turn: Turn) -> Consequence:
    choice = run.plan.choices[turn.move.id]
    judged = choice.judges
    shown = (paper(pack, run, turn.move.scene, name, marked=True) for name in choice.claims)
    return Consequence(
        asked=False,
        done=choice.text,
        right=judged.right if judged else None,
        rule=skills.words(judged.skill) if judged else None,
        because=choice.because,
        papers=tuple(shown),
        changes=meters.moved(run.plan, turn.before.meters, turn.effected),
        meters=meters.shown(run.plan, turn.effected),
        late=False,
        printed=choice.prints,
    )


def _of_ask(pack: Pack, run: Run, turn: Turn) -> Consequence:
    ask = run.plan.ask(turn.move.scene, turn.move.id)
    assert ask is not None
    brought = (paper(pack, run, turn.move.scene, ask.brings, ask.text),) if ask.brings else ()
    return Consequence(
        asked=True,
        done=ask.text,
        right=None,
        rule=None,
        because=ask.nothing or ("" if brought else NOTHING),
        papers=brought,
        changes=meters.moved(run.plan, turn.before.meters, turn.effected),
        meters=meters.shown(run.plan, turn.effected),
        late=turn.decided,
        printed="",
    )
