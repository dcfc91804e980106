"""Do the ids that a pack's tables name exist?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.packs import codes, scenes
from quizgame.packs.cited import split
from quizgame.packs.diagnostics import Problem, Where
from quizgame.packs.items import CLAIM_KINDS, QUESTION_KIND, item_name
from quizgame.packs.names import Guesser, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from quizgame.packs.items import ItemName
    from quizgame.packs.pack import Claim, Pack, Quote
    from quizgame.packs.parts import Part

_SHOWN = {"asserts", "checks"}


def references(pack: Pack, parts: Sequence[Part]) -> Iterator[Problem]:
    """A problem for each id that leads nowhere, and for each set item that cannot be asked.

    The tables in `parts` are those that `pack` was made of.
    """
    hidden = frozenset[str]().union(*(part.unsound for part in parts))
    claims = pack.claims.keys() | hidden
    guess = Guesser()
    for part in parts:
        for reference, path in _claims_named(part):
            name, quote = split(reference)
            where = Where(part.number, path)
            if name not in claims:
                message = f"there is no claim `{name}`"
                yield Problem(codes.UNKNOWN_CLAIM, message, where, guess(name, pack.claims))
            elif quote is not None and name in pack.claims:
                yield from _quote(pack.claims[name], quote, where)
        for index, one in part.set:
            for at, item in enumerate(one.items):
                where = Where(part.number, ("set", index, "items", at))
                yield from _item(item, pack, hidden, where, guess)
        for index, course in part.course:
            for at, name in enumerate(course.parts):
                if name not in pack.sets and name not in hidden:
                    where = Where(part.number, ("course", index, "parts", at))
                    hint = guess(name, pack.sets)
                    yield Problem(codes.UNKNOWN_SET, f"there is no set `{name}`", where, hint)
        for index, scenario in part.scenario:
            yield from scenes.within(scenario, part.number, index, guess)


def _claims_named(part: Part) -> Iterator[scenes.Named]:
    """Every id that is meant to be a claim's, and where it stands in the file."""
    for index, claim in part.claim:
        if claim.contrast is not None:
            yield claim.contrast, ("claim", index, "contrast")
    for index, question in part.question:
        for at, name in enumerate(question.claims):
            yield name, ("question", index, "claims", at)
    for index, scenario in part.scenario:
        for name, path in scenes.claims_named(scenario):
            yield name, ("scenario", index, *path)


def _quote(claim: Claim, quote: str, where: Where) -> Iterator[Problem]:
    known = [one.id for one in claim.quotes]
    if quote not in known:
        hint = did_you_mean(quote, known) or f"It has: {', '.join(known[:9])}."
        message = f"the claim `{claim.id}` has no quote `{quote}`"
        yield Problem(codes.UNKNOWN_QUOTE, message, where, hint)


def _item(
    item: str, pack: Pack, hidden: Collection[str], where: Where, guess: Guesser
) -> Iterator[Problem]:
    name = item_name(item)
    if name is None:
        yield Problem(codes.BAD_ITEM, f"`{item}` is not an item", where)
    elif name.id in pack.claims:
        yield from _claim_item(name, pack.claims[name.id], where)
    elif name.id in pack.questions:
        yield from _question_item(name, where)
    elif name.id not in hidden:
        hint = guess(name.id, [*pack.claims, *pack.questions])
        message = f"there is no claim or question `{name.id}`"
        yield Problem(codes.UNKNOWN_ITEM, message, where, hint)


def _question_item(name: ItemName, where: Where) -> Iterator[Problem]:
    if name.quote is not None or name.kind not in {None, QUESTION_KIND}:
        message = f"`{name.id}` is a question: it has no kinds and no quotes to choose from"
        yield Problem(codes.BAD_ITEM, message, where, f"Write `{name.id}`.")


def _claim_item(name: ItemName, claim: Claim, where: Where) -> Iterator[Problem]:
    quote = next((quote for quote in claim.quotes if quote.id == name.quote), None)
    if name.quote is not None and quote is None:
        yield from _quote(claim, name.quote, where)
    elif name.kind is not None and name.kind not in CLAIM_KINDS:
        hint = did_you_mean(name.kind, CLAIM_KINDS) or f"Kinds: {', '.join(CLAIM_KINDS)}."
        yield Problem(codes.BAD_ITEM, f"`{name.kind}` is no kind of claim item", where, hint)
    else:
        reason = _unaskable(name.kind, claim, quote)
        if reason:
            yield Problem(codes.BAD_ITEM, reason[0], where, reason[1])


def _unaskable(kind: str | None, claim: Claim, quote: Quote | None) -> tuple[str, str] | None:
    """Why an item cannot be asked, and the cure; None if it can."""
    shown = quote or next((one for one in claim.quotes if one.role in _SHOWN), None)
    if shown is None or shown.role not in _SHOWN:
        return "no quote of this item asserts or checks its claim", "Choose another quote."
    if kind == "two-way" and shown.status in {"analysis", "unknown"}:
        message = f"a claim whose status is {shown.status} has no two-way item"
        return message, f"Write `{claim.id}?five-way`."
    if kind == "source" and not (shown.role == "asserts" and shown.who and shown.source):
        return "the quote of this item does not name who says so", "Give it `who` and `source`."
    return None
