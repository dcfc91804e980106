"""What the explorer says of a scenario is what looking at every single state says."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scenario_samples import moves_of, run_of, scenario, scenarios

from quizgame.checking import exploring
from quizgame.checking.exploring import Explored, explored
from quizgame.game.scenarios import moves
from quizgame.game.scenarios.plan import plan_of
from quizgame.game.scenarios.run import begin, take
from quizgame.game.scenarios.state import cuts, holds


def every_state(of, limit=600):
    """The same, found without leaving anything out; None where there are too many states."""
    plan, found = plan_of(of), Explored()

    def lots(event, scene):
        found.eligible.add(event.id)
        return (True, False) if event.chance < 1 else (True,)

    after = {}
    fresh = [arrival.state for arrival in moves.begin(plan, lots)]
    while fresh:
        state = fresh.pop()
        if state in after:
            continue
        found.scenes.add(state.scene)
        following = []
        for choice in moves.choices(plan, state):
            found.offered.add(choice.id)
            following += moves.go(plan, moves.made(plan, state, choice), choice.goes, lots)
        late = plan.scenes[state.scene].late if moves.is_spent(plan, state) else None
        for ask in moves.asks(plan, state):
            then = moves.asked(plan, state, ask)
            following += moves.go(plan, then, late, lots) if late else [moves.Arrival(then)]
        after[state] = [arrival.state for arrival in following]
        fresh += after[state]
        if len(after) > limit:
            return None
    ends = {state for state in after if moves.is_ending(plan, state)}
    ended = set(ends)
    while grown := {s for s, to in after.items() if s not in ended and ended.intersection(to)}:
        ended |= grown
    hopeless = after.keys() - ended
    # Asks that help nobody do not save a state from being stuck.
    idle = {s for s in after if not moves.choices(plan, s) and s not in ends}
    found.stuck = {s.scene: () for s in idle if not moves.asks(plan, s)}
    found.endless = {s.scene: () for s in hopeless}
    return found


@settings(max_examples=40, deadline=None)
@given(scenarios())
def test_the_explorer_finds_what_every_state_shows(random):
    naive = every_state(random)
    if naive is None:
        return
    found = explored(random)
    assert found.complete
    assert (found.scenes, found.offered) == (naive.scenes, naive.offered)
    assert found.eligible == naive.eligible
    assert set(found.stuck) == set(naive.stuck)
    assert set(found.endless) == set(naive.endless)


@settings(max_examples=25, deadline=None)
@given(scenarios(), st.integers(), st.data())
def test_where_the_checker_is_content_no_run_gets_stuck(random, seed, data):
    found = explored(random)
    run = begin(plan_of(random), seed)
    for _ in range(12):
        assert run.state.scene in found.scenes
        assert not run.stuck or run.state.scene in found.stuck
        ways = [move for move in moves_of(run) if move.kind != "undo"]
        if not ways:
            break
        run = take(run, data.draw(st.sampled_from(ways)))


def test_a_way_to_a_flaw_is_told_as_it_can_be_played():
    table = scenario().model_dump()
    table["scene"][1]["choice"] = table["scene"][1]["choice"][:1]
    broken = type(scenario()).model_validate(table)
    way = explored(broken).stuck["noon"]
    assert way == ("flat",)
    assert run_of(*way, of=broken).stuck


def test_what_no_one_looks_at_is_not_told_apart():
    from quizgame.checking.exploring import _Explorer

    looking = _Explorer(scenario())
    looking.explore()
    assert len(looking._states) < 25
    # Nothing needs `reach`, so that it has one value everywhere.
    assert {key[2][1] for key in looking._numbers} == {0}


@pytest.mark.parametrize("written", [">=40", "> 40", "<40", "<=40", "==40", ">=0", "<101"])
def test_cuts_are_where_a_comparison_changes_its_answer(written):
    plan = plan_of(scenario(meters={"trust": 0, "reach": 0}))
    answers = [
        holds({"trust": written}, begin(plan, 1).state._replace(meters=(value, 0)), plan)
        for value in range(-1, 103)
    ]
    changes = [n for n, (one, next_) in enumerate(pairwise(answers)) if one != next_]
    assert changes == sorted(set(cuts(written)))


def test_many_events_at_once_do_not_multiply_without_an_end(monkeypatch):
    monkeypatch.setattr(exploring, "_MOST_MOVES", 2_000)
    events = [
        {"id": f"e{n}", "text": "E", "scenes": ["wire"], "effect": {"trust": n - 20}}
        for n in range(40)
    ]
    assert not explored(scenario(event=events)).complete


def test_a_story_of_thousands_of_choices_is_not_looked_at():
    base = scenario().model_dump()
    base["scene"][1]["choice"] = [
        {"id": f"c{n}", "text": "Go", "goes": "good"} for n in range(3000)
    ]
    assert not explored(type(scenario()).model_validate(base)).complete
