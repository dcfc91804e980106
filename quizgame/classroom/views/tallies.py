"""The votes on the question before the class in numbers, for those who do not answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.classroom.rules import tally, voting
from quizgame.classroom.rules.tally import Answering
from quizgame.classroom.state import Phase, Vote
from quizgame.classroom.views.moment import before_class
from quizgame.classroom.wire.outgoing import Bar, Tally

if TYPE_CHECKING:
    from quizgame.classroom.lesson import Question
    from quizgame.classroom.material import Material
    from quizgame.classroom.rules.tally import Count
    from quizgame.classroom.state import Asking, State

_MOST_MARKS = 8
"""Of the marks that a class makes so many are shown, the most frequent first."""
_NONE = Vote(0.0)


def tallies(state: State, material: Material) -> tuple[Tally, ...]:
    """One for each vote. How it went is in it only once the key is told and the vote is over.

    Of a decision, which has no key, it is told to the teacher as soon as the vote is over.
    For the teacher: whether to discuss is told as soon as the first vote is over.
    """
    asking = before_class(state)
    votes = asking.votes if asking else ()
    return tuple(_tally(state, material, number) for number in range(1, len(votes) + 1))


def _tally(state: State, material: Material, number: int) -> Tally:
    asking = state.asked[-1]
    vote = asking.votes[number - 1]
    over = vote.locked is not None
    # A decision has no key to hide, and a tie is settled by who knows of it.
    told = over and (asking.told is not None or voting.is_decided(asking.question))
    counts = tally.counts(state, asking.question, vote) if told else ()
    here = tally.answering(state, vote)
    return Tally(
        vote=number,
        answered=here.answered,
        present=here.present,
        stored=here.stored,
        bars=tuple(_bar(material, asking.question, one) for one in counts[: _most(asking)]),
        right=tally.share_right(state, asking.question, vote) if told else None,
        discuss=over and number == 1 and tally.promises_most(state),
    )


def _most(asking: Asking) -> int:
    return len(asking.question.options) or _MOST_MARKS


def _bar(material: Material, question: Question, count: Count) -> Bar:
    because = count.because
    if count.right is False and not question.options:
        told = material.explained(question, count.option)
        because = told.because if told else ""
    return Bar(
        option=count.option,
        text=material.asked(question).answer_text(count.option),
        count=count.people,
        right=bool(count.right),
        because=because,
        confident=count.sure,
    )


def answering(state: State) -> Answering:
    """Who has answered the vote before the class; at their own pace, who is through."""
    if state.phase is Phase.OWN:
        return _at_own_pace(state)
    asking = before_class(state)
    return tally.answering(state, asking.votes[-1] if asking and asking.votes else _NONE)


def _at_own_pace(state: State) -> Answering:
    through = present = stored = 0
    for student in state.students.values():
        if student.out:
            continue
        given = sum(student.id in asking.votes[0].ballots for asking in state.asked)
        stored += given * student.people
        if student.present:
            present += student.people
            through += student.people if given == len(state.asked) else 0
    return Answering(through, present, stored)
