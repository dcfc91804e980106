"""Nothing counts twice: the same session named twice, a copied save, an answer in both."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizgame.insight.given import Given, Held


def once(every: Iterable[Held]) -> tuple[Held, ...]:
    """What is left when everything counts once, class sessions first, then by time.

    Of a session that is there twice, the fuller journal counts. Saves with one id are one student's
    and are joined. What a save reports of a session that is here is the class's answer, and is left
    out; so is all that it says of a question that the session skipped.
    """
    kept: dict[tuple[str, str, str], Held] = {}
    for held in sorted(every, key=_order):
        began = held.began.isoformat() if held.origin == "class" else ""
        key = (held.origin, held.session, began)
        kept[key] = _joined(kept[key], held) if key in kept else held
    here = {held.session for held in kept.values() if held.origin == "class"}
    found = (_rest(held, here) for held in sorted(kept.values(), key=_order))
    return tuple(held for held in found if held)


def _order(held: Held) -> tuple[bool, float, str, int, str]:
    return (
        held.origin == "self",
        held.began.timestamp(),
        held.session,
        len(held.given),
        held.title,
    )


def _joined(one: Held, other: Held) -> Held:
    """Two that are one; `other` has at least as many answers."""
    if one.origin == "class":
        return max(other, one, key=lambda held: (len(held.items), len(held.given)))
    # The name may have changed since the copy was made: the fuller file has the later one.
    (name,) = other.students
    given = {_answer(a): replace(a, student=name) for a in (*one.given, *other.given)}
    items = {item.item: item for item in (*one.items, *other.items)}
    return replace(other, items=tuple(items.values()), given=tuple(given.values()))


def _answer(given: Given) -> tuple[object, ...]:
    """What tells one answer of a student from another."""
    return given.session, given.at, given.item, given.vote, given.chosen, given.seconds


def _rest(held: Held, sessions: set[str]) -> Held | None:
    """What of it counts, in an order of its own; None if nothing is left of a save."""
    given = sorted(held.given, key=lambda one: (one.student, *_answer(one)))
    if held.origin == "class":
        return replace(held, given=tuple(given))
    own = tuple(one for one in given if one.session not in sessions)
    if given and not own:
        return None
    left = {one.item for one in own}
    items = sorted((item for item in held.items if item.item in left), key=lambda one: one.item)
    return replace(held, given=own, items=tuple(items))
