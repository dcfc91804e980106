"""What is promised of the scenarios that ship: texts that fit a small terminal, endings by play."""

from __future__ import annotations

import textwrap
from pathlib import Path
from random import Random

import pytest

from quizgame.game.scenarios import moves
from quizgame.game.scenarios.plan import plan_of
from quizgame.game.scenarios.run import Move, begin, take

SHIPPED = sorted(
    path.stem for path in Path(__file__).parents[2].glob("content/october-2024/scenarios/*.toml")
)
COLUMNS, ROWS = 76, 5
CHOICE, BECAUSE = 70, 160
RUNS = 300

pytestmark = pytest.mark.parametrize("name", SHIPPED)


def played(plan, seed):
    """A run to its end: a player with a leaning, who now and then does something else."""
    rng = Random(seed)
    run = begin(plan, seed)
    leaning = rng.choice([*plan.scenario.meters, "careful"])
    while not run.ended:
        scene = plan.scenes[run.state.scene]
        asks = moves.asks(plan, run.state)
        if asks and rng.random() < 0.4:
            run = take(run, Move("ask", scene.id, rng.choice(asks).id))
            continue
        possible = moves.choices(plan, run.state)
        liked = [choice for choice in possible if choice.id in scene.careful]
        if rng.random() < 0.25:
            choice = rng.choice(possible)
        elif leaning == "careful" and liked:
            choice = rng.choice(liked)
        else:
            choice = max(possible, key=lambda one: one.effect.get(leaning, 0))
        run = take(run, Move("choose", scene.id, choice.id))
    return run


def test_texts_fit_a_small_terminal(shipped, name):
    scenario = shipped.scenarios[name]
    for scene in scenario.scene:
        assert len(textwrap.wrap(scene.text or scene.ending, COLUMNS)) <= ROWS, scene.id
        for choice in scene.choice:
            assert len(choice.text) <= CHOICE, choice.id
            assert 0 < len(choice.because) <= BECAUSE, choice.id


def test_a_story_has_six_to_twelve_scenes_with_a_decision_each(shipped, name):
    scenario = shipped.scenarios[name]
    assert 6 <= len(scenario.scene) <= 12
    assert all(2 <= len(scene.choice) <= 4 for scene in scenario.scene if not scene.ending)
    assert {scene.grade for scene in scenario.scene if scene.ending} == {"strong", "fair", "weak"}


def test_play_comes_to_every_ending(shipped, name):
    plan = plan_of(shipped.scenarios[name])
    endings = {scene.id for scene in plan.scenario.scene if scene.ending}
    assert {played(plan, seed).state.scene for seed in range(RUNS)} == endings
