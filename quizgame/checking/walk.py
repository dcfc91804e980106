"""Ways through a pack that several rules go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.checking.finding import At

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.packs.pack import Option, Pack, Question, Quote


def quotes(pack: Pack) -> Iterator[tuple[At, Quote]]:
    """Every quote of claims and questions, with the place of its text."""
    for claim in pack.claims.values():
        for index, quote in enumerate(claim.quotes):
            yield At("claim", claim.id, ("quote", index, "text")), quote
    for question in pack.questions.values():
        for index, quote in enumerate(question.quotes):
            yield At("question", question.id, ("quote", index, "text")), quote


def options(question: Question) -> Iterator[tuple[At, Option]]:
    """The right option of a question, then the wrong ones."""
    yield At("question", question.id, ("answer", "text")), question.answer
    for index, option in enumerate(question.wrong):
        yield At("question", question.id, ("wrong", index, "text")), option


def own_words(pack: Pack) -> Iterator[tuple[At, str]]:
    """What a pack says in its own voice; passages and speakers' names are not among it."""
    for claim in pack.claims.values():
        for key in ("text", "headline", "why", "lifts"):
            words = getattr(claim, key)
            if key != "headline" or words != claim.text:
                yield At("claim", claim.id, (key,)), words
    for question in pack.questions.values():
        yield At("question", question.id, ("ask",)), question.ask
        yield At("question", question.id, ("why",)), question.why
        yield from ((at, option.text) for at, option in options(question))
    yield from _told(pack)


def _told(pack: Pack) -> Iterator[tuple[At, str]]:
    """What scenarios tell: the story, what can be done, and what follows."""
    for scenario in pack.scenarios.values():
        for index, scene in enumerate(scenario.scene):
            yield At("scenario", scenario.id, ("scene", index, "text")), scene.text
            yield At("scenario", scenario.id, ("scene", index, "ending")), scene.ending
            for place, ask in enumerate(scene.asks):
                at = At("scenario", scenario.id, ("scene", index, "asks", place, "nothing"))
                yield at, ask.nothing
            for place, choice in enumerate(scene.choice):
                for key in ("text", "prints", "because"):
                    at = At("scenario", scenario.id, ("scene", index, "choice", place, key))
                    yield at, getattr(choice, key)
        for index, event in enumerate(scenario.event):
            yield At("scenario", scenario.id, ("event", index, "text")), event.text
