"""Answers as the rules see them, without a save."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from hypothesis import strategies as st

from quizgame.game.skills import SKILLS
from quizgame.saves.records import Answer

NOON = datetime(2026, 5, 4, 12, 0, tzinfo=timezone(timedelta(hours=2)))


def answered(ref="c0", right=True, *, kind="two-way", minutes=0, **changes):
    """An answer about a claim of the small pack."""
    given = {
        "item": f"small/{ref}?{kind}" + ("" if kind == "choice" else "@gazette"),
        "quote": "gazette",
        "chosen": "alleged" if right else "confirmed",
        "right": right,
        "status": "alleged",
        "skill": "word",
        "article": "gazette",
        "confidence": "",
        "seconds": 3.0,
        "session": "s",
        "round": "r1",
        "line": f"Mayor: {ref}",
        "at": NOON + timedelta(minutes=minutes),
    }
    return Answer(**(given | changes))


def answers(max_size=40):
    """Lists of answers to all kinds of items, round after round."""
    one = st.builds(
        answered,
        st.sampled_from([f"c{n}" for n in range(8)]),
        st.booleans(),
        kind=st.sampled_from(["two-way", "five-way", "source", "choice"]),
        round=st.sampled_from(["r1", "r2", "r3"]),
        skill=st.sampled_from(["", *list(SKILLS)[:4]]),
        status=st.sampled_from(["confirmed", "alleged", "denied", "analysis", "unknown", ""]),
        confidence=st.sampled_from(["", "guess", "fairly", "sure"]),
        minutes=st.integers(0, 5000),
    )
    return st.lists(one, max_size=max_size)
