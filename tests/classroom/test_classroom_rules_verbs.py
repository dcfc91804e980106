"""What the host may do, and what comes first."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rules_samples import Session, choice, item, mark, scene, why

from quizgame.classroom.effects import Refuse
from quizgame.classroom.rules.apply import apply
from quizgame.classroom.rules.verbs import EXTENSION, allowed, event_of
from quizgame.classroom.state import Phase
from quizgame.classroom.wire.incoming import Verb, VerbName

VERBS = get_args(VerbName)


def first(session):
    return allowed(session.state)[0]


def test_the_first_verb_leads_through_a_whole_lesson():
    session = Session()
    questions = [item(), choice()]
    done = []
    while questions:
        verb = first(session)
        done.append(verb)
        session.verb(verb, questions[0] if verb in {"begin", "next"} else None)
        if verb in {"begin", "next"}:
            questions.pop(0)
    assert done == ["begin", "open", "lock", "reveal", "board", "next"]


def test_a_question_that_prints_no_line_goes_on_to_the_next():
    session = Session()
    session.ask(choice())
    session.verb("lock")
    session.verb("reveal")
    assert allowed(session.state)[:2] == ("next", "board")


def test_discussing_comes_first_where_it_promises_most():
    session = Session()
    session.join("Ada", "Bo")
    session.ask(item())
    session.answer(1, "confirmed")
    session.answer(2, "alleged")
    session.verb("lock")
    assert first(session) == "discuss"
    for verb in ("discuss", "open", "lock"):
        session.verb(verb)
    assert first(session) == "reveal"


def test_continuing_comes_first_in_a_pause():
    session = Session()
    session.ask(item())
    session.verb("pause")
    assert allowed(session.state)[:3] == ("continue", "extend", "end")


def test_begin_and_next_are_the_same():
    session = Session()
    session.verb("next", item())
    assert session.state.phase is Phase.READ
    for verb in ("open", "lock", "reveal"):
        session.verb(verb)
    session.verb("begin", choice())
    assert len(session.state.asked) == 2


def test_after_the_last_question_the_lesson_is_to_be_ended():
    session = Session()
    session.ask(item())
    session.verb("lock")
    session.verb("reveal")
    (refusal,) = session.verb("next", None)
    assert refusal.why == "not-now"
    assert "End the lesson" in refusal.text


# --- a scene is decided by majority


def deciding(*choices):
    session = Session()
    session.join(*(f"name {n}" for n in range(len(choices))))
    session.ask(scene())
    for student, chosen in enumerate(choices, 1):
        session.answer(student, chosen)
    session.verb("lock")
    return session


def test_the_majority_decides_a_scene():
    session = deciding("run", "hold", "hold")
    assert first(session) == "reveal"
    session.verb("reveal")
    assert session.asking.settled == "hold"
    assert "discuss" not in allowed(session.state)


@pytest.mark.parametrize("choices", [(), ("run", "hold")])
def test_a_tie_is_settled_by_the_teacher(choices):
    session = deciding(*choices)
    assert first(session) == "settle"
    (refusal,) = session.verb("reveal")
    assert "settle it" in refusal.text
    (refusal,) = session.verb("settle", text="burn")
    assert "run, hold, ask:mayor" in refusal.text
    session.verb("settle", text="ask:mayor")
    assert session.asking.settled == "ask:mayor"
    assert session.state.phase is Phase.REVEALED


def test_the_teacher_may_wish_otherwise_than_the_majority():
    session = deciding("run", "run", "hold")
    assert "settle" in allowed(session.state)
    session.verb("settle", text="hold")
    assert session.asking.settled == "hold"


def test_a_pair_has_two_voices_and_who_was_sent_out_has_none():
    session = Session()
    session.join("Ada", people=2)
    session.join("Bo", "Cy")
    session.ask(scene())
    for student, chosen in ((1, "run"), (2, "hold"), (3, "hold")):
        session.answer(student, chosen)
    session.verb("lock")
    assert first(session) == "settle"
    session.verb("kick", student=3)
    session.verb("reveal")
    assert session.asking.settled == "run"


def test_hands_decide_a_scene():
    session = Session({"hands": True})
    session.ask(scene())
    session.verb("hands", counts={"run": 11, "hold": 12})
    session.verb("lock")
    session.verb("reveal")
    assert session.asking.settled == "hold"


def test_no_hands_decide_nothing():
    session = Session({"hands": True})
    session.ask(scene())
    session.verb("hands", counts={"run": 0})
    session.verb("lock")
    assert first(session) == "settle"


def test_an_item_is_not_settled():
    session = Session()
    session.ask(item())
    session.verb("lock")
    assert "settle" not in allowed(session.state)
    assert why(session.verb("settle", text="confirmed")) == "not-now"


# --- every verb in every state


WAYS = [
    (),
    ("begin",),
    ("begin", "open"),
    ("begin", "open", "lock"),
    ("begin", "open", "lock", "reveal"),
    ("begin", "open", "lock", "settle"),
    ("begin", "open", "lock", "discuss"),
    ("begin", "open", "lock", "reveal", "board"),
    ("begin", "skip"),
    ("begin", "end"),
    ("begin", "begin"),
]
"""The last of them leads to where everybody has a pace of their own."""


def states():
    """Sessions in every phase, paused or not, with what makes a difference to verbs."""
    for settings in ({}, {"hands": True}, {"teams": ("A", "B")}, {"pace": "own"}):
        for question in (item(), mark(), scene()):
            for way in WAYS:
                for last in ((), ("pause",), ("close",), ("kick",)):
                    session = Session(settings)
                    session.join("Ada", "Bo")
                    for verb in (*way, *last):
                        following = None if session.state.asked else question
                        session.verb(verb, following, student=2, text="run")
                    yield session.state


EVERY = list(states())


def test_every_phase_is_among_the_states():
    assert {state.phase for state in EVERY} == set(Phase)


verb_fields = st.fixed_dictionaries(
    {"verb": st.sampled_from(VERBS)},
    optional={
        "student": st.integers(1, 4),
        "text": st.sampled_from(["", "run", "confirmed", "A", "Zoe", "\u200b", "Ada"]),
        "amount": st.floats(0, 3600),
        "counts": st.dictionaries(
            st.sampled_from(["confirmed", "alleged", "run", "x"]), st.integers(0, 1000)
        ),
    },
)


@given(st.sampled_from(EVERY), verb_fields, st.sampled_from([None, choice()]))
def test_a_verb_is_refused_in_words_or_happens(state, fields, following):
    """No verb raises; what is not listed is refused; what is not refused can happen."""
    found = event_of(state, Verb(ref="r", **fields), state.at, following)
    if isinstance(found, Refuse):
        assert found.ref == "r"
        assert found.text
        return
    assert fields["verb"] in {*allowed(state), "begin", "next"}
    _, effects = apply(state, found)
    assert why(effects) in {None, "name-taken"}


@pytest.mark.parametrize("fields", [
    {"student": 1, "text": "run", "amount": 5.0, "counts": {"confirmed": 1}},
    {"student": 2, "text": "A", "amount": 2.0, "counts": {"run": 1}},
])  # fmt: skip
def test_what_is_listed_is_possible_with_the_right_fields(fields):
    """For each listed verb there are fields with which it is not refused for the moment."""
    for state in EVERY:
        for verb in allowed(state):
            found = event_of(state, Verb(ref="r", verb=verb, **fields), state.at, choice())
            if isinstance(found, Refuse):
                assert found.why in {"not-an-option", "not-allowed"}, (verb, state.phase)


def test_nobody_can_do_what_is_not_a_verb():
    assert EXTENSION > 0
    with pytest.raises(ValueError, match="verb"):
        Verb(ref="r", verb="solutions")
