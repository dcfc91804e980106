"""Points and numbers of people, by hand and by their properties."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rules_samples import Session, choice, item, mark, scene

from quizgame.classroom import events
from quizgame.classroom.lesson import MOST_SPEED
from quizgame.classroom.rules import scoring, tally, voting
from quizgame.classroom.rules.personal import current
from quizgame.classroom.state import Ballot


def ballot(right=True, confidence="", spare=0.0):
    return Ballot("confirmed", confidence, "s", right, 1.0, spare)


shares = st.floats(0, 1)
speeds = st.floats(0, MOST_SPEED)
sayings = st.sampled_from(["", "guess", "fairly", "sure"])


# --- the points of one answer


@pytest.mark.parametrize(
    ("right", "confidence", "worth"),
    [
        (True, "", 10),
        (True, "guess", 10),
        (True, "fairly", 18),
        (True, "sure", 20),
        (False, "", 0),
        (False, "guess", 0),
        (False, "fairly", -12),
        (False, "sure", -26),
        (None, "sure", 0),
    ],
)
def test_worked_examples(right, confidence, worth):
    assert scoring.points(item(), ballot(right, confidence), 0.0) == worth


@pytest.mark.parametrize(
    ("speed", "spare", "worth"),
    [(0.0, 1.0, 10), (0.2, 1.0, 12), (0.2, 0.5, 11), (1 / 3, 1.0, 15), (1 / 3, 0.0, 10)],
)
def test_speed_adds_up_to_its_share(speed, spare, worth):
    assert scoring.points(item(), ballot(spare=spare), speed) == worth


@given(speeds, shares, sayings, st.integers(2, 12))
def test_speed_is_never_more_than_its_share(speed, spare, said, guesses):
    question = item(guesses=guesses)
    fast = scoring.points(question, ballot(True, said, spare), speed)
    calm = scoring.points(question, ballot(True, said, spare), 0.0)
    assert fast - calm <= speed * fast + 1e-9


@given(st.floats(allow_nan=False), shares)
def test_a_speed_out_of_range_counts_as_the_nearest(speed, spare):
    points = scoring.points(item(), ballot(spare=spare), speed)
    assert 10 <= points <= 15 + 1e-9


@given(speeds, shares, sayings)
def test_wrong_is_not_dearer_or_cheaper_by_speed(speed, spare, said):
    wrong = ballot(False, said, spare)
    assert scoring.points(item(), wrong, speed) == scoring.points(item(), wrong, 0.0)


@given(speeds, shares, sayings, st.integers(2, 12))
def test_right_is_never_worth_less_than_wrong(speed, spare, said, guesses):
    question = item(guesses=guesses)
    right, wrong = (scoring.points(question, ballot(r, said, spare), speed) for r in (True, False))
    assert right >= 10 > 0 >= wrong


def expected(said, chance, guesses):
    right, wrong = (scoring.points(item(guesses=guesses), ballot(r, said), 0.0) for r in (1, 0))
    return chance * right + (1 - chance) * wrong


@given(st.integers(2, 12))
def test_honesty_pays(guesses):
    """Whoever guesses, is fairly sure or sure, earns most by saying so."""
    for said, chance in (("guess", 1 / guesses), ("fairly", 0.75), ("sure", 0.95)):
        others = {"guess", "fairly", "sure"} - {said}
        assert expected(said, chance, guesses) > max(
            expected(other, chance, guesses) for other in others
        )


# --- what counts


def play(*rounds, settings=None, students=("Ada", "Bo")):
    """Each round: a question, the answers of its votes, and the verbs after the last lock."""
    session = Session(settings or {})
    session.join(*students)
    for question, votes, *verbs in rounds:
        session.ask(question)
        for number, vote in enumerate(votes):
            if number:
                session.verb("discuss")
                session.verb("open")
            for student, chosen in vote.items():
                session.answer(student, chosen)
            session.verb("lock")
        for verb in verbs:
            session.verb(verb)
    return session


def test_nothing_counts_before_the_key_is_told():
    session = play((item(), [{1: "confirmed"}]))
    assert scoring.score(session.state, session.asking, 1) is None
    assert scoring.total(session.state, 1) == 0
    assert tally.misconceptions(session.state) == ()
    session.verb("reveal")
    assert scoring.score(session.state, session.asking, 1) == 10
    assert scoring.totals(session.state) == {1: 10, 2: 0}


def test_a_skipped_question_counts_nowhere():
    session = play((choice(), [{1: "april", 2: "may"}], "reveal", "skip"))
    assert scoring.totals(session.state) == {1: 0, 2: 0}
    assert tally.misconceptions(session.state) == ()


def test_the_last_vote_before_the_key_scores():
    session = play((item(), [{1: "alleged", 2: "confirmed"}, {1: "confirmed"}], "reveal"))
    assert scoring.totals(session.state) == {1: 10, 2: 10}
    assert [voting.number_of(session.asking, student) for student in (1, 2, 3)] == [2, 1, 0]


def test_a_vote_after_the_key_does_not_score():
    session = play((item(), [{1: "alleged"}], "reveal", "discuss", "open"))
    session.answer(1, "confirmed")
    session.answer(2, "confirmed")
    session.verb("lock")
    session.verb("reveal")
    assert scoring.totals(session.state) == {1: 0, 2: 0}


def test_own_time_makes_speed_fair():
    """Half of the own time left is half of the points for speed, whatever the allowance."""
    session = Session({"seconds": 60.0, "speed": 0.2})
    session.join("Ada", "Bo")
    session.verb("allow", student=2, amount=2)
    session.ask(item())
    session.t += 30
    session.answer(1, "confirmed")
    session.t += 35
    session.answer(2, "confirmed")
    session.verb("lock")
    session.verb("reveal")
    assert scoring.totals(session.state) == {1: 11, 2: 11}
    session.verb("allow", student=1, amount=10)
    assert scoring.total(session.state, 1) == 11


def test_an_answer_within_the_grace_is_worth_what_a_slow_one_is():
    session = Session({"seconds": 60.0, "speed": 0.2})
    session.join("Ada")
    session.ask(item())
    session.t += 61
    session.answer(1, "confirmed")
    session.verb("lock")
    session.verb("reveal")
    assert scoring.totals(session.state) == {1: 10}


def test_nothing_for_speed_without_a_limit():
    session = Session({"seconds": None, "speed": 0.3})
    session.join("Ada")
    session.ask(item())
    session.answer(1, "confirmed")
    session.verb("lock")
    session.verb("reveal")
    assert scoring.total(session.state, 1) == 10


def test_at_their_own_pace_an_answer_counts_at_once():
    session = Session({"pace": "own"})
    session.join("Ada", "Bo")
    for name in ("bridge", "well"):
        session.verb("begin", item(name))
    session.verb("begin")
    session.answer(1, "confirmed", question=current(session.state, 1), vote=1)
    assert scoring.totals(session.state) == {1: 10, 2: 0}


def test_nobody_wins_a_scene():
    session = play((scene(), [{1: "run", 2: "run"}], "reveal"))
    assert scoring.totals(session.state) == {1: 0, 2: 0}


@given(st.dictionaries(st.integers(1, 4), st.sampled_from(["april", "may", "july"])))
def test_the_totals_are_the_sums_of_each(given_):
    session = play(
        (item(), [dict.fromkeys(given_, "confirmed"), {1: "alleged"}], "reveal"),
        (choice(), [given_], "reveal"),
        students=("Ada", "Bo", "Cy", "Di"),
    )
    totals = scoring.totals(session.state)
    assert totals == {student: scoring.total(session.state, student) for student in range(1, 5)}


def test_a_team_has_the_mean_of_those_who_take_part():
    session = Session({"teams": ("A", "B", "C")})
    for name, team in (("Ada", "A"), ("Bo", "A"), ("Cy", "B"), ("Di", "B"), ("Ed", "B")):
        session.join(name, team=team)
    session.ask(item())
    for student, chosen in ((1, "confirmed"), (2, "alleged"), (3, "confirmed"), (4, "alleged")):
        session.answer(student, chosen)
    assert scoring.team_means(session.state) == {"A": 0, "B": 0, "C": 0}
    session.verb("lock")
    session.verb("reveal")
    assert scoring.team_means(session.state) == {"A": 5, "B": 5, "C": 0}
    session.verb("kick", student=4)
    assert scoring.team_means(session.state) == {"A": 5, "B": 10, "C": 0}


# --- numbers of people


def test_a_vote_in_numbers_of_people():
    session = Session()
    session.join("Ada", people=2)
    session.join("Bo", "Cy", "Di")
    session.ask(choice())
    for student, chosen, said in ((1, "april", "sure"), (2, "may", "sure"), (3, "may", "")):
        session.answer(student, chosen, said)
    counts = tally.counts(session.state, choice(), session.vote)
    assert [(c.option, c.people, c.sure, c.right) for c in counts] == [
        ("april", 2, 2, True),
        ("may", 2, 1, False),
        ("june", 0, 0, False),
        ("july", 0, 0, False),
    ]
    assert counts[1].because == "It is the date of the vote."
    assert tally.share_right(session.state, choice(), session.vote) == 0.5
    assert tally.answering(session.state, session.vote) == tally.Answering(4, 5, 4)
    session.happens(events.Left, 2)
    assert tally.answering(session.state, session.vote) == tally.Answering(3, 4, 4)
    session.verb("kick", student=1)
    assert tally.answering(session.state, session.vote) == tally.Answering(1, 2, 2)
    assert tally.share_right(session.state, choice(), session.vote) == 0


def test_marks_are_counted_by_their_words_and_graded_one_by_one():
    session = Session()
    session.join("Ada", "Bo", "Cy", "Di")
    session.ask(mark())
    for student, chosen, right in (
        (1, "According to the@0", True),
        (2, "bridge@28", False),
        (3, "According to the@0", True),
        (4, "According to@0", True),
    ):
        session.happens(events.Answered, student, 1, 1, chosen, "", f"m{student}", right)
    counts = tally.counts(session.state, mark(), session.vote)
    assert [(c.option, c.people, c.right) for c in counts] == [
        ("According to the@0", 2, True),
        ("According to@0", 1, True),
        ("bridge@28", 1, False),
    ]
    assert tally.share_right(session.state, mark(), session.vote) == 0.75


def test_where_nothing_is_right_no_share_is():
    session = Session()
    session.join("Ada")
    session.ask(scene())
    assert tally.share_right(session.state, item(), session.vote) is None
    session.answer(1, "run")
    assert tally.share_right(session.state, scene(), session.vote) is None
    assert {c.right for c in tally.counts(session.state, scene(), session.vote)} == {None}


@pytest.mark.parametrize(
    ("question", "share", "worth"),
    [
        (choice(), 1 / 3, True),
        (choice(), 2 / 3, True),
        (choice(), 0.33, False),
        (choice(), 0.67, False),
        (item(), 0.49, False),
        (item(), 0.5, True),
        (item(), 0.8, True),
        (item(), 0.81, False),
        (item(), None, False),
    ],
)
def test_when_to_discuss(question, share, worth):
    assert tally.worth_discussing(question, share) is worth


def test_misconceptions_and_what_the_class_was_sure_and_wrong_about():
    session = Session()
    session.join("Ada", people=2)
    session.join("Bo", "Cy", "Di")
    for question, said in ((choice("one"), "sure"), (choice("two"), "fairly")):
        session.ask(question)
        for student, chosen in ((1, "july"), (2, "may"), (3, "june"), (4, "april")):
            session.answer(student, chosen, said)
        session.verb("lock")
        session.verb("reveal")
    assert tally.misconceptions(session.state) == (
        ("Somebody hopes so.", 4),
        ("It is the date of the vote.", 2),
    )
    assert tally.confidently_wrong(session.state) == (("About the one.", 4),)
    session.verb("kick", student=1)
    assert tally.misconceptions(session.state) == (("It is the date of the vote.", 2),)


def test_raised_hands_are_people_too():
    session = Session({"hands": True})
    session.ask(choice())
    session.verb("hands", counts={"april": 12, "may": 8, "july": 0})
    session.verb("lock")
    assert tally.promises_most(session.state)
    session.verb("reveal")
    assert tally.misconceptions(session.state) == (("It is the date of the vote.", 8),)
    assert tally.share_right(session.state, choice(), session.vote) == 0.6
    assert tally.answering(session.state, session.vote).stored == 20
