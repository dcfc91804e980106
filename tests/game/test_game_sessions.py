"""Whole careers, simulated on the shipped pack, and rounds drawn by other processes."""

import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from answer_samples import answered

from quizgame.game import grading, levels
from quizgame.game.drawing import SIZE, draw
from quizgame.game.history import subject
from quizgame.game.items import claim_of, subjects

CONTENT = Path(__file__).parents[2] / "content"
ROUNDS = 5
VERDICTS = {"two-way", "five-way"}


def play(pack, seed, skill):
    """The rounds of a player who is right with a given chance, each with the answers before it."""
    rng = Random(seed)
    past = []
    for number in range(ROUNDS):
        before = list(past)
        drawn = draw(pack, before, Random(rng.random()))
        yield before, drawn
        for item in drawn:
            right = rng.random() < skill
            past.append(
                answered(
                    right=right,
                    item=str(item),
                    round=f"r{number}",
                    skill=grading.skill_of(pack, item) or "",
                )
            )


PLAYERS = [(seed, skill) for seed in range(25) for skill in (0.3, 0.6, 0.8, 1.0)]


@pytest.fixture(scope="module")
def careers(shipped):
    return [list(play(shipped, seed, skill)) for seed, skill in PLAYERS]


def test_a_hundred_players_get_full_rounds(careers):
    assert len(careers) == 100
    assert {len(drawn) for career in careers for _, drawn in career} == {SIZE}


def test_every_round_is_balanced(shipped, careers):
    for career in careers:
        for _, drawn in career:
            keys = [claim_of(shipped, i)[1].status for i in drawn if i.kind in VERDICTS]
            assert 0.4 <= keys.count("confirmed") / len(keys) <= 0.6


def test_no_round_asks_a_claim_twice(shipped, careers):
    for career in careers:
        for _, drawn in career:
            used = [name for item in drawn for name in subjects(shipped, item)]
            assert len(set(used)) == len(used)


def test_rounds_bring_something_new(careers):
    """In the first three rounds hardly anything comes again, and little in five."""
    for career in careers:
        for before, drawn in career[:3]:
            known = {subject(answer.item) for answer in before}
            assert sum(subject(str(item)) in known for item in drawn) <= 1
        assert len({item.ref for _, drawn in career for item in drawn}) >= 22


def test_a_first_round_is_easy(shipped, careers):
    for career in careers:
        _, drawn = career[0]
        assert {levels.of_quote(shipped, *claim_of(shipped, i)) for i in drawn} == {1}


def test_nothing_far_above_a_player(shipped, careers):
    """A fresh item one level up is nearer than a known one; two levels up is not."""
    for career in careers:
        for before, drawn in career[:2]:
            level = levels.of_player(before)
            for item in drawn:
                if item.kind != "choice":
                    assert levels.of_quote(shipped, *claim_of(shipped, item)) <= level + 1


def test_different_seeds_are_different_rounds(careers):
    assert len({career[0][1] for career in careers}) > 20


_DRAW = """
import sys
from pathlib import Path
from random import Random
from quizgame.game import drawing, grading, items
from quizgame.packs.load import load

pack = load(Path(sys.argv[1])).pack
for seed in range(3):
    print(*drawing.draw(pack, (), Random(seed)))
for written in ("uniforms?source", "what-dw-confirmed"):
    asked = grading.ask(pack, items.parse(written, pack), Random(written))
    print(*(choice.id for choice in asked.choices))
"""


def test_every_process_draws_the_same():
    """Nothing depends on the order of sets, which differs from process to process."""
    drawn = {
        subprocess.run(
            [sys.executable, "-c", _DRAW, str(CONTENT / "october-2024")],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(drawn) == 1
    assert len(drawn.pop().splitlines()) == 5
