"""The scenes of a scenario as the questions of a lesson: the class decides by majority.

An ask can be decided too, like a choice: what the class has not asked for lies on no desk, and some
choices need it. The class takes nothing back: it has decided in the open, and at the end every
decision is compared with a careful editor's. What the teacher passes over counts nowhere, and its
scene comes again.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from quizgame.classroom.lesson import Question
from quizgame.classroom.material import scenes
from quizgame.classroom.state import Phase
from quizgame.errors import UsageError
from quizgame.game.front_page import PageLine
from quizgame.game.scenarios import consequence, ending, scene
from quizgame.game.scenarios.plan import plan_of
from quizgame.game.scenarios.run import replay

if TYPE_CHECKING:
    from quizgame.classroom.lesson import Lesson
    from quizgame.classroom.state import Asking, State
    from quizgame.game.asking import Asked
    from quizgame.game.explaining import Explanation
    from quizgame.game.scenarios.consequence import Consequence
    from quizgame.game.scenarios.ending import Ending
    from quizgame.game.scenarios.run import Move, Run
    from quizgame.game.scenarios.scene import SceneView
    from quizgame.packs.pack import Pack

_AGAIN = "#"
"""Stands before how often the scene has been before the class, from the second time on."""
_RUNS = 64


class Story:
    """Asks what to do in scene after scene, as the class's decisions lead through them."""

    def __init__(self, pack: Pack, lesson: Lesson) -> None:
        """The scenario that a lesson names.

        Raises:
            UsageError: the pack has no such scenario, or everybody was to go at their own pace.
        """
        scenario = pack.scenarios.get(lesson.scenario)
        if scenario is None:
            raise UsageError(
                "No such scenario",
                f'The pack "{pack.id}" has no scenario "{lesson.scenario}".',
                f"It has: {', '.join(pack.scenarios) or 'none'}.",
            )
        if lesson.settings.pace == "own":
            raise UsageError(
                "A scenario is decided together",
                f'"{scenario.title}" goes on as the majority decides: all are in one scene.',
                "Leave out `--own-pace`, or host a set.",
            )
        self._pack = pack
        self._plan = plan_of(scenario)
        self._seed = lesson.seed
        self._run = lru_cache(_RUNS)(self._replayed)

    def total(self) -> None:
        """Unknown: it depends on the decisions."""

    def every(self) -> tuple[Question, ...]:
        """None: they follow from the decisions."""
        return ()

    def following(self, state: State) -> Question | None:
        """The scene to which the decisions so far have led; None when the story is over.

        A scene that was passed over without a decision comes again.
        """
        run = self._run(_moves(state.asked))
        if run.ended or run.stuck:
            return None
        posed = [_scene(asking.question) for asking in state.asked]
        return self._question(run, 1 + posed.count(run.state.scene))

    def asked(self, question: Question) -> Asked:
        """What can be done, without the story; `scenes.asked` adds it."""
        return scenes.plain(question)

    def grade(self, question: Question, choice: str) -> None:
        """A vote is neither right nor wrong."""

    def explained(self, question: Question, choice: str) -> Explanation | None:
        """Nothing to explain of a vote; `consequence` tells what came of the decision."""
        return None

    def scene(self, state: State) -> SceneView | None:
        """The scene that lies before the class; once it was decided on, still as it was then."""
        if not state.asked:
            return None
        return self._view(self._run(_moves(state.asked[:-1])))

    def consequence(self, state: State) -> Consequence | None:
        """What came of the decision on the scene that lies before the class."""
        if not state.asked or not _moves(state.asked[-1:]):
            return None
        run = self._run(_moves(state.asked))
        before = self._run(_moves(state.asked[:-1]))
        if len(run.turns) == len(before.turns):
            return None
        told = consequence.consequence(self._pack, run)
        return replace(told, papers=tuple(scenes.unkeyed(one) for one in told.papers))

    def ending(self, state: State) -> Ending | None:
        """How it ended; of a lesson that was ended before, how far it had come."""
        run = self._run(_moves(state.asked))
        over = run.ended or (state.phase is Phase.ENDED and run.turns)
        return ending.ending(self._pack, run) if over else None

    def epilogue(self, state: State) -> str:
        """The text of the scene with which it ended."""
        run = self._run(_moves(state.asked))
        return run.plan.scenes[run.state.scene].text if run.ended else ""

    def page(self, state: State) -> tuple[PageLine, ...]:
        """The lines that the class's decisions have printed."""
        run = self._run(_moves(state.asked))
        chosen = (run.plan.choices[t.move.id] for t in run.turns if t.move.kind == "choose")
        return tuple(PageLine(choice.prints, "") for choice in chosen if choice.prints)

    def _replayed(self, moves: tuple[Move, ...]) -> Run:
        run, _ = replay(self._plan, self._seed, moves)
        return run

    def _view(self, run: Run) -> SceneView:
        """The scene as everybody may see it: nothing in it tells which words give a quote away."""
        shown = scene.view(self._pack, run)
        return replace(
            shown,
            desk=tuple(scenes.unkeyed(paper) for paper in shown.desk),
            drawer=tuple(scenes.unkeyed(paper) for paper in shown.drawer),
            undoes=False,
        )

    def _question(self, run: Run, time: int) -> Question:
        view = self._view(run)
        options = scenes.options(view)
        again = f"{_AGAIN}{time}" if time > 1 else ""
        stays = bool(run.turns) and not run.turns[-1].decided
        return Question(
            id=f"{self._pack.id}/{self._plan.scenario.id}?{scenes.KIND}@{view.scene}{again}",
            kind=scenes.KIND,
            statement=f"{self._plan.scenario.title}, {view.time or f'scene {view.number}'}",
            options=options,
            passage="",
            answers=(),
            guesses=max(2, len(options)),
            words=scenes.words(view, options, stays=stays),
        )


def _moves(asked: tuple[Asking, ...]) -> tuple[Move, ...]:
    """What the class has decided, as far as it was told."""
    return tuple(
        scenes.move(_scene(asking.question), asking.settled)
        for asking in asked
        if asking.settled and asking.told is not None and not asking.skipped
    )


def _scene(question: Question) -> str:
    return question.id.partition("@")[2].partition(_AGAIN)[0]
