"""Random histories of a class: nothing that was acknowledged is lost, and the journal is enough."""

from dataclasses import replace
from typing import get_args

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from rules_samples import Session, choice, item, mark, scene, why

from quizgame.classroom import events
from quizgame.classroom.effects import Acknowledge, Dismiss
from quizgame.classroom.lesson import MOST_SPEED
from quizgame.classroom.rules import personal, scoring, tally, voting
from quizgame.classroom.rules.apply import apply
from quizgame.classroom.rules.due import due, wakes
from quizgame.classroom.rules.verbs import allowed
from quizgame.classroom.state import GRACE, Phase
from quizgame.classroom.wire.incoming import VerbName

QUESTIONS = [item("bridge"), choice("when"), mark("words"), scene("desk"), item("well")]
SETTINGS = st.fixed_dictionaries(
    {
        "seconds": st.sampled_from([None, 20.0, 60.0]),
        "speed": st.sampled_from([0.0, 0.2, MOST_SPEED]),
        "teams": st.sampled_from([(), ("A", "B", "C")]),
        "confidence": st.booleans(),
        "most": st.sampled_from([3, 60]),
    }
)
students = st.sampled_from([1, 1, 2, 2, 3, 3, 4, 5, 6])
sayings = st.sampled_from(["", "guess", "sure"])
picks = st.integers(0, 3)


