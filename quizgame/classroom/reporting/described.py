"""What saves do not tell of their items: what was asked, and the texts of the options."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

from quizgame.classroom.material.items import question_of
from quizgame.game import grading, items
from quizgame.insight.given import AskedOption

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from quizgame.insight.given import AskedItem, Held
    from quizgame.packs.library import Library
    from quizgame.packs.pack import Pack


def described(every: Iterable[Held], library: Callable[[], Library]) -> list[Held]:
    """The sources, with items that only saves have described by the packs that are found.

    Whether an answer was right stays as it was kept: a pack that changes later changes no result.

    Args:
        every: sessions and saves.
        library: looks for packs; it is not asked if nothing is to be described.
    """
    sources = list(every)
    here = {item.item for held in sources if held.origin == "class" for item in held.items}
    alone = [item for held in sources for item in held.items if item.item not in here]
    if not alone:
        return sources
    found = dict(_found(alone, library()))
    return [
        replace(held, items=tuple(found.get(item.item, item) for item in held.items))
        if held.origin == "self"
        else held
        for held in sources
    ]


def _found(alone: Iterable[AskedItem], library: Library) -> Iterator[tuple[str, AskedItem]]:
    packs: dict[str, Pack | None] = {}
    # Of what several saves have, one that tells the key is taken.
    for item in sorted(alone, key=lambda one: bool(one.answers)):
        name = item.item.partition("/")[0]
        if name not in packs:
            entry = library.get(name)
            packs[name] = entry.load().pack if entry else None
        if pack := packs[name]:
            yield item.item, _described(item, pack)


def _described(item: AskedItem, pack: Pack) -> AskedItem:
    try:
        named = items.parse(item.item, pack)
        question = question_of(pack, named, grading.ask(pack, named, Random(item.item)))
    except items.UnknownItemError:
        return item
    options = tuple(AskedOption(o.id, o.text, o.because) for o in question.options)
    answers = item.answers or question.answers
    return replace(item, statement=question.statement, options=options, answers=answers)
