"""Simulated learners: they know each rule with a chance that grows with practice, or only pretend.

They play the shipped pack through the dealer as a front does, day after day, from a seed.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta, timezone
from random import Random

from quizgame.game import grading, items
from quizgame.game.marking import written
from quizgame.game.skills import SKILLS
from quizgame.play.dealer import Dealer
from quizgame.play.player import Player

START = datetime(2026, 3, 2, 17, 0, tzinfo=timezone(timedelta(hours=1)))


class Learner:
    """Answers by a learning curve a skill: known with 1 - (1 - start) × (1 - pace)^practice.

    What is not known is guessed. They say how sure they are as it is: sure above .85, a guess below
    .6, else fairly sure.
    """

    def __init__(self, seed, start=0.3, pace=0.12, weak=()):
        self.rng = Random(seed)
        self.practice = defaultdict(int)
        self.start = {skill: 0.0 if skill in weak else start for skill in SKILLS}
        self.pace = {skill: pace / 4 if skill in weak else pace for skill in SKILLS}

    def knows(self, skill):
        """The chance that the rule is applied."""
        begin, pace = self.start.get(skill, 0.3), self.pace.get(skill, 0.12)
        return 1 - (1 - begin) * (1 - pace) ** self.practice[skill]

    def answer(self, asked, skill, key):
        """The chosen option and how sure."""
        chance = self.knows(skill)
        self.practice[skill] += 1
        said = "sure" if chance > 0.85 else "fairly" if chance > 0.6 else "guess"
        if self.rng.random() < chance:
            return key, said
        return pick(asked, self.rng), said


class Alleged:
    """Takes "alleged" wherever it is offered, else anything, and is always sure."""

    def __init__(self, seed):
        self.rng = Random(seed)

    def answer(self, asked, skill, key):
        alleged = [choice.id for choice in asked.choices if choice.id == "alleged"]
        return alleged[0] if alleged else pick(asked, self.rng), "sure"


class Coin:
    """Takes anything, and always says the same of how sure that was."""

    def __init__(self, seed, said="fairly"):
        self.rng = Random(seed)
        self.said = said

    def answer(self, asked, skill, key):
        return pick(asked, self.rng), self.said


def pick(asked, rng):
    """Any answer to an item: one of its choices, or one of its words."""
    if asked.words:
        return written(asked.passages[0].text, asked.words[int(rng.random() * len(asked.words))])
    return asked.choices[int(rng.random() * len(asked.choices))].id


class School:
    """One learner with the shipped pack, a player without a file, and a clock of their own."""

    def __init__(self, pack, learner, folder, seed=1):
        self.pack = pack
        self.learner = learner
        self.player = Player(folder)
        self.now = START
        self.dealer = Dealer(pack, self.player, lambda: self.now, seed)
        self.rounds = []
        self.points = 0

    def play(self, sitting):
        """Plays a round to its end."""
        while asked := sitting.next():
            item = items.parse(asked.item, self.pack)
            key = grading.grade(self.pack, item, "").answers[0]
            skill = grading.skill_of(self.pack, item)
            chosen, said = self.learner.answer(asked, skill, key)
            sitting.answer(chosen, said if sitting.asks_confidence else "", 6.0)
            self.now += timedelta(seconds=20)
        self.rounds.append(sitting)
        self.points += sitting.points().points

    def days(self, number, rounds=1):
        """So many days with so many drawn rounds each, corrections first where some wait."""
        for _ in range(number):
            for _ in range(rounds):
                self.play(self.dealer.new_round())
            self.now += timedelta(days=1)
