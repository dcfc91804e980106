"""A scenario at the desk: kept step by step, left, taken up again, counted for the skills."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pack_samples import few
from play_samples import NOON, SMALL, now
from scenario_samples import PACK, moves_of, scenario, scenarios

from quizgame.errors import UsageError
from quizgame.game.front_page import front_page
from quizgame.game.scenarios.run import MoveRefusedError
from quizgame.game.summary import summarise
from quizgame.play.dealer import Dealer
from quizgame.play.newsroom import Newsroom
from quizgame.play.player import SENSITIVE, Player
from quizgame.play.reviewing import review, statement
from quizgame.saves.reading import read
from quizgame.saves.records import Answer, Step

DESK = replace(PACK, scenarios={"desk": scenario()})


@pytest.fixture
def player(tmp_path):
    return Player(tmp_path)


def newsroom(player, seed=1, of=DESK):
    return Newsroom(of, player, now, "session", seed)


def again(player):
    """The same player, read from the disk by another program."""
    player.flush()
    return Player(player.folder, read(player.path))


def did(player):
    return [(step.did, step.scene, step.chosen, step.line) for step in player.steps]


def test_scenarios_come_in_the_order_of_their_days(player):
    days = {"undated": None, "second": date(2026, 5, 2), "first": date(2026, 5, 1)}
    told = {name: scenario(id=name, as_of=day) for name, day in days.items()}
    found = newsroom(player, of=replace(PACK, scenarios=told)).assignments()
    assert [one.scenario.id for one in found] == ["first", "second", "undated"]


def test_who_leaves_out_what_is_sensitive_gets_no_scenario_that_shows_it(player):
    vote = replace(PACK.claims["vote"], sensitive=True)
    room = newsroom(player, of=replace(DESK, claims={**DESK.claims, "vote": vote}))
    room.start("desk")
    assert [one.scenario.id for one in room.assignments()] == ["desk"]
    assert room.waiting()
    player.settings[SENSITIVE] = False
    assert room.assignments() == []
    assert room.waiting() is None


def test_a_run_is_kept_before_anything_is_done(player):
    shift = newsroom(player).start("desk")
    (begun,) = player.steps
    assert begun == Step(
        run=shift.id, pack="small", scenario="desk", seed=1, did="begin", scene="wire", chosen="",
        line="", session="session", at=NOON,
    )  # fmt: skip
    assert shift.view().scene == "wire"


def test_every_step_is_kept_and_a_choice_that_judges_is_an_answer(player):
    shift = newsroom(player).start("desk")
    assert shift.ask("clerk").papers[0].claim == "vote"
    told = shift.choose("flat")
    assert (told.right, told.printed) == (False, "Pool closes")
    shift.choose("correct")
    assert did(player)[1:] == [
        ("ask", "wire", "clerk", ""),
        ("choose", "wire", "flat", ""),
        ("choose", "noon", "correct", "We were wrong"),
    ]
    (answer,) = player.answers
    assert answer == Answer(
        item="small/desk?decision@wire", quote="", chosen="flat", right=False, status="",
        skill="word", article="", confidence="", seconds=0.0, session="session", round=shift.id,
        line="Mayor: pool closes", at=NOON,
    )  # fmt: skip
    assert player.open_round() is None


def test_left_and_taken_up_again_in_another_program(player):
    shift = newsroom(player).start("desk")
    shift.ask("clerk")
    shift.choose("named")
    later = newsroom(again(player), seed=99).resume("desk")
    assert later.run == shift.run
    assert later.id == shift.id
    later.choose("correct")
    assert newsroom(again(later.player)).resume("desk") is None


@pytest.mark.parametrize("kept", range(1, 7))
def test_killed_after_any_record_it_goes_on_exactly_there(player, kept):
    shift = newsroom(player).start("desk")
    runs = [shift.run]
    for do in (lambda: shift.ask("clerk"), lambda: shift.choose("flat"), shift.undo,
               lambda: shift.choose("named")):  # fmt: skip
        do()
        runs.append(shift.run)
    written = list(player._waiting)[:kept]
    player._waiting = type(player._waiting)(written)
    later = newsroom(again(player)).resume("desk")
    assert later.run == runs[sum(isinstance(record, Step) for record in written) - 1]
    # The fourth record is the answer; where it is missing, the decision still counts, and once.
    assert len(later.player.answers) == (kept > 2)


def test_what_is_taken_back_and_decided_anew_counts_as_first_decided(player):
    shift = newsroom(player).start("desk")
    shift.choose("flat")
    shift.undo()
    shift.choose("named")
    assert [answer.chosen for answer in player.answers] == ["flat"]
    assert newsroom(again(player)).resume("desk").run == shift.run
    assert len(newsroom(again(player)).player.answers) == 1
    with pytest.raises(MoveRefusedError):
        shift.choose("both")


def test_lines_go_to_the_front_page_unless_they_are_taken_back(player):
    shift = newsroom(player).start("desk")
    shift.choose("named")
    shift.choose("correct")
    assert [step.line for step in player.printed()] == ["We were wrong"]
    page = front_page(player.answers, player.printed())
    assert [line.text for line in page.news] == ["Mayor: pool closes", "We were wrong"]
    shift.undo()
    shift.choose("stand")
    assert player.printed() == []
    assert [line.text for line in front_page(player.answers, player.printed()).news] == [
        "Mayor: pool closes"
    ]


def test_a_miss_becomes_a_correction_with_the_line_that_was_right(player):
    newsroom(player).start("desk").choose("flat")
    page = front_page(player.answers, player.printed())
    assert [line.text for line in page.corrections] == ["Mayor: pool closes"]
    assert page.news == ()


def test_a_decision_is_explained_again_later(player):
    newsroom(player).start("desk").choose("flat")
    told = review(DESK, player.answers[0])
    assert told.verdict == "Not this time. Print it flat"
    assert told.passages[0].text == "The mayor says that the pool closes."
    assert told.passages[0].marks
    assert statement(DESK, player.answers[0]) == "The desk"


def test_a_decision_is_an_answer_like_others_to_whoever_draws_and_tells(player):
    of = replace(SMALL, scenarios={"desk": scenario()}, articles=PACK.articles,
                 claims={**SMALL.claims, **PACK.claims})  # fmt: skip
    newsroom(player, of=of).start("desk").choose("flat")
    dealt = Dealer(of, player, now, 3)
    sitting = dealt.new_round()
    assert sitting.total == 6
    assert not any("decision" in item for item in sitting.round.items)
    assert (corrections := dealt.corrections()) is not None
    assert all(of.claims[item.partition("/")[2].partition("?")[0]].skill == "word"
               for item in corrections.round.items if "?choice" not in item)  # fmt: skip
    assert summarise(player.answers) == '0 of 1. The miss: "Whose word is it?"'


def test_the_newsroom_knows_what_was_left_and_how_it_ended(player):
    room = newsroom(player)
    assert room.waiting() is None
    assert [(one.left, one.ended, one.best) for one in room.assignments()] == [(None, 0, "")]
    shift = room.start("desk")
    shift.choose("wait")
    left = room.waiting().left
    assert (left.time, left.number, left.most) == ("12:00", 2, 3)
    shift.choose("correct")
    assert room.waiting() is None
    room.start("desk").choose("flat")
    (one,) = room.assignments()
    assert (one.left.scene, one.ended, one.best) == ("noon", 1, "strong")


def test_a_scenario_that_is_not_there(player):
    with pytest.raises(UsageError, match="no scenario"):
        newsroom(player).start("dsk")


def test_a_pack_that_changed_keeps_what_still_fits(player):
    newsroom(player).start("desk").choose("named")
    table = scenario().model_dump()
    table["scene"][0]["choice"] = table["scene"][0]["choice"][2:]
    changed = replace(PACK, scenarios={"desk": type(scenario()).model_validate(table)})
    later = newsroom(player, of=changed).resume("desk")
    assert (later.view().scene, later.passed) == ("wire", 1)
    later.choose("wait")
    assert newsroom(player, of=changed).resume("desk").run == later.run


def test_steps_of_a_later_version_are_passed_over(player):
    shift = newsroom(player).start("desk")
    player.keep(replace(player.steps[0], did="whistle"))
    assert newsroom(player).resume("desk").run == shift.run


@few
@given(scenarios(), st.data())
def test_random_play_resumes_to_the_same_run(tmp_path_factory, random, data):
    player = Player(tmp_path_factory.mktemp("saves"))
    of = replace(PACK, scenarios={"random": random})
    shift = newsroom(player, data.draw(st.integers(0, 99)), of).start("random")
    for _ in range(6):
        ways = moves_of(shift.run)
        if not ways:
            break
        move = data.draw(st.sampled_from(ways))
        shift.undo() if move.kind == "undo" else getattr(shift, move.kind)(move.id)
    later = newsroom(player, of=of).resume("random")
    assert later is None if shift.run.ended else later.run == shift.run