class Histories(RuleBasedStateMachine):
    """A hub that meets every order of things; what it acknowledged is written down beside it."""

    pace = "class"

    @initialize(chosen_settings=SETTINGS)
    def begin(self, chosen_settings):
        self.session = Session({**chosen_settings, "pace": self.pace})
        self.kept = {}
        self.submitted = {}
        self.over = {}
        self.session.join("Ada", "Bo", "Cy")
        while self.session.state.phase in {Phase.LOBBY, Phase.READ}:
            self.verb(allowed(self.session.state)[0])

    def note(self, event, before, effects):
        """What has to follow from any event."""
        if self.session.state is before:
            assert all(not isinstance(effect, Dismiss) for effect in effects)
        else:
            assert self.session.journal[-1] is event
            assert why(effects) is None

    def do(self, event):
        before = self.session.state
        effects = self.session.do(event)
        self.note(event, before, effects)
        return before, effects

    @rule(seconds=st.sampled_from([0.0, 0.5, 3.0, 9.0, 30.0, 400.0]))
    def time_goes_by(self, seconds):
        self.wait(seconds)

    def wait(self, seconds):
        self.session.t += seconds
        while (event := due(self.session.state, self.session.t)) is not None:
            self.check_lock(self.session.state, event)
            self.do(event)

    def check_lock(self, state, event):
        """Nobody who is here and may still answer is locked out."""
        if not isinstance(event, events.Locked):
            return
        waiting = [
            s for s in state.students.values()
            if s.present and not s.out and s.id not in state.asked[-1].votes[-1].ballots
        ]  # fmt: skip
        if event.why == "everybody":
            assert not waiting
            assert any(s.present for s in state.students.values())
        for student in waiting:
            assert self.session.t >= personal.deadline(state, student.allowance) + GRACE

    @rule(people=st.integers(1, 2), allowance=st.sampled_from([1.0, 1.5, float("inf")]))
    def join(self, people, allowance):
        number = len(self.session.state.students) + 1
        self.do(
            events.Joined(
                self.session.t, number, f"name {number}", f"{number:064x}", people, "", allowance
            )
        )

    @rule(student=students, kind=st.sampled_from([events.Left, events.Came, events.Came]))
    def come_and_go(self, student, kind):
        self.do(kind(self.session.t, student))

    @rule(
        verb=st.sampled_from(["kick", "readmit", "readmit", "rename", "allow", "team", "close"]),
        student=students,
        text=st.sampled_from(["A", "Zoe"]),
        amount=st.sampled_from([0.0, 1.5, 20.0]),
    )
    def about_a_student(self, verb, student, text, amount):
        self.verb(verb, student=student, text=text, amount=amount)

    @rule(what=st.sampled_from(["storm", "crash", "jump"]), back=st.floats(0, 100))
    def trouble(self, what, back):
        """All drop and come back, the hub is killed and started, a clock runs back."""
        t, session = self.session.t, self.session
        if what == "jump":
            self.do(events.DoorSet(t - back, not session.state.closed))
            return
        if what == "crash":
            self.do(events.Resumed(t, "2026-11-25T15:00:00+01:00"))
            assert not any(student.present for student in session.state.students.values())
        for kind in (events.Left, events.Came):
            for student in session.state.students:
                self.do(kind(t, student))
        if what == "crash":
            self.verb("continue")

    @rule(verb=st.sampled_from(get_args(VerbName)))
    def any_verb(self, verb):
        if verb != "end" or len(self.session.state.asked) > 2:
            self.verb(verb, student=1, text="run", amount=2.0)

    @rule(places=st.lists(st.sampled_from([0, 0, 0, 0, 1, 1, 2]), min_size=1, max_size=4))
    def teach(self, places):
        """Some of the likely verbs, one after the other."""
        for place in places:
            steps = allowed(self.session.state)[: place + 1]
            if steps and steps[-1] != "end":
                self.verb(steps[-1], text="run")

    def verb(self, verb, **fields):
        state = self.session.state
        asked = len(state.asked)
        following = QUESTIONS[asked] if asked < len(QUESTIONS) else None
        self.session.verb(verb, following, **fields)
        if self.session.state is not state:
            self.note(self.session.journal[-1], state, self.session.effects)

    @rule(student=students, pick=picks, said=sayings, right=st.booleans(), again=st.booleans())
    def one_answers(self, student, pick, said, right, again):
        self.answer(student, pick, said, right, again=again)

    def answer(self, student, pick, said, right, *, again):
        """To what is before the student, now or for the second time."""
        question = personal.current(self.session.state, student)
        if question:
            vote = len(self.session.state.asked[question - 1].votes)
            self.submit((student, question, vote), pick, said, right, again=again)

    @rule(right=st.booleans())
    def all_answer(self, right):
        for student in self.session.state.students:
            self.answer(student, student % 2, "sure", right, again=False)
        self.wait(0)

    @rule(
        student=students,
        question=st.integers(0, 6),
        vote=st.integers(1, 2),
        pick=picks,
        again=st.booleans(),
    )
    def stray_answer(self, student, question, vote, pick, again):
        """To any question and vote, whatever is before the class."""
        self.submit((student, question, vote), pick, "", True, again=again)

    def submit(self, key, pick, said, right, *, again):
        """An answer, or an earlier one of the same student to the same vote once more."""
        earlier = self.submitted.get(key, [])
        pick = self.picked(key[1], pick)
        submission = earlier[0] if again and earlier else f"s{self.session.t}-{len(earlier)}"
        student, question, vote = key
        answers = self.answers(question)
        event = events.Answered(
            self.session.t, student, question, vote, pick, said, submission,
            right if answers else None,
        )  # fmt: skip
        before, effects = self.do(event)
        out = student in before.students and before.students[student].out
        if submission in earlier and not out:
            assert effects == (Acknowledge(student, submission, question, vote),)
            assert self.session.state is before
        elif self.session.state is not before:
            self.check_taken(before, event)
            self.kept[key] = pick
            self.submitted[key] = [*earlier, submission]
            assert effects[0] == Acknowledge(student, submission, question, vote)
        else:
            assert why(effects) is not None

    def picked(self, question, pick):
        """One of the answers that there are, or one that there is not."""
        asked = self.session.state.asked
        options = asked[question - 1].question.options if 0 < question <= len(asked) else ()
        every = [option.id for option in options] or ["According to@0", "safe@38"]
        return (every * 4)[:3][pick] if pick < 3 else "nothing"

    def answers(self, question):
        asked = self.session.state.asked
        return 0 < question <= len(asked) and asked[question - 1].question.answers

    def check_taken(self, state, event):
        """What was taken came in time, from somebody who may vote, for what is open."""
        assert state.paused is None
        assert state.phase in {Phase.OPEN, Phase.OWN}
        student = state.students[event.student]
        assert not student.out
        assert event.question == personal.current(state, event.student)
        assert event.vote == len(state.asked[event.question - 1].votes)
        assert event.t <= personal.deadline(state, student.allowance) + GRACE

    @invariant()
    def what_was_acknowledged_is_there_and_nothing_else(self):
        found = {
            (student, question, vote): ballot.choice
            for question, asking in enumerate(self.session.state.asked, 1)
            for vote, cast in enumerate(asking.votes, 1)
            for student, ballot in cast.ballots.items()
        }
        assert found == self.kept

    @invariant()
    def what_is_told_does_not_change(self):
        """A question that the class has left keeps its votes, and so its points."""
        for number, asking in enumerate(self.session.state.asked[:-1], 1):
            if self.pace == "class":
                assert self.over.setdefault(number, asking) == asking

    @invariant()
    def the_state_makes_sense(self):
        state = self.session.state
        for asking in state.asked:
            assert len(asking.votes) <= 2
            assert asking.told is None or 0 <= asking.told <= len(asking.votes)
            for vote in asking.votes:
                for ballot in vote.ballots.values():
                    assert ballot.seconds >= 0
                    assert 0 <= ballot.spare <= 1
        for student in state.students.values():
            assert not (student.out and student.present)
        assert state.slow == tuple(s.id for s in state.students.values() if s.allowance > 1)
        assert state.paused is None or state.since <= state.paused <= state.at

    @invariant()
    def the_alarm_clock_is_set_right(self):
        state = self.session.state
        when = wakes(state)
        if when is not None:
            assert due(state, when) is not None
            assert due(state, when - 0.001) is None
        else:
            assert due(state, 1e9) is None

    @invariant()
    def numbers_agree(self):
        state = self.session.state
        totals = scoring.totals(state)
        for student in state.students:
            assert totals[student] == scoring.total(state, student)
            left = personal.left(state, state.students[student].allowance, self.session.t)
            assert left is None or left >= 0
        if state.asked and state.asked[-1].votes:
            vote = state.asked[-1].votes[-1]
            answering = tally.answering(state, vote)
            assert answering.answered <= answering.present
            assert answering.answered <= answering.stored
            assert sum(voting.people(state, vote).values()) == answering.stored

    def teardown(self):
        if not hasattr(self, "session"):
            return
        again = None
        for event in self.session.journal:
            again, _ = apply(again, event)
        assert again == self.session.state


class OwnHistories(Histories):
    """The same where everybody has a pace of their own."""

    pace = "own"


_HISTORIES = settings(max_examples=60, stateful_step_count=40)
TestHistories = Histories.TestCase
TestHistories.settings = _HISTORIES
TestOwnHistories = OwnHistories.TestCase
TestOwnHistories.settings = _HISTORIES


def test_only_what_changed_the_state_is_needed_again():
    """Refused and repeated events in a journal would do no harm either."""
    session = Session()
    session.join("Ada")
    session.ask(item())
    first = session.answer(1, "confirmed", submission="a")
    every = [*session.journal, session.journal[-1], replace(session.journal[-1], submission="b")]
    session.do(every[-1])
    again = None
    for event in (*every, events.Boarded(session.t), *every[1:3]):
        again, _ = apply(again, event)
    assert first
    assert again == session.state
