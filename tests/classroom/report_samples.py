"""A class that plays a set of the shipped pack: its journal, made by the rules themselves."""

from __future__ import annotations

from random import Random

from quizgame.classroom.events import (
    Answered,
    Begun,
    Discussed,
    Ended,
    Joined,
    Kicked,
    Locked,
    Opened,
    Posed,
    Revealed,
    Skipped,
)
from quizgame.classroom.journal import encode
from quizgame.classroom.lesson import Lesson, Option, Question, Settings
from quizgame.classroom.rules.apply import apply

BEGAN = "2026-11-25T10:05:00+01:00"
SKILLS = ("word", "record", "scope", "hedge")


def question(number, *, options=("confirmed", "alleged"), because="", **changes):
    """A question whose key is its first option, and whose other options have a reason."""
    given = {
        "id": f"canteen/claim-{number}?two-way@gazette",
        "kind": "two-way",
        "statement": f"Statement number {number} stands here.",
        "options": tuple(
            Option(one, one.capitalize(), "" if one == options[0] else because) for one in options
        ),
        "passage": "",
        "answers": options[:1],
        "guesses": max(2, len(options)),
        "words": 20,
        "skill": SKILLS[number % len(SKILLS)],
        "article": "gazette",
        "quote": "gazette",
    }
    return Question(**(given | changes))


class Class:
    """A session that is played by calling it; what happened is in `events`."""

    def __init__(self, session="2026-11-25-1005", *, began=BEGAN, title="First lesson", **settings):
        lesson = Lesson(
            session=session,
            pack="canteen",
            title=title,
            set="first",
            scenario="",
            items=(),
            seed=1,
            began=began,
            settings=Settings(**({"seconds": None} | settings)),
        )
        self.events = [Begun(0.0, lesson)]
        self.state, _ = apply(None, self.events[0])
        self.submissions = 0

    def happen(self, kind, *values, **named):
        """An event one second after the last one; it must change something."""
        event = kind(self.state.at + 1.0, *values, **named)
        state, effects = apply(self.state, event)
        assert state is not self.state, (event, effects)
        self.state = state
        self.events.append(event)

    def join(self, *names, **given):
        for name in names:
            number = len(self.state.students) + 1
            self.happen(Joined, number, name, f"{number:064x}", **given)

    def number(self, name):
        return next(s.id for s in self.state.students.values() if s.name == name)

    def answer(self, name, choice, confidence=""):
        asking = self.state.asked[-1]
        self.submissions += 1
        asked = asking.question
        right = choice in asked.answers if asked.answers else None
        vote = len(asking.votes)
        place = (self.number(name), len(self.state.asked), vote)
        self.happen(Answered, *place, choice, confidence, f"s{self.submissions}", right)

    def ask(self, question, **choices):
        """Poses and opens a question, and takes a vote on it."""
        self.happen(Posed, question)
        self.happen(Opened)
        self.vote(**choices)

    def vote(self, **choices):
        """Everybody's choice by name, `option` or `option/confidence`; then the vote is locked."""
        for name, said in choices.items():
            choice, _, confidence = said.rpartition("/")
            known = confidence in {"guess", "fairly", "sure"}
            self.answer(name, *((choice, confidence) if known else (said,)))
        self.happen(Locked, "teacher")

    def discuss(self, **choices):
        self.happen(Discussed)
        self.happen(Opened)
        self.vote(**choices)

    def reveal(self, settled=""):
        self.happen(Revealed, settled)

    def kick(self, name):
        self.happen(Kicked, self.number(name))

    def skip(self):
        self.happen(Skipped)

    def end(self):
        self.happen(Ended)

    def journal(self):
        return b"".join(encode(event) for event in self.events)

    def keep(self, saves):
        """Writes the journal where a hub would; gives the session's folder."""
        folder = saves / "classroom" / self.state.lesson.session
        folder.mkdir(parents=True)
        (folder / "journal.jsonl").write_bytes(self.journal())
        return folder


def simulated(students, questions, seed=1, session="2026-11-25-1005", **settings):
    """A class of so many who know more or less, on questions that are more or less hard."""
    rng = Random(seed)
    names = [f"Student {number:02}" for number in range(1, students + 1)]
    lesson = Class(session, most=max(60, students), **settings)
    lesson.join(*names)
    knows = {name: rng.gauss(0.9, 1.2) for name in names}
    for asked in questions:
        hard = rng.gauss(0, 0.8)
        choices = {}
        for name in names:
            right = rng.random() < 1 / (1 + 2.7 ** (hard - knows[name]))
            wrong = [one.id for one in asked.options if one.id not in asked.answers]
            choice = asked.answers[0] if right else rng.choice(wrong)
            sure = rng.choice(("guess", "fairly", "sure", "sure" if right else "fairly"))
            choices[name] = f"{choice}/{sure}"
        lesson.ask(asked, **choices)
        lesson.reveal()
    lesson.end()
    return lesson
