"""Answers: a late one, a second one, one to another question, and the same one again."""

from __future__ import annotations

from dataclasses import replace
from math import isinf
from typing import TYPE_CHECKING

from quizgame.classroom.effects import Acknowledge, Count, ShowStaff, ShowStudent
from quizgame.classroom.rules import personal, voting
from quizgame.classroom.rules.changing import refused, with_current
from quizgame.classroom.state import GRACE, Ballot, Phase, State

if TYPE_CHECKING:
    from quizgame.classroom.effects import Effect
    from quizgame.classroom.events import Answered, Hands
    from quizgame.classroom.rules.changing import Result
    from quizgame.classroom.state import Student
    from quizgame.classroom.wire.outgoing import RefusedWhy


def answered(state: State, event: Answered) -> Result:
    """A ballot, which replaces the student's earlier one; the same submission changes nothing."""
    student = state.students.get(event.student)
    if student is None:
        return refused(state, "unknown-token", "Join the lesson first.", event.submission)
    if student.out:
        return refused(state, "kicked", "Your teacher has sent you out.", event.submission)
    stored = Acknowledge(student.id, event.submission, event.question, event.vote)
    if _is_kept(state, event):
        return state, (stored,)
    hindrance = _hindrance(state, student, event)
    if hindrance:
        return refused(state, *hindrance, event.submission)
    effects: tuple[Effect, ...] = (stored, Count())
    state = _cast(state, student, event)
    if state.phase is Phase.OWN:
        students = {**state.students, student.id: replace(student, turned=event.t)}
        return replace(state, students=students), (*effects, ShowStudent(student.id))
    return state, effects


def _is_kept(state: State, event: Answered) -> bool:
    """Whether this very submission is in the state."""
    if not 1 <= event.question <= len(state.asked):
        return False
    votes = state.asked[event.question - 1].votes
    if not 1 <= event.vote <= len(votes):
        return False
    ballot = votes[event.vote - 1].ballots.get(event.student)
    return ballot is not None and event.submission in (ballot.submission, *ballot.replaced)


def _hindrance(state: State, student: Student, event: Answered) -> tuple[RefusedWhy, str] | None:
    if state.phase is Phase.ENDED:
        return "ended", "The lesson is over. This answer was not kept."
    if state.phase is Phase.OWN:
        hindrance = _out_of_turn(state, student, event)
    else:
        hindrance = _not_open(state, student, event)
    if hindrance:
        return hindrance
    if state.paused is not None:
        return "paused", "The lesson is paused. Answer again when it goes on."
    if not voting.is_option(state.asked[event.question - 1].question, event.choice):
        return "not-an-option", "This is none of the answers. Choose one of those shown."
    return None


def _not_open(state: State, student: Student, event: Answered) -> tuple[RefusedWhy, str] | None:
    """Why an answer does not come in time for the vote before the class."""
    if not state.asked:
        return "not-open", "No question has been asked yet."
    if event.question != len(state.asked):
        here = f"question {len(state.asked)} is before the class"
        return "other-question", f"This answers question {event.question}, but {here}."
    if state.phase in {Phase.READ, Phase.DISCUSS}:
        return "not-open", "Answers are not taken yet. Answer when the question opens."
    if state.phase is not Phase.OPEN:
        return "not-open", "Too late: answers to this question are no longer taken."
    if event.vote != len(state.asked[-1].votes):
        return "other-question", "This belongs to the other vote. Answer the one before you."
    now = event.t if state.paused is None else state.paused
    if now > personal.deadline(state, student.allowance) + GRACE:
        return "not-open", "Too late: your time for this question is over."
    return None


def _out_of_turn(state: State, student: Student, event: Answered) -> tuple[RefusedWhy, str] | None:
    """Why an answer is not one to the question before a student at their own pace."""
    number = personal.current(state, student.id)
    if event.question == number and event.vote == 1:
        return None
    asked = state.asked[event.question - 1 : event.question]
    if asked and student.id in asked[0].votes[0].ballots:
        return "not-open", "You have answered this question, and it has been explained to you."
    return "other-question", "This is not the question before you. Answer the one shown."


def _cast(state: State, student: Student, event: Answered) -> State:
    """The state with the ballot in it."""
    asked, place = state.asked, event.question - 1
    asking = asked[place]
    vote = asking.votes[-1]
    ballots = {**vote.ballots, student.id: _ballot(state, student, event)}
    votes = (*asking.votes[:-1], replace(vote, ballots=ballots))
    asking = replace(asking, votes=votes)
    return replace(state, asked=(*asked[:place], asking, *asked[place + 1 :]), at=event.t)


def _ballot(state: State, student: Student, event: Answered) -> Ballot:
    """What a student says now. Choosing the same again costs no time."""
    vote = state.asked[event.question - 1].votes[-1]
    own = state.phase is Phase.OWN
    seconds = max(0.0, event.t - (student.turned if own else vote.opened))
    limit = personal.limit(state, student.allowance)
    ballot = Ballot(
        choice=event.choice,
        confidence=event.confidence if state.lesson.settings.confidence else "",
        submission=event.submission,
        right=event.right,
        seconds=seconds,
        more=event.more and state.lesson.settings.confidence,
        spare=0.0 if own or isinf(limit) or limit <= 0 else max(0.0, 1 - seconds / limit),
    )
    before = vote.ballots.get(student.id)
    if before is None:
        return ballot
    ballot = replace(ballot, replaced=(*before.replaced, before.submission))
    if before.choice == event.choice:
        ballot = replace(ballot, seconds=before.seconds, spare=before.spare)
    return ballot


def hands(state: State, event: Hands) -> Result:
    """What the teacher counted, in place of an earlier count."""
    asking = state.asked[-1]
    if (event.question, event.vote) != (len(state.asked), len(asking.votes)):
        return refused(state, "other-question", "These hands were raised for another vote.")
    if not all(voting.is_option(asking.question, option) for option in event.counts):
        return refused(state, "not-an-option", "Hands were counted for none of the options.")
    vote = asking.votes[-1]
    if vote.hands == event.counts:
        return state, ()
    votes = (*asking.votes[:-1], replace(vote, hands=dict(event.counts)))
    return with_current(state, votes=votes), (ShowStaff(),)
