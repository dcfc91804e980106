"""What a lesson asks: the items of a set, or the scenes of a scenario."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from quizgame.classroom.material.items import Items
from quizgame.classroom.material.story import Story

if TYPE_CHECKING:
    from quizgame.classroom.lesson import Lesson, Question
    from quizgame.classroom.state import State
    from quizgame.game.asking import Asked
    from quizgame.game.explaining import Explanation
    from quizgame.game.front_page import PageLine
    from quizgame.game.scenarios.consequence import Consequence
    from quizgame.game.scenarios.ending import Ending
    from quizgame.game.scenarios.scene import SceneView
    from quizgame.packs.pack import Pack


class Material(Protocol):
    """Everything that a session needs of its pack. It keeps no state but what it has worked out."""

    def total(self) -> int | None:
        """How many questions there are; None where that depends on what the class decides."""

    def every(self) -> tuple[Question, ...]:
        """All questions, in order; none where the next one depends on what the class decides."""

    def following(self, state: State) -> Question | None:
        """The question to pose next; None if there is none left."""

    def asked(self, question: Question) -> Asked:
        """A question as it is shown, without its key; a scene without its story."""

    def grade(self, question: Question, choice: str) -> bool | None:
        """Whether an answer is right; None where nothing is right or wrong."""

    def explained(self, question: Question, choice: str) -> Explanation | None:
        """Why an answer is right or not; for no answer (`""`) why the key is; None for a scene."""

    def scene(self, state: State) -> SceneView | None:
        """The scene that the class decides on, or has just decided on; None without a story."""

    def consequence(self, state: State) -> Consequence | None:
        """What came of the class's last decision; None before it is told, or without a story."""

    def ending(self, state: State) -> Ending | None:
        """How the story ended; None while it goes on, or without a story."""

    def epilogue(self, state: State) -> str:
        """What the story tells at its end; empty while it goes on, or without a story."""

    def page(self, state: State) -> tuple[PageLine, ...]:
        """The class's front page so far: nothing on it tells a key that was not told."""


def material(pack: Pack, lesson: Lesson) -> Material:
    """What a lesson asks.

    Raises:
        UsageError: the pack does not yield what the lesson names (any longer), or a scenario is to
            be played at everybody's own pace.
    """
    return Story(pack, lesson) if lesson.scenario else Items(pack, lesson)
