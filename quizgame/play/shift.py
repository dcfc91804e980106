"""A scenario being played: look, ask, decide, take back; every step is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.game.scenarios.consequence import consequence
from quizgame.game.scenarios.ending import ending
from quizgame.game.scenarios.judging import judged
from quizgame.game.scenarios.run import Move, take
from quizgame.game.scenarios.scene import view
from quizgame.saves.records import Answer, Step

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from quizgame.game.scenarios.consequence import Consequence
    from quizgame.game.scenarios.ending import Ending
    from quizgame.game.scenarios.run import Run, Turn
    from quizgame.game.scenarios.scene import SceneView
    from quizgame.packs.pack import Pack
    from quizgame.play.player import Player


class Shift:
    """One run of a scenario and how far it has come.

    Nothing here writes to the disk: a step counts as saved when the player's `flush` has returned.

    Attributes:
        id: what the steps of this run share.
        run: where it stands.
        passed: how many earlier steps did not fit any more when it was taken up again.
    """

    def __init__(
        self,
        pack: Pack,
        player: Player,
        run: Run,
        id: str,
        *,
        session: str,
        now: Callable[[], datetime],
        passed: int = 0,
    ) -> None:
        """A shift whose `begin` step is kept already."""
        self.pack = pack
        self.player = player
        self.run = run
        self.id = id
        self.passed = passed
        self._session = session
        self._now = now
        # A program that was killed between a step and its answer has left the answer to us.
        for turn in run.turns:
            self._judge(turn)

    def view(self) -> SceneView:
        """Where the story stands."""
        return view(self.pack, self.run)

    def choose(self, choice: str) -> Consequence:
        """Makes a choice of the open scene.

        Raises:
            MoveRefusedError: it is not offered.
        """
        return self._take(Move("choose", self.run.state.scene, choice))

    def ask(self, ask: str) -> Consequence:
        """Makes an ask of the open scene.

        Raises:
            MoveRefusedError: it is not offered.
        """
        return self._take(Move("ask", self.run.state.scene, ask))

    def undo(self) -> None:
        """Takes the last decision back.

        Raises:
            MoveRefusedError: there is none, or the scenario does not allow it.
        """
        scene, before = self.run.state.scene, self.run
        self.run = take(self.run, Move("undo", scene))
        self._keep("undo", scene, before.turns[len(self.run.turns)].move.id)

    def ending(self) -> Ending:
        """How it ended, and what can be learned from it."""
        return ending(self.pack, self.run)

    def _take(self, move: Move) -> Consequence:
        self.run = take(self.run, move)
        choice = self.run.plan.choices[move.id] if move.kind == "choose" else None
        line = choice.prints if choice and not choice.judges else ""
        self._keep(move.kind, move.scene, move.id, line)
        self._judge(self.run.turns[-1])
        return consequence(self.pack, self.run)

    def _judge(self, turn: Turn) -> None:
        """Keeps what a decision counts as, the first time that it is made in its scene."""
        counts = judged(self.pack, self.run, turn)
        if counts is None or self._is_kept(counts.item):
            return
        self.player.keep(
            Answer(
                item=counts.item,
                quote="",
                chosen=counts.chosen,
                right=counts.right,
                status="",
                skill=counts.skill,
                article="",
                confidence="",
                seconds=0.0,
                session=self._session,
                round=self.id,
                line=counts.line,
                at=self._now(),
            )
        )

    def _is_kept(self, item: str) -> bool:
        # The answers of this run are among the last ones.
        return any(a.round == self.id and a.item == item for a in reversed(self.player.answers))

    def _keep(self, did: str, scene: str, chosen: str, line: str = "") -> None:
        self.player.keep(
            Step(
                run=self.id,
                pack=self.pack.id,
                scenario=self.run.plan.scenario.id,
                seed=self.run.seed,
                did=did,
                scene=scene,
                chosen=chosen,
                line=line,
                session=self._session,
                at=self._now(),
            )
        )
