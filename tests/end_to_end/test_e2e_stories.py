"""Scenarios in a terminal: each that ships from its first scene to an end; one that is killed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tui_samples import write_save
from tui_story import write_stories

from quizgame.game.scenarios.plan import plan_of
from quizgame.game.scenarios.run import Move, replay
from quizgame.packs.load import load
from quizgame.saves.reading import read
from quizgame.saves.records import Step

CONTENT = Path(__file__).parents[2] / "content"
SHIPPED = load(CONTENT / "october-2024").pack


def steps(game) -> list[Step]:
    """What is on the disk."""
    (path,) = [p for p in game.saves.glob("*.toml") if ".notes" not in p.name]
    return [record for record in read(path).records if isinstance(record, Step)]


@pytest.fixture
def ana(tmp_path):
    """Somebody who has played before, so that home opens."""
    (tmp_path / "saves").mkdir()
    write_save(tmp_path / "saves")


@pytest.mark.parametrize("name", SHIPPED.scenarios)
def test_a_scenario_is_played_to_an_end(start, ana, name):
    scenario = SHIPPED.scenarios[name]
    game = start("--packs", str(CONTENT), "--pack", "october-2024", "--seed", "2")
    game.wait("Scenarios")
    game.press("s")
    game.wait("Scenarios", scenario.title[:20])
    row = next(row for row in game.text.split("\n") if scenario.title[:20] in row)
    game.press(re.search(r"\d", row)[0])
    game.wait("scene 1 of")
    # Keys that come after the end do nothing there.
    game.press("1 " * len(scenario.scene))
    game.wait("edition.", "saved", "play it again")
    game.press("q")
    assert game.end() == 0
    begun, *made = steps(game)
    moves = [Move(step.did, step.scene, step.chosen) for step in made]
    run, passed = replay(plan_of(scenario), begun.seed, moves)
    assert run.ended
    assert passed == 0
    assert len(made) >= 3


def test_killed_in_the_middle_it_goes_on_at_the_exact_place(start, ana, packs):
    write_stories(packs)
    game = start("--seed", "4")
    game.wait("Fog at the desk")
    game.press("s")
    game.wait("scene 1 of 3", "1 question fits")
    game.press("3 ")
    game.wait("Time is up.", "saved")
    game.kill()
    assert [step.did for step in steps(game)] == ["begin", "ask"]
    game = start()
    game.wait("left at 23:10, scene 1 of 3")
    game.press("s")
    game.wait("Time is up.", "Breakwater was dark")
    game.press("2 ")
    game.wait("01:20", "saved")
    game.kill()
    game = start()
    game.wait("left at 01:20, scene 2 of 3")
    game.press("s1 ")
    game.wait("A strong edition.")
    game.press("q")
    assert game.end() == 0
