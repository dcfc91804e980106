"""What a front is told of a scenario: scenes, papers, consequences, the end."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pack_samples import few
from scenario_samples import PACK, TABLE, run_of, scenario

from quizgame.game.items import UnknownItemError
from quizgame.game.scenarios import papers
from quizgame.game.scenarios.consequence import NOTHING, consequence
from quizgame.game.scenarios.ending import Careful, ending
from quizgame.game.scenarios.judging import judged
from quizgame.game.scenarios.length import longest
from quizgame.game.scenarios.meters import STEPS, Change, Meter
from quizgame.game.scenarios.path import PathLine, path
from quizgame.game.scenarios.plan import plan_of
from quizgame.game.scenarios.reviewed import decision
from quizgame.game.scenarios.scene import view

RINGS = next(seed for seed in range(50) if run_of("named", seed=seed).state.happened)
SILENT = next(seed for seed in range(50) if not run_of("named", seed=seed).state.happened)
DESK = replace(PACK, scenarios={"desk": scenario()})


def texts(sheets):
    return [sheet.passage.text for sheet in sheets]


def test_a_scene_as_it_is_seen():
    seen = view(PACK, run_of())
    assert (seen.title, seen.time, seen.day) == ("The desk", "08:00", "1 May 2026")
    assert [one.id for one in seen.decisions] == ["flat", "named", "wait"]
    assert [(one.id, one.late) for one in seen.questions] == [("clerk", False), ("guard", False)]
    assert seen.questions[0].costs == (Change("reach", -5),)
    assert (seen.left, seen.number, seen.most, seen.undoes) == (1, 1, 3, False)
    assert [(one.name, one.value) for one in seen.meters] == [("trust", 50), ("reach", 50)]


def test_a_question_that_misses_the_deadline_says_so_before():
    seen = view(PACK, run_of("clerk"))
    assert (seen.left, [(one.id, one.late) for one in seen.questions]) == (0, [("guard", True)])


def test_what_a_paper_is_about_begins_with_a_capital():
    open_claim = replace(PACK.claims["pool"], headline="whether the pool closes")
    changed = replace(PACK, claims={**PACK.claims, "pool": open_claim})
    assert papers.on_desk(changed, run_of())[0].about == "Whether the pool closes"


def test_papers_are_those_of_the_day_and_those_that_were_brought():
    assert texts(papers.on_desk(PACK, run_of())) == ["The mayor says that the pool closes."]
    assert not papers.on_desk(PACK, run_of())[0].passage.marks
    brought = papers.on_desk(PACK, run_of("clerk"))[1]
    assert (brought.claim, brought.brought) == ("vote", "Call the clerk")
    later = run_of("clerk", "named", seed=RINGS)
    assert texts(papers.on_desk(PACK, later)) == [
        "The herald heard of a closed pool.",
        "The council voted on Monday.",
    ]
    # What lies here already is not in the drawer too.
    assert texts(papers.in_drawer(PACK, later)) == ["The mayor says that the pool closes."]
    quiet = run_of("clerk", "named", seed=SILENT)
    assert "The council voted on Monday." in texts(papers.in_drawer(PACK, quiet))


def test_what_a_late_call_brought_is_kept():
    late = run_of("guard", "clerk")
    assert "The council voted on Monday." in texts(papers.in_drawer(PACK, late))
    told = consequence(PACK, late)
    assert (told.late, texts(told.papers)) == (True, ["The council voted on Monday."])


def test_an_event_is_told_with_what_it_did():
    (happened,) = view(PACK, run_of("named", seed=RINGS)).happened
    assert (happened.text, happened.changes) == ("The mayor rings.", (Change("trust", -5),))


def test_what_followed_from_a_choice():
    told = consequence(PACK, run_of("flat"))
    assert (told.done, told.right, told.printed) == ("Print it flat", False, "Pool closes")
    assert told.rule.question == "Whose word is it?"
    assert told.changes == (Change("trust", -30), Change("reach", 20))
    # Before anything that happened as the next scene opened.
    assert [meter.value for meter in told.meters] == [20, 70]
    assert told.papers[0].passage.marks


def test_a_meter_that_has_no_further_to_go_is_told_as_it_moved():
    assert consequence(PACK, run_of("wait")).changes == (Change("reach", -50),)


def test_an_ask_that_brings_nothing_is_honest():
    assert consequence(PACK, run_of("guard")).because == "No."
    plain = {**TABLE["scene"][0], "asks": [{"id": "x", "text": "X"}], "choice": []}
    run = run_of("x", of=scenario(scene=[{**plain, "careful": []}, *TABLE["scene"][1:]]))
    assert consequence(PACK, run).because == NOTHING


@pytest.mark.parametrize(
    ("value", "word", "filled"),
    [(0, "very low", 0), (1, "very low", 1), (19, "very low", 1), (20, "low", 2), (50, "fair", 3),
     (79, "high", 4), (80, "very high", 5), (100, "very high", 5)],
)  # fmt: skip
def test_meters_in_words(value, word, filled):
    assert (Meter("trust", value).word, Meter("trust", value).filled) == (word, filled)


@given(st.integers(0, 100))
def test_a_word_and_its_bar_say_the_same(value):
    assert 0 <= Meter("m", value).filled <= STEPS
    assert Meter("m", value).word == Meter("m", max(value - value % 20, 1)).word or value == 100


@pytest.mark.parametrize(
    ("by", "word"), [(5, "a little up"), (-6, "down"), (19, "up"), (-20, "far down")]
)
def test_changes_in_words(by, word):
    assert Change("trust", by).word == word


def test_how_long_a_story_can_be():
    plan = plan_of(scenario())
    assert longest(plan, "wire") == 3
    assert longest(plan, "gone") == 1
    ring = [
        {"id": n, "choice": [{"id": f"c{n}", "text": "Go", "goes": m}]} for n, m in ("ab", "ba")
    ]
    assert longest(plan_of(scenario(scene=ring, start="a", event=[])), "a") == 2


def test_the_path_shows_the_roads_not_taken():
    run = run_of("clerk", "flat", "correct", seed=SILENT)
    assert path(run) == (
        PathLine("scene", "08:00"),
        PathLine("asked", "Call the clerk"),
        PathLine("taken", "Print it flat"),
        PathLine("open", "Print it with the name", ""),
        PathLine("open", "Wait", ""),
        PathLine("open", "Print the vote too", "an ending", last=True),
        PathLine("scene", "12:00"),
        PathLine("closed", "Stand by it"),
        PathLine("taken", "Correct it", last=True),
        PathLine("ending", "It hardly holds.", "fair", last=True),
    )


def test_the_end_names_what_a_careful_editor_could_have_done():
    told = ending(PACK, run_of("flat", "correct"))
    assert (told.text, told.grade, told.verdict) == ("It hardly holds.", "fair", "A fair edition.")
    first, second = told.decisions
    assert first.was_careful is False
    assert first.careful == (
        Careful("Print it with the name", "The name stands in front."),
        Careful("Wait", ""),
    )
    assert (second.was_careful, second.careful) == (None, ())
    assert told.printed == ("Pool closes", "We were wrong")


def test_a_careful_decision_has_nothing_beside_it():
    first = ending(PACK, run_of("named", "correct")).decisions[0]
    assert (first.was_careful, first.careful) == (True, ())


def test_what_counts_as_an_answer():
    run = run_of("clerk", "named", "stand", seed=SILENT)
    ask, named, stand = (judged(PACK, run, turn) for turn in run.turns)
    assert (ask, stand) == (None, None)
    assert (named.item, named.right) == ("small/desk?decision@wire", True)
    assert named.line == "Mayor: pool closes"


@pytest.mark.parametrize(
    ("item", "chosen"),
    [
        ("small/desk?decision@wire", "wait"),
        ("small/desk?decision@wire", "gone"),
        ("small/desk?decision@roof", "flat"),
        ("small/dsk?decision@wire", "flat"),
    ],
)
def test_a_decision_that_the_pack_has_no_longer(item, chosen):
    assert decision(DESK, "small/desk?decision@wire", "flat").right is False
    with pytest.raises(UnknownItemError):
        decision(DESK, item, chosen)


@few
@given(st.lists(st.sampled_from(["clerk", "guard", "flat", "named", "wait", "both", "stand",
                                 "correct", "undo"]), max_size=8), st.integers(0, 9))  # fmt: skip
def test_whatever_is_done_can_be_told(ids, seed):
    from scenario_samples import move

    from quizgame.game.scenarios.run import MoveRefusedError, take

    run = run_of(seed=seed)
    for one in ids:
        try:
            run = take(run, move(run, one))
        except MoveRefusedError:
            continue
    seen, told = view(PACK, run), ending(PACK, run)
    assert seen.number <= seen.most
    assert len(told.decisions) == sum(turn.move.kind == "choose" for turn in run.turns)
    assert sum(line.role == "taken" for line in told.path) == len(told.decisions)
