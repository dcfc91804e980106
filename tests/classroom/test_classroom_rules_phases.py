"""The way of a question through the class, and what cannot happen when."""

import pytest
from rules_samples import Session, choice, item, scene, why

from quizgame.classroom import events
from quizgame.classroom.effects import ShowEverybody
from quizgame.classroom.rules.apply import apply
from quizgame.classroom.rules.verbs import allowed
from quizgame.classroom.state import Phase


def open_session(**settings):
    session = Session(settings)
    session.join("Ada", "Bo")
    session.ask(item())
    return session


def test_a_lesson_from_the_lobby_to_the_end():
    session = Session()
    session.join("Ada", "Bo")
    way = [session.state.phase]
    for verb in ("begin", "open", "lock", "discuss", "open", "lock", "reveal", "board"):
        assert session.verb(verb, item()) == (ShowEverybody(),)
        way.append(session.state.phase)
    session.verb("next", choice())
    session.verb("end")
    assert way == [
        Phase.LOBBY, Phase.READ, Phase.OPEN, Phase.LOCKED, Phase.DISCUSS, Phase.OPEN,
        Phase.LOCKED, Phase.REVEALED, Phase.BOARD,
    ]  # fmt: skip
    assert session.state.phase is Phase.ENDED
    assert [len(asking.votes) for asking in session.state.asked] == [2, 0]
    assert session.state.asked[0].told == 2
    assert session.state.asked[0].boarded


def test_a_session_starts_with_its_lesson():
    with pytest.raises(ValueError, match="Begun"):
        apply(None, events.Opened(0.0))


def test_a_second_start_changes_nothing():
    session = Session()
    assert why(session.do(session.journal[0])) == "not-now"
    assert len(session.journal) == 1


def test_reading_ends_by_itself():
    session = Session()
    session.verb("begin", item(words=60))
    session.wait(29.9)
    assert session.state.phase is Phase.READ
    session.wait(0.1)
    assert session.state.phase is Phase.OPEN


def test_the_shortest_reading_takes_ten_seconds():
    session = Session()
    session.verb("begin", item(words=3))
    session.wait(9.9)
    assert session.state.phase is Phase.READ
    session.wait(0.1)
    assert session.state.phase is Phase.OPEN


def test_a_discussion_can_follow_the_key_and_its_vote_does_not_count():
    session = open_session()
    session.answer(1, "alleged")
    for verb in ("lock", "reveal", "discuss", "open"):
        session.verb(verb)
    session.answer(1, "confirmed")
    session.verb("lock")
    session.verb("reveal")
    assert session.asking.told == 1
    assert session.asking.votes[1].ballots[1].choice == "confirmed"


def test_a_class_votes_at_most_twice():
    session = open_session()
    for verb in ("lock", "discuss", "open", "lock"):
        session.verb(verb)
    assert "discuss" not in allowed(session.state)
    assert why(session.verb("discuss")) == "not-now"


@pytest.mark.parametrize("steps", [(), ("lock",), ("lock", "discuss"), ("lock", "reveal")])
def test_a_question_can_be_skipped_until_it_is_over(steps):
    session = open_session()
    for verb in steps:
        session.verb(verb)
    session.verb("skip")
    assert session.state.phase is Phase.BOARD
    assert session.asking.skipped
    assert why(session.verb("skip")) == "not-now"
    session.verb("next", choice())
    assert session.state.phase is Phase.READ


def test_a_printed_line_of_a_skipped_question_is_taken_back():
    session = open_session()
    for verb in ("lock", "reveal", "board", "skip"):
        session.verb(verb)
    assert not session.asking.boarded


def test_no_question_is_posed_twice():
    session = open_session()
    for verb in ("lock", "reveal"):
        session.verb(verb)
    before = session.state
    assert why(session.verb("next", item())) == "not-now"
    assert session.state is before


def test_a_scene_can_come_again():
    session = Session()
    session.ask(scene())
    session.verb("lock")
    session.verb("settle", text="ask:mayor")
    session.verb("next", scene())
    assert [asking.settled for asking in session.state.asked] == ["ask:mayor", ""]


def test_nothing_moves_an_ended_lesson():
    session = open_session()
    session.verb("end")
    assert session.vote.locked == "teacher"
    assert allowed(session.state) == ("rename",)
    before = session.state
    for kind in (events.Opened, events.Paused, events.Ended, events.Boarded, events.Skipped):
        assert why(session.happens(kind)) == "ended"
    assert why(session.verb("next", choice())) == "ended"
    assert session.state is before


def test_what_cannot_happen_now_says_what_can():
    session = open_session()
    (refusal,) = session.verb("reveal")
    assert refusal.text == (
        '"reveal" is not possible now: answers are being taken. Possible: '
        "lock, extend, pause, hands, skip, end, close, rename, kick, allow."
    )
    assert refusal.ref == "r"


@pytest.mark.parametrize("t", [-5.0, 0.0, float("nan")])
def test_a_time_before_the_last_one_counts_as_that(t):
    session = Session(t=3.0)
    session.do(events.DoorSet(t, closed=True))
    assert session.state.closed
    assert session.state.at == 3.0
