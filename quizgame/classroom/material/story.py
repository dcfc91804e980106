"""The scenes of a scenario as the questions of a lesson: the class decides by majority.

An ask can be decided too, like a choice: what the class has not asked for lies on no desk, and some
choices need it. Nothing is taken back: the class has decided in the open, and at the end every
decision is compared with a careful editor's.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from quizgame.classroom.lesson import Option, Question
from quizgame.classroom.state import Phase
from quizgame.errors import UsageError
from quizgame.game.asking import Asked, Choice
from quizgame.game.front_page import PageLine
from quizgame.game.scenarios import consequence, ending, scene
from quizgame.game.scenarios.plan import plan_of
from quizgame.game.scenarios.run import Move, replay

if TYPE_CHECKING:
    from quizgame.classroom.lesson import Lesson
    from quizgame.classroom.state import Asking, State
    from quizgame.game.explaining import Explanation
    from quizgame.game.scenarios.consequence import Consequence
    from quizgame.game.scenarios.ending import Ending
    from quizgame.game.scenarios.papers import Paper
    from quizgame.game.scenarios.run import Run
    from quizgame.game.scenarios.scene import SceneView
    from quizgame.packs.pack import Pack

KIND = "scene"
ASK = "What do you do?"
_ASK = "ask:"
"""Begins the option id of an ask; no id of an author has a colon."""
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
        return None if run.ended or run.stuck else self._question(run)

    def asked(self, question: Question) -> Asked:
        """What can be done, without the story; `scene` has that."""
        return Asked(
            item=question.id,
            kind=KIND,
            passages=(),
            prompt="",
            statement=ASK,
            choices=tuple(Choice(o.id, str(n), o.text) for n, o in enumerate(question.options, 1)),
        )

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
        return replace(told, papers=tuple(_unkeyed(one) for one in told.papers))

    def ending(self, state: State) -> Ending | None:
        """How it ended; of a lesson that was ended before, how far it had come."""
        run = self._run(_moves(state.asked))
        over = run.ended or (state.phase is Phase.ENDED and run.turns)
        return ending.ending(self._pack, run) if over else None

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
            desk=tuple(_unkeyed(paper) for paper in shown.desk),
            drawer=tuple(_unkeyed(paper) for paper in shown.drawer),
            undoes=False,
        )

    def _question(self, run: Run) -> Question:
        view = self._view(run)
        options = [Option(one.id, one.text) for one in view.decisions]
        options += [Option(_ASK + one.id, one.text) for one in view.questions]
        return Question(
            id=f"{self._pack.id}/{self._plan.scenario.id}?{KIND}@{view.scene}",
            kind=KIND,
            statement=f"{self._plan.scenario.title}, {view.time or f'scene {view.number}'}",
            options=tuple(options),
            passage="",
            answers=(),
            guesses=max(2, len(options)),
            words=_words(view, options, again=bool(run.turns) and not run.turns[-1].decided),
        )


def _moves(asked: tuple[Asking, ...]) -> tuple[Move, ...]:
    """What the class has decided, as far as it was told."""
    return tuple(
        _move(asking.question.id.partition("@")[2], asking.settled)
        for asking in asked
        if asking.settled and asking.told is not None and not asking.skipped
    )


def _move(scene: str, option: str) -> Move:
    if option.startswith(_ASK):
        return Move("ask", scene, option.removeprefix(_ASK))
    return Move("choose", scene, option)


def _unkeyed(paper: Paper) -> Paper:
    """A paper whose words are not marked names no words of it either."""
    return paper if paper.passage.marks else replace(paper, source="", cue="")


def _words(view: SceneView, options: list[Option], *, again: bool) -> int:
    """How much there is to read; in a scene that goes on after an ask, what was brought."""
    papers = [one for one in view.desk if one.brought] if again else view.desk
    texts = [paper.passage.text for paper in papers] + [one.text for one in options]
    if not again:
        texts += [view.text, *(one.text for one in view.happened)]
    return sum(len(text.split()) for text in texts)
