"""What the teacher types, what the command line takes, and what the hub prints."""

import json
from argparse import ArgumentParser
from contextlib import suppress
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lesson_samples import Taught
from rules_samples import item

from quizgame.classroom import telling, typed
from quizgame.classroom.events import Answered, Joined, Posed
from quizgame.classroom.folder import Running
from quizgame.classroom.limits import Bucket, Door
from quizgame.classroom.views import host_view
from quizgame.commands import host
from quizgame.commands.hosting import settings_of
from quizgame.commands.hosting_sense import expect_fitting
from quizgame.errors import QuizgameError, UsageError


@pytest.fixture(scope="module")
def view():
    taught = Taught(teams=("Red", "Blue"))
    taught.join("Ana", "Brave Otter")
    taught.next()
    return host_view(
        taught.state,
        taught.material,
        taught.t,
        code="C7M4",
        address="a:1",
        bad_frames=0,
        unsaved="",
    )


@pytest.mark.parametrize(
    ("line", "verb", "fields"),
    [
        ("next", "next", {}),
        ("  LOCK ", "lock", {}),
        ("extend", "extend", {}),
        ("extend 45", "extend", {"amount": 45.0}),
        ("kick 2", "kick", {"student": 2}),
        ("kick 'brave otter'", "kick", {"student": 2}),
        ("rename Ana Ana Maria", "rename", {"student": 1, "text": "Ana Maria"}),
        ("allow 1 1.5", "allow", {"student": 1, "amount": 1.5}),
        ("allow 1 no limit", "allow", {"student": 1, "amount": 0.0}),
        ("team 1 Red", "team", {"student": 1, "text": "Red"}),
        ("hands c 17 a 11", "hands", {"counts": {"confirmed": 17, "alleged": 11}}),
        ("settle 2", "settle", {"text": "alleged"}),
        ("settle conf", "settle", {"text": "confirmed"}),
    ],
)
def test_a_typed_verb_is_understood(line, verb, fields, view):
    assert typed.parse(line, view) == (verb, fields)


@pytest.mark.parametrize(
    "line",
    [
        "", "nxet", "kick", "kick 3", "kick Nobody", "rename 1", "allow 1", "allow 1 much",
        "next 2", "extend 0", "extend x", "hands", "hands z 3", "settle", "settle 9", "kick 'ana",
        "team 1",
    ],
)  # fmt: skip
def test_what_is_no_verb_is_told_with_a_cure(line, view):
    with pytest.raises(UsageError) as caught:
        typed.parse(line, view)
    assert caught.value.hint


@given(st.text(max_size=60))
def test_nothing_that_is_typed_breaks_it(view, line):
    with suppress(UsageError):
        assert typed.parse(line, view)[0] in typed.VERBS


def test_every_verb_can_be_typed(view):
    for verb in typed.VERBS:
        with_more = typed._USAGE.get(verb, verb)
        assert with_more.startswith(verb)


def test_a_line_tells_what_happened_and_no_answer_or_secret():
    line = telling.line(Answered(12.5, 3, 1, 1, "alleged", "sure", "s1", True))
    assert line.startswith("12.500 answered student=3 question=1 vote=1")
    assert "alleged" not in line
    assert "sure" not in line
    assert "right" not in line
    line = telling.line(Joined(0.1, 1, 'Ana "x"\n\x1b[2J', "f" * 64))
    assert line.startswith('0.100 joined student=1 name="Ana \\"x\\"\\n\\u001b[2J" people=1')
    assert "f" * 64 not in line
    assert telling.line(Posed(1.0, item())) == "1.000 posed question=pack/bridge?two-way@paper"


def test_the_first_line_can_be_read_by_programs():
    line = telling.listening(Running("2026-11-25-1430", 7, "10.0.0.7", 4747, "C7M4", "10.0.0.7"))
    assert line == ("listening session=2026-11-25-1430 code=C7M4 address=10.0.0.7 port=4747 pid=7")


