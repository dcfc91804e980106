"""Tests before and after, and the courses between them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from quizgame.checking.finding import At, Finding
from quizgame.game.grading import skill_of
from quizgame.game.items import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.packs.pack import ItemSet, Pack


def alone(pack: Pack) -> Iterator[Finding]:
    """A pack has one test before and one after, or none."""
    tests = [one for one in pack.sets.values() if one.test]
    for which, other in (("before", "after"), ("after", "before")):
        mine = [one for one in tests if one.test == which]
        for more in mine[1:]:
            first = At("set", mine[0].id, ("test",), label="the first")
            at = At("set", more.id, ("test",))
            yield Finding(f"the pack has two tests `{which}`", at, others=(first,))
        if mine and not any(one.test == other for one in tests):
            yield Finding(f"there is no test `{other}`", At("set", mine[0].id, ("test",)))


def unlike(pack: Pack) -> Iterator[Finding]:
    """Two tests can be compared if they ask as much of each skill, in the same kinds."""
    before, after = ([s for s in pack.sets.values() if s.test == t] for t in ("before", "after"))
    if not (before and after):
        return
    first, then = (_shape(pack, one[0]) for one in (before, after))
    for skill, kind in sorted((first - then) | (then - first))[:1]:
        counts = f"{first[skill, kind]} before, {then[skill, kind]} after"
        message = f"not as many {kind} items of the skill {skill or '(none)'}: {counts}"
        other = At("set", before[0].id, ("items",), label="the test before")
        yield Finding(message, At("set", after[0].id, ("items",)), others=(other,))


def _shape(pack: Pack, one: ItemSet) -> Counter[tuple[str, str]]:
    items = [parse(text, pack) for text in one.items]
    return Counter((skill_of(pack, item) or "", item.kind) for item in items)


def shared(pack: Pack) -> Iterator[Finding]:
    """What a test asks must not be known from a lesson, nor from the other test."""
    asked: dict[str, tuple[str, int]] = {}
    sets = [one for one in pack.sets.values() if one.test]
    sets += [pack.sets[name] for course in pack.courses.values() for name in course.parts]
    for one in dict.fromkeys(sets):
        for index, text in enumerate(one.items):
            ref = parse(text, pack).ref
            first = asked.setdefault(ref, (one.id, index))
            if first[0] != one.id and (one.test or pack.sets[first[0]].test):
                other = At("set", first[0], ("items", first[1]), label="here too")
                at = At("set", one.id, ("items", index))
                yield Finding(f"`{ref}` is asked in a test and elsewhere", at, others=(other,))


def repeated_parts(pack: Pack) -> Iterator[Finding]:
    """A lesson that comes twice in a course teaches nothing the second time."""
    for course in pack.courses.values():
        first: dict[str, int] = {}
        for index, name in enumerate(course.parts):
            if first.setdefault(name, index) != index:
                other = At("course", course.id, ("parts", first[name]), label="the first")
                at = At("course", course.id, ("parts", index))
                yield Finding(f"`{name}` comes twice in this course", at, others=(other,))
