"""The engine of scenarios: what can be done, what follows, and that a run is a value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pack_samples import few
from scenario_samples import PACK, TABLE, move, moves_of, run_of, scenario, scenarios

from quizgame.game.scenarios import moves
from quizgame.game.scenarios.consequence import consequence
from quizgame.game.scenarios.ending import ending
from quizgame.game.scenarios.plan import plan_of
from quizgame.game.scenarios.run import Move, MoveRefusedError, begin, replay, take
from quizgame.game.scenarios.scene import view
from quizgame.game.scenarios.state import State, holds


def ids(things):
    return [thing.id for thing in things]


def test_a_run_begins_at_the_start():
    run = run_of()
    assert run.state == State("wire", (50, 50))
    assert not run.ended
    assert not run.undoes


def test_a_choice_changes_meters_and_goes_on():
    run = run_of("flat", seed=2)
    assert run.state.scene == "noon"
    assert run.turns[0].effected == (20, 70)
    assert run.state.chose == {"flat"}


def test_meters_stay_between_0_and_100():
    plan = plan_of(scenario())
    assert moves.changed(plan, (90, 10), {"trust": 30, "reach": -30}) == (100, 0)


def test_a_choice_is_offered_where_its_needs_hold():
    run = run_of()
    assert ids(moves.choices(run.plan, run.state)) == ["flat", "named", "wait"]
    assert ids(moves.choices(run.plan, run_of("clerk").state))[-1] == "both"


def test_what_is_not_offered_is_refused():
    for wrong in (
        Move("choose", "wire", "both"),
        Move("choose", "noon", "stand"),
        Move("ask", "wire", "nobody"),
        Move("undo", "wire"),
    ):
        with pytest.raises(MoveRefusedError):
            take(run_of(), wrong)
    with pytest.raises(MoveRefusedError):
        take(run_of("clerk"), Move("ask", "wire", "clerk"))


def test_asks_cost_and_the_last_one_misses_the_deadline():
    once = run_of("clerk")
    assert (once.state.scene, once.state.meters, once.state.used) == ("wire", (50, 45), 1)
    twice = run_of("clerk", "guard")
    assert twice.ended
    assert twice.state.scene == "gone"
    assert twice.state.asked == {"clerk", "guard"}


def test_without_a_scene_for_being_late_no_more_can_be_asked():
    scenes = [{**TABLE["scene"][0], "late": None}, *TABLE["scene"][1:]]
    run = run_of("clerk", of=scenario(scene=scenes))
    assert moves.asks(run.plan, run.state) == ()


def test_another_scene_opens_in_place():
    assert run_of("flat", "correct").state.scene == "thin"
    assert run_of("named", "correct").state.scene == "good"


def test_scenes_that_open_in_place_of_each_other_come_to_rest():
    ring = [
        {"id": name, "choice": [{"id": f"c-{name}", "text": "Go", "goes": "a"}],
         "instead": [{"needs": {}, "goes": other}]}
        for name, other in (("a", "b"), ("b", "c"), ("c", "a"))
    ]  # fmt: skip
    assert begin(plan_of(scenario(scene=ring, start="a", event=[])), 1).state.scene == "c"


def test_an_event_is_drawn_from_the_seed_and_needs_what_it_needs():
    seen = {seed: run_of("named", seed=seed).state.happened for seed in range(20)}
    assert {frozenset(), frozenset({"ring"})} == set(seen.values())
    assert run_of("named", seed=3).state.happened == seen[3]
    assert not any(run_of("wait", seed=seed).state.happened for seed in range(20))
    rung = next(seed for seed, happened in seen.items() if happened)
    assert run_of("named", seed=rung).state.meters[0] == 55


@pytest.mark.parametrize(
    ("needs", "expected"),
    [
        ({}, True),
        ({"trust": ">=50"}, True),
        ({"trust": "> 50"}, False),
        ({"trust": "<=50", "reach": "<49"}, False),
        ({"trust": "==50"}, True),
        ({"chose": ("a",)}, True),
        ({"chose": ("a", "b")}, False),
        ({"asked": ("q",)}, True),
        ({"happened": ("e",)}, True),
        ({"happened": ("x",)}, False),
        ({"any": ("x", "q")}, True),
        ({"any": ()}, False),
        ({"none": ("x", "e")}, False),
        ({"none": ("x",)}, True),
    ],
)
def test_needs(needs, expected):
    state = State("wire", (50, 50), frozenset({"a"}), frozenset({"q"}), frozenset({"e"}))
    assert holds(needs, state, plan_of(scenario())) is expected


def test_undo_takes_the_last_decision_back_with_what_was_asked_since():
    run = run_of("clerk", "named")
    assert take(run, move(run, "undo")) == run_of("clerk")
    assert run_of("clerk", "guard", "undo") == run_of("clerk")
    assert run_of("clerk", "named", "correct", "undo", "undo") == run_of("clerk")


def test_where_the_scenario_forbids_it_nothing_is_taken_back():
    run = run_of("named", of=scenario(undo=False))
    assert not run.undoes
    with pytest.raises(MoveRefusedError):
        take(run, move(run, "undo"))


def test_replay_passes_over_what_does_not_fit():
    plan = plan_of(scenario())
    steps = [
        Move("choose", "wire", "gone-since"),
        Move("choose", "wire", "named"),
        Move("choose", "wire", "flat"),
        Move("undo", "elsewhere"),
    ]
    run, passed = replay(plan, 1, steps)
    assert (run, passed) == (run_of("named"), 3)


@few
@given(scenarios(), st.integers(), st.data())
def test_random_play_never_fails_and_replays_to_the_same_run(random, seed, data):
    plan = plan_of(random)
    run = begin(plan, seed)
    done = []
    for _ in range(12):
        possible = moves_of(run)
        assert run.ended or run.stuck or any(m.kind != "undo" for m in possible)
        view(PACK, run)
        if not possible:
            break
        done.append(data.draw(st.sampled_from(possible)))
        run = take(run, done[-1])
        assert all(0 <= value <= 100 for value in run.state.meters)
        if run.turns:
            consequence(PACK, run)
    ending(PACK, run)
    assert replay(plan, seed, done) == (run, 0)
    kept = [turn.move for turn in run.turns]
    assert replay(plan, seed, kept) == (run, 0)


@few
@given(scenarios(), st.integers(), st.data())
def test_undo_undoes(random, seed, data):
    run = begin(plan_of(random), seed)
    for _ in range(8):
        ways = [m for m in moves_of(run) if m.kind != "undo"]
        if not ways:
            break
        before, run = run, take(run, data.draw(st.sampled_from(ways)))
        if run.undoes and run.turns[-1].decided:
            assert take(run, Move("undo", run.state.scene)) == before
