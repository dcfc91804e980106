"""The scenarios of a pack: begun, taken up where they were left, and how they ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from secrets import randbits, token_hex
from typing import TYPE_CHECKING, cast

from quizgame.errors import UsageError
from quizgame.game.scenarios.papers import is_sensitive
from quizgame.game.scenarios.plan import plan_of
from quizgame.game.scenarios.run import Move, begin, replay
from quizgame.game.scenarios.scene import view
from quizgame.packs.names import did_you_mean
from quizgame.play.player import SENSITIVE
from quizgame.play.shift import Shift
from quizgame.saves.records import Step

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from quizgame.game.scenarios.run import MoveKind, Run
    from quizgame.game.scenarios.scene import SceneView
    from quizgame.packs.models import Scenario
    from quizgame.packs.pack import Pack
    from quizgame.play.player import Player

_MOVES = {"choose", "ask", "undo"}
_GRADES = ("weak", "fair", "strong")


@dataclass(frozen=True, slots=True)
class Assignment:
    """A scenario, and how a player stands with it.

    Attributes:
        left: the scene at which the last run was left; None if that has ended or none was begun.
        ended: how many runs have ended.
        best: the best grade of an ending so far; empty before the first.
    """

    scenario: Scenario
    left: SceneView | None
    ended: int
    best: str


class Newsroom:
    """Starts scenarios of one pack for one player, and takes up those that were left."""

    def __init__(
        self,
        pack: Pack,
        player: Player,
        now: Callable[[], datetime],
        session: str,
        seed: int | None = None,
    ) -> None:
        """A newsroom whose runs follow from `seed`, if one is given.

        Args:
            pack: whose scenarios they are.
            player: who keeps the steps.
            now: the clock.
            session: what the records of this sitting share.
            seed: what the events of runs are drawn with; None for chance.
        """
        self.pack = pack
        self.player = player
        self.now = now
        self._session = session
        self._seed = seed

    @property
    def scenarios(self) -> list[Scenario]:
        """What can be played, in the order of the scenarios' days; those without one come last.

        Who leaves out what is sensitive leaves out scenarios with a sensitive claim.
        """
        found = sorted(self.pack.scenarios.values(), key=lambda one: one.as_of or date.max)
        if self.player.settings.get(SENSITIVE) is False:
            found = [one for one in found if not is_sensitive(self.pack, one)]
        return found

    def assignments(self) -> list[Assignment]:
        """How the player stands with every scenario that can be played."""
        return [self._assignment(scenario) for scenario in self.scenarios]

    def waiting(self) -> Assignment | None:
        """The scenario that was played last, if it was left before its end."""
        mine = (s.scenario for s in reversed(self.player.steps) if s.pack == self.pack.id)
        offered = {scenario.id for scenario in self.scenarios}
        last = next((name for name in mine if name in offered), None)
        found = self._assignment(self.pack.scenarios[last]) if last else None
        return found if found and found.left else None

    def start(self, scenario: str) -> Shift:
        """A new run.

        Raises:
            UsageError: the pack has no such scenario.
        """
        found = self._scenario(scenario)
        seed = randbits(31) if self._seed is None else self._seed + len(self.player.steps)
        run = begin(plan_of(found), seed)
        begun = Step(
            run=token_hex(4),
            pack=self.pack.id,
            scenario=found.id,
            seed=seed,
            did="begin",
            scene=run.state.scene,
            chosen="",
            line="",
            session=self._session,
            at=self.now(),
        )
        self.player.keep(begun)
        return self._sit(run, begun.run)

    def resume(self, scenario: str) -> Shift | None:
        """The last run where it was left; None if it has ended or none was begun.

        Raises:
            UsageError: the pack has no such scenario.
        """
        runs = self._runs(self._scenario(scenario))
        if not runs:
            return None
        name, steps = runs[-1]
        run, passed = self._replayed(steps)
        return None if run.ended else self._sit(run, name, passed)

    def _sit(self, run: Run, id: str, passed: int = 0) -> Shift:
        return Shift(
            self.pack, self.player, run, id, session=self._session, now=self.now, passed=passed
        )

    def _scenario(self, name: str) -> Scenario:
        if name not in self.pack.scenarios:
            known = ", ".join(self.pack.scenarios) or "none"
            hint = did_you_mean(name, self.pack.scenarios) or f"It has: {known}."
            message = f'The pack "{self.pack.id}" has no scenario "{name}".'
            raise UsageError("No such scenario", message, hint)
        return self.pack.scenarios[name]

    def _runs(self, scenario: Scenario) -> list[tuple[str, list[Step]]]:
        """The runs of a scenario in the order in which they were begun, with their steps."""
        runs: dict[str, list[Step]] = {}
        for step in self.player.steps:
            if (step.pack, step.scenario) == (self.pack.id, scenario.id):
                runs.setdefault(step.run, []).append(step)
        return list(runs.items())

    def _replayed(self, steps: list[Step]) -> tuple[Run, int]:
        first = steps[0]
        moves = [
            Move(cast("MoveKind", step.did), step.scene, step.chosen if step.did != "undo" else "")
            for step in steps
            if step.did in _MOVES
        ]
        return replay(plan_of(self.pack.scenarios[first.scenario]), first.seed, moves)

    def _assignment(self, scenario: Scenario) -> Assignment:
        runs = [self._replayed(steps)[0] for _, steps in self._runs(scenario)]
        ended = [run for run in runs if run.ended]
        grades = {run.plan.scenes[run.state.scene].grade or "" for run in ended}
        best = max(grades & set(_GRADES), key=_GRADES.index, default="")
        left = view(self.pack, runs[-1]) if runs and not runs[-1].ended else None
        return Assignment(scenario, left, len(ended), best)
