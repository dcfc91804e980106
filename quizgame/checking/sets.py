"""What is asked together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.checking.finding import At, Finding
from quizgame.game.items import parse
from quizgame.game.kinds import KINDS
from quizgame.game.kinds.two_way import SIDES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.packs.pack import ItemSet, Pack

_FEWEST = 4
LEAST, MOST = 0.4, 0.6


def unbalanced(pack: Pack) -> Iterator[Finding]:
    """A set in which one answer wins teaches suspicion or trust instead of judgement."""
    for one in pack.sets.values():
        sides = _sides(pack, one)
        confirmed = sides.count("confirmed")
        if len(sides) >= _FEWEST and not LEAST <= confirmed / len(sides) <= MOST:
            message = f"{confirmed} of {len(sides)} two-way items are confirmed"
            yield Finding(message, At("set", one.id, ("items",)))


def _sides(pack: Pack, one: ItemSet) -> list[str]:
    items = [parse(text, pack) for text in one.items]
    return [
        SIDES[quote.status]
        for item in items
        if item.kind == "two-way"
        for quote in pack.claims[item.ref].quotes
        if quote.id == item.quote
    ]


def repeated(pack: Pack) -> Iterator[Finding]:
    """A claim that comes twice in a set is answered from memory."""
    for one in pack.sets.values():
        first: dict[str, int] = {}
        for index, text in enumerate(one.items):
            ref = parse(text, pack).ref
            if first.setdefault(ref, index) != index:
                other = At("set", one.id, ("items", first[ref]), label="the first")
                at = At("set", one.id, ("items", index))
                yield Finding(f"`{ref}` comes twice in this set", at, others=(other,))


def impossible(pack: Pack) -> Iterator[Finding]:
    """The game can make the item: some kinds need more of a claim, or of the pack."""
    possible: dict[str, set[str]] = {}
    for one in pack.sets.values():
        for index, text in enumerate(one.items):
            item = parse(text, pack)
            if item.kind not in possible:
                possible[item.kind] = {str(made) for made in KINDS[item.kind].items(pack)}
            if str(item) not in possible[item.kind]:
                at = At("set", one.id, ("items", index))
                message = f"`{text}` cannot be made into a {item.kind} item"
                yield Finding(message, at, KINDS[item.kind].NEEDS)
