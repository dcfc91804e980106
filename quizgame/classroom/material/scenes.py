"""A scene as something that a class can be asked: choices and asks are its options."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgame.classroom.lesson import Option
from quizgame.game.asking import Asked, Choice
from quizgame.game.scenarios.run import Move

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizgame.classroom.lesson import Question
    from quizgame.game.scenarios.meters import Change
    from quizgame.game.scenarios.papers import Paper
    from quizgame.game.scenarios.scene import Question as Ask
    from quizgame.game.scenarios.scene import SceneView

KIND = "scene"
STATEMENT = "What do you do?"
_ASK = "ask:"
"""Begins the option id of an ask; no id of an author has a colon."""


def options(scene: SceneView) -> tuple[Option, ...]:
    """The choices of a scene, then its asks."""
    choices = tuple(Option(one.id, one.text) for one in scene.decisions)
    return (*choices, *(Option(_ASK + one.id, one.text) for one in scene.questions))


def move(scene: str, option: str) -> Move:
    """What an option does in the scene with that id."""
    if option.startswith(_ASK):
        return Move("ask", scene, option.removeprefix(_ASK))
    return Move("choose", scene, option)


def plain(question: Question) -> Asked:
    """What can be done, without the story."""
    return Asked(
        item=question.id,
        kind=KIND,
        passages=(),
        prompt="",
        statement=STATEMENT,
        choices=tuple(Choice(o.id, str(n), o.text) for n, o in enumerate(question.options, 1)),
    )


def asked(shown: Asked, scene: SceneView) -> Asked:
    """The same with the story as the prompt, the desk as passages, and the cost of each ask."""
    notes = {_ASK + one.id: _note(one) for one in scene.questions}
    happened = [_with_changes(one.text, one.changes) for one in scene.happened]
    told = [scene.time, *happened, *scene.text.split("\n\n")]
    return replace(
        shown,
        passages=tuple(paper.passage for paper in scene.desk),
        prompt="\n\n".join(" ".join(text.split()) for text in told if text.strip()),
        choices=tuple(replace(one, note=notes.get(one.id, "")) for one in shown.choices),
    )


def _note(ask: Ask) -> str:
    """What tells an ask from a choice, and what it costs."""
    costs = _changes(ask.costs)
    return "; ".join(part for part in ("ask first", "too late" if ask.late else "", costs) if part)


def _with_changes(text: str, changes: Sequence[Change]) -> str:
    return f"{text} ({_changes(changes)})" if changes else text


def _changes(changes: Iterable[Change]) -> str:
    return ", ".join(f"{change.name} {change.word}" for change in changes)


def unkeyed(paper: Paper) -> Paper:
    """A paper whose words are not marked names none of them either."""
    return paper if paper.passage.marks else replace(paper, source="", cue="")


def words(scene: SceneView, offered: Iterable[Option], *, stays: bool) -> int:
    """How much there is to read; where an ask has brought something, only that."""
    papers = [one for one in scene.desk if one.brought] if stays else scene.desk
    texts = [paper.passage.text for paper in papers] + [one.text for one in offered]
    if not stays:
        texts += [scene.text, *(one.text for one in scene.happened)]
    return sum(len(text.split()) for text in texts)
