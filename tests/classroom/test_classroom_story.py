"""Scenarios that a class decides by majority."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lesson_samples import STORY, Taught
from scenario_samples import PACK, moves_of, scenarios

from quizgame.classroom.wire.outgoing import TO_HOST, TO_PROJECTOR
from quizgame.game.scenarios.plan import plan_of
from quizgame.game.scenarios.run import begin, take

SHIPPED = (
    "last-weeks-copy", "machines-copy", "night-desk", "one-witness", "the-caption",
    "two-thousand-dollars",
)  # fmt: skip


def begun(**settings):
    taught = Taught(STORY, story="desk", **settings)
    taught.join("Ana", "Ben", "Cem")
    taught.next()
    return taught


def decide(taught, option):
    taught.vote(option)
    taught.verb("reveal")
    assert taught.asking.settled == option


def test_a_scene_comes_with_its_story_its_desk_and_what_can_be_done():
    taught = begun()
    seen = taught.student(1).common
    assert seen.asked.kind == "scene"
    assert seen.asked.prompt == "08:00\n\nA line comes in."
    assert [one.text for one in seen.asked.passages] == ["The mayor says that the pool closes."]
    assert [one.id for one in seen.asked.choices] == [
        "flat", "named", "wait", "ask:clerk", "ask:guard",
    ]  # fmt: skip
    assert [one.note for one in seen.asked.choices[-2:]] == ["ask first; reach a little down"] * 2
    assert seen.scene.desk[0].claim == "pool"
    assert seen.scene.desk[0].source == seen.scene.desk[0].cue == ""
    assert not seen.scene.undoes
    assert not seen.confidence
    assert seen.total is None
    assert taught.asking.question.statement == "The desk, 08:00"


def test_what_came_of_a_decision_is_told_with_the_decision_and_not_before():
    taught = begun()
    taught.vote("flat")
    seen = taught.student(1).common
    assert (seen.settled, seen.consequence, seen.page) == ("", None, ())
    taught.verb("reveal")
    seen = taught.student(1).common
    assert seen.settled == "Print it flat"
    assert seen.consequence.because == "It was the mayor's word."
    assert seen.consequence.right is False
    assert seen.consequence.papers[0].passage.marks
    assert seen.scene.scene == "wire"
    assert seen.page[0].text == "Pool closes"
    assert taught.student(1).explained is None


def test_the_next_scene_is_where_the_majority_leads():
    taught = begun()
    taught.verb("open")
    for student, chosen in enumerate(("named", "named", "flat"), 1):
        taught.say(student, chosen)
    taught.verb("lock")
    taught.verb("reveal")
    assert taught.next().id == "small/desk?scene@noon"
    assert taught.host().common.scene.time == "12:00"


def test_an_ask_brings_its_paper_and_the_scene_comes_again():
    taught = begun()
    decide(taught, "ask:clerk")
    told = taught.student(1).common.consequence
    assert told.asked
    assert [paper.passage.text for paper in told.papers] == ["The council voted on Monday."]
    assert told.papers[0].cue == ""
    again = taught.next()
    assert again.id == "small/desk?scene@wire#2"
    seen = taught.student(1).common
    assert [paper.brought for paper in seen.scene.desk] == ["", "Call the clerk"]
    assert "both" in [one.id for one in seen.asked.choices]
    assert again.words < taught.state.asked[0].question.words
    decide(taught, "both")
    assert taught.student(1).common.ending.text == "It holds."


def test_an_ask_after_the_deadline_ends_the_scene():
    taught = begun()
    decide(taught, "ask:guard")
    taught.next()
    notes = [one.note for one in taught.student(1).common.asked.choices]
    assert "ask first; too late; reach a little down" in notes
    decide(taught, "ask:clerk")
    assert taught.student(1).common.consequence.late
    assert taught.next() is None
    assert taught.host().common.ending.text == "The page is gone."


def test_a_scene_that_is_passed_over_comes_again_as_if_nothing_had_been_decided():
    taught = begun()
    decide(taught, "flat")
    taught.verb("skip")
    assert taught.wall().common.page == ()
    assert taught.wall().common.consequence is None
    assert taught.next().id == "small/desk?scene@wire#2"
    assert taught.host().common.scene.meters == begun().host().common.scene.meters
    decide(taught, "named")
    assert [line.text for line in taught.wall().common.page] == ["Mayor: pool closes"]


def test_a_tie_is_settled_by_the_teacher():
    taught = begun()
    taught.verb("open")
    taught.say(1, "named")
    taught.say(2, "flat")
    taught.verb("lock")
    assert "reveal" not in taught.host().verbs
    assert dict(taught.host().options)["flat"] == "Print it flat"
    taught.verb("settle", text="flat")
    assert taught.wall().common.settled == "Print it flat"


def test_the_end_compares_every_decision_with_a_careful_editors():
    taught = begun()
    decide(taught, "flat")
    taught.next()
    decide(taught, "correct")
    taught.verb("end")
    told = taught.student(1).common.ending
    assert [one.told.done for one in told.decisions] == ["Print it flat", "Correct it"]
    assert [one.text for one in told.decisions[0].careful] == ["Print it with the name", "Wait"]
    assert taught.student(1).review == ()


def test_a_lesson_that_is_ended_early_looks_back_at_what_was_decided():
    taught = begun()
    assert taught.host().common.ending is None
    decide(taught, "named")
    taught.next()
    assert taught.host().common.ending is None
    taught.verb("end")
    assert [one.told.done for one in taught.host().common.ending.decisions] == [
        "Print it with the name"
    ]


def test_who_reads_on_the_wall_picks_without_the_story():
    taught = begun(text_here=False)
    seen = taught.student(1).common
    assert (seen.scene, seen.asked.passages, seen.asked.prompt) == (None, (), "")
    assert [one.text for one in seen.asked.choices][:2] == [
        "Print it flat", "Print it with the name",
    ]  # fmt: skip
    assert taught.wall().common.scene


def test_the_wall_without_text_shows_no_scene():
    taught = begun(text_there=False)
    assert taught.wall().common.scene is taught.wall().common.asked is None
    assert taught.student(1).common.scene


def play(taught, pick, most=40):
    """Plays until the story is over, by what `pick` makes of a question; every view is valid."""
    taught.join("Ana")
    for _ in range(most):
        asked = taught.next()
        if asked is None:
            return taught.host().common.ending
        decide(taught, pick(asked))
        taught.student(1)
        TO_HOST.validate_json(taught.host().model_dump_json())
        TO_PROJECTOR.validate_json(taught.wall().model_dump_json())
    return None


def ways(plan):
    """For every ending a seed and the options that lead to it, found by playing at random."""
    found = {}
    endings = {scene.id for scene in plan.scenario.scene if scene.ending}
    for seed in range(5000):
        rng, run, way = Random(seed), begin(plan, seed), []
        while not run.ended:
            move = rng.choice([one for one in moves_of(run) if one.kind != "undo"])
            way.append(f"ask:{move.id}" if move.kind == "ask" else move.id)
            run = take(run, move)
        found.setdefault(run.state.scene, (seed, way))
        if found.keys() == endings:
            return found
    raise AssertionError(f"not reached: {endings - found.keys()}")


@pytest.mark.parametrize("name", SHIPPED)
def test_a_class_can_reach_every_ending_of_a_shipped_scenario(name, shipped):
    plan = plan_of(shipped.scenarios[name])
    for ending, (seed, way) in ways(plan).items():
        taught = Taught(shipped, story=name, seed=seed)
        left = iter(way)
        told = play(taught, lambda _, left=left: next(left))
        assert told.text == plan.scenes[ending].ending
        assert told.verdict
        assert taught.wall().common.epilogue == plan.scenes[ending].text != ""
        assert list(left) == []
        assert taught.replayed() == taught.state
        lines = [line.text for line in taught.wall().common.page]
        assert lines == list(told.printed)


@settings(max_examples=25)
@given(scenarios(), st.integers(0, 9))
def test_no_story_stops_a_lesson(table, seed):
    source = replace(PACK, scenarios={"random": table})
    taught = Taught(source, story="random", seed=seed)
    told = play(taught, lambda asked: Random(f"{seed}").choice(asked.options).id, most=6)
    assert told is None or told.text == "The end."
    ids = [asking.question.id for asking in taught.state.asked]
    assert len(set(ids)) == len(ids)
    moves = [asking.settled for asking in taught.state.asked]
    assert all(moves)