def test_the_status_tells_how_things_stand(view):
    pairs = dict(pair.split("=") for pair in telling.status(view).split())
    assert (pairs["phase"], pairs["question"], pairs["joined"]) == ("read", "1", "2")
    assert "bad" not in pairs
    assert " bad=3" in telling.status(view.model_copy(update={"bad_frames": 3}))


def settings(*arguments):
    parser = ArgumentParser()
    host.options(parser)
    args = parser.parse_args(arguments)
    expect_fitting(args)
    return settings_of(args)


def test_counting_hands_takes_as_long_as_it_takes():
    assert settings("--hands").seconds is None
    assert settings("--hands", "--seconds", "45").seconds == 45.0


def test_the_options_say_how_a_lesson_is_run(tmp_path):
    usual = settings()
    assert (usual.names, usual.seconds, usual.speed, usual.most) == ("given", 60.0, 0.0, 60)
    other = settings(
        *("--seconds", "90", "--names", "free", "--speed", "33%", "--teams", "Red, Blue"),
        *("--no-confidence", "--no-text-there", "--most", "1000"),
    )
    assert (other.seconds, other.names, other.speed) == (90.0, "free", 0.33)
    assert (other.teams, other.pace, other.confidence) == (("Red", "Blue"), "class", False)
    assert (other.text_here, other.text_there, other.most) == (True, False, 1000)
    assert settings("--own-pace", "--seconds", "none", "--speed", "0").pace == "own"
    roster = tmp_path / "class.csv"
    roster.write_text("Ana\nBo,,no limit\n")
    listed = settings("--roster", str(roster))
    assert (listed.names, listed.most, listed.roster[1].allowance) == ("roster", 5, inf)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--seconds", "4"), ("--seconds", "soon"), ("--seconds", "99999"), ("--speed", "34"),
        ("--speed", "-1"), ("--most", "0"), ("--most", "5000"), ("--teams", "Red"),
        ("--teams", "Red,red"), ("--teams", "\x00,x"), ("--roster", "no-such.csv"),
        ("--hands", "--own-pace"), ("--roster", "x.csv", "--names", "free"),
        ("--speed", "20", "--seconds", "none"), ("--speed", "20", "--own-pace"),
        ("--speed", "20", "--hands"), ("--speed", "20", "--scenario", "s"),
        ("--seconds", "30", "--own-pace"), ("--no-text-here", "--own-pace"),
        ("--no-text-here", "--no-text-there"), ("--teams", "A,B", "--scenario", "s"),
        ("--own-pace", "--scenario", "s"), ("--hands", "--roster", "x.csv"),
        ("--hands", "--teams", "A,B"), ("--wall", "--headless"), ("--wall", "--set", "s"),
        ("--wall", "--resume"), ("--do", "next", "--port", "80"), ("--do", "next", "--wall"),
        ("--resume", "--hands"), ("pack", "--resume", "x"),
    ],
)  # fmt: skip
def test_options_that_cannot_be_meant_are_refused_with_a_cure(arguments):
    with pytest.raises(QuizgameError) as caught:
        settings(*arguments)
    assert caught.value.hint


def test_a_bucket_gives_so_many_at_once_and_then_so_many_a_second():
    bucket = Bucket(3, 2.0, 10.0)
    assert [bucket.take(10.0) for _ in range(4)] == [True, True, True, False]
    assert [bucket.take(11.0) for _ in range(3)] == [True, True, False]
    # A clock that stands still, or jumps back, gives nothing.
    assert not bucket.take(9.0)
    assert [bucket.take(99.0) for _ in range(4)] == [True, True, True, False]


@given(st.integers(1, 1000))
def test_a_whole_class_may_come_at_once_and_a_storm_is_seen(most):
    door = Door.of(most, 0.0)
    assert all(door.admits(0.0) for _ in range(most))
    knocks = 0
    while not door.is_stormed(0.0):
        knocks += 1
    assert max(20, most // 2) <= knocks <= most + 20


def test_what_the_hub_prints_is_one_line_each():
    value = telling._value("a b\nc")
    assert json.loads(value) == "a b\nc"
    assert "\n" not in value
