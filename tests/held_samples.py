"""Class sessions and saves as values, without a journal."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from quizgame.insight.given import AskedItem, AskedOption, Given, Held

TEN = datetime(2026, 11, 25, 10, 5, tzinfo=UTC)
BECAUSE = "Takes a party's word as settled."


def item(number=1, options=("alleged", "confirmed"), **changes):
    """An item whose key is its first option."""
    shown = tuple(AskedOption(one, one.upper(), BECAUSE if n else "") for n, one in
                  enumerate(options))  # fmt: skip
    given = {
        "item": f"canteen/claim-{number}?two-way@gazette",
        "kind": "two-way",
        "statement": f"Statement {number}.",
        "skill": ("word", "record", "scope")[number % 3],
        "options": shown,
        "answers": options[:1],
        "guesses": max(2, len(options)),
    }
    return AskedItem(**(given | changes))


def answer(student, asked, chosen, confidence="", **changes):
    """An answer of a class, a minute an item after its beginning."""
    given = {
        "student": student,
        "session": "s1",
        "origin": "class",
        "item": asked.item,
        "vote": 1,
        "counts": True,
        "chosen": chosen,
        "right": chosen in asked.answers,
        "confidence": confidence,
        "guesses": asked.guesses,
        "skill": asked.skill,
        "article": "gazette",
        "people": 1,
        "seconds": 5.0,
        "at": TEN + timedelta(minutes=int(asked.item[14:].partition("?")[0])),
    }
    return Given(**(given | changes))


def held(students, items, given, session="s1", **changes):
    """A class session."""
    values = {
        "session": session,
        "title": "First lesson",
        "pack": "canteen",
        "began": TEN,
        "students": tuple(students),
        "items": tuple(items),
        "given": tuple(given),
        "points": {},
        "teams": {},
    }
    return Held(**(values | changes))


def save(name, items, given, ident="id", **changes):
    """A save; every answer is the student's word."""
    values = {"session": ident, "origin": "self", "title": f"{name.lower()}.toml", "pack": ""}
    return held([name], items, given, **(values | changes))


def own(student, asked, chosen, session="sitting", **changes):
    """An answer in a save."""
    return answer(student, asked, chosen, **({"session": session, "origin": "self"} | changes))


NAMES = ("Ana", "Ben", "Cem", "Dora", "Eli")
ITEMS = tuple(item(number) for number in range(1, 5))


@st.composite
def sessions(draw, session="s1"):
    """A class of a few, in which everybody answers some of the items."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, unique=True))
    given = [
        answer(
            name,
            asked,
            draw(st.sampled_from(["alleged", "confirmed"])),
            draw(st.sampled_from(["", "guess", "fairly", "sure"])),
            session=session,
        )
        for name in names
        for asked in ITEMS
        if draw(st.booleans())
    ]
    out = frozenset(draw(st.lists(st.sampled_from(names), max_size=1)))
    return held(names, ITEMS, given, session, out=out)


@st.composite
def solo(draw):
    """A save with some answers of its own, and some of a class session."""
    name = draw(st.sampled_from(NAMES))
    given = [
        own(
            name,
            draw(st.sampled_from(ITEMS)),
            draw(st.sampled_from(["alleged", "confirmed"])),
            session=draw(st.sampled_from(["alone", "s1"])),
            at=TEN + timedelta(seconds=number),
        )
        for number in range(draw(st.integers(0, 6)))
    ]
    asked = tuple(one for one in ITEMS if one.item in {answer.item for answer in given})
    return save(name, asked, given, ident=f"id-{name}")
