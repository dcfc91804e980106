"""A scene as a player sees it: clock, desk, story, and what can be done now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.game.scenarios import meters, moves, papers
from quizgame.game.scenarios.length import longest
from quizgame.packs.articles import in_words
from quizgame.packs.cited import day

if TYPE_CHECKING:
    from quizgame.game.scenarios.meters import Change, Meter
    from quizgame.game.scenarios.papers import Paper
    from quizgame.game.scenarios.run import Run
    from quizgame.packs.pack import Pack


@dataclass(frozen=True, slots=True)
class Happened:
    """An event in words, and what it did to the meters."""

    text: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """A choice that can be made now."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """An ask that can be made now.

    Attributes:
        costs: what it does to the meters.
        late: whether the scene is over before the answer comes.
    """

    id: str
    text: str
    costs: tuple[Change, ...]
    late: bool


@dataclass(frozen=True, slots=True)
class SceneView:
    """Everything there is to see of where a run stands.

    Attributes:
        scene: the id of the scene.
        time: the clock on the wall; empty if the author gives none.
        day: the date in words; empty if none is known.
        happened: what happened as the scene opened.
        desk: the papers that lie there.
        drawer: the papers of earlier scenes.
        left: how many asks still fit; None without a deadline.
        ending: how the story ended; empty while it goes on.
        number: the number of the scene in this run, from 1.
        most: the number of the last scene on the longest way from here.
        undoes: whether the last decision can be taken back.
        stuck: whether the author left no way on.
    """

    scene: str
    title: str
    time: str
    day: str
    text: str
    happened: tuple[Happened, ...]
    desk: tuple[Paper, ...]
    drawer: tuple[Paper, ...]
    decisions: tuple[Decision, ...]
    questions: tuple[Question, ...]
    left: int | None
    meters: tuple[Meter, ...]
    ending: str
    number: int
    most: int
    undoes: bool
    stuck: bool


def view(pack: Pack, run: Run) -> SceneView:
    """Where a run stands."""
    plan, state = run.plan, run.state
    scene = plan.scenes[state.scene]
    on = day(plan.scenario, scene, pack)
    number = scene_number(run)
    return SceneView(
        scene=scene.id,
        title=plan.scenario.title,
        time=scene.time,
        day=in_words(on) if on else "",
        text=scene.text,
        happened=_happened(run),
        desk=papers.on_desk(pack, run),
        drawer=papers.in_drawer(pack, run),
        decisions=tuple(Decision(c.id, c.text) for c in moves.choices(plan, state)),
        questions=_questions(run),
        left=None if scene.deadline is None else max(0, scene.deadline - state.used),
        meters=meters.shown(plan, state.meters),
        ending=scene.ending,
        number=number,
        most=number - 1 + longest(plan, scene.id),
        undoes=run.undoes,
        stuck=run.stuck,
    )


def scene_number(run: Run) -> int:
    """Which scene of the run is open, counted from 1."""
    return 1 + sum(turn.decided for turn in run.turns)


def _happened(run: Run) -> tuple[Happened, ...]:
    """What happened as the scene opened; asks that were made since then change nothing in it."""
    opened = next((t.arrival for t in reversed(run.turns) if t.decided), run.opening)
    return tuple(
        Happened(run.plan.events[h.event].text, meters.moved(run.plan, h.before, h.after))
        for h in opened.happenings
    )


def _questions(run: Run) -> tuple[Question, ...]:
    late = moves.is_spent(run.plan, run.state)
    return tuple(
        Question(ask.id, ask.text, meters.announced(ask.cost), late)
        for ask in moves.asks(run.plan, run.state)
    )
