"""A class that is taught from a pack, on paper."""

from __future__ import annotations

from dataclasses import replace

from pack_samples import GAZETTE, HERALD, claim, pack, question, quote
from rules_samples import Session, lesson
from scenario_samples import PACK as STORY_PACK
from scenario_samples import scenario

from quizgame.classroom import events
from quizgame.classroom.material import material
from quizgame.classroom.rules.apply import apply
from quizgame.classroom.views import StudentViews, host_view, projector_view
from quizgame.classroom.wire.outgoing import StudentView

VOTE = claim(
    "vote",
    "confirmed",
    [quote("The council voted on Monday.", status="confirmed", cue="voted", who="Council")],
    why="A vote in public needs no witness.",
    lifts="Nothing could lift it further.",
    skill="record",
)
POOL = claim(
    "pool",
    "denied",
    [
        quote(
            "The mayor says that the pool closes in May, perhaps.",
            status="denied",
            hedges=("perhaps",),
        ),
        quote(
            "The baker rejects that.",
            status="denied",
            article="herald",
            role="rejects",
            who="Baker",
        ),
    ],
    why="Only the mayor says so; the baker rejects it.",
    lifts="A letter of the council.",
    skill="silence",
)
WHEN = question("when", claims=("vote",), why="The passage has the day.")
PACK = pack(VOTE, POOL, WHEN, GAZETTE, HERALD)
ITEMS = ("vote", "pool", "when", "pool?five-way", "pool?cue")
STORY = replace(STORY_PACK, scenarios={"desk": scenario()})


def lesson_of(source, items=ITEMS, story="", seed=7, **settings):
    """A lesson on items of a pack, or on one of its scenarios."""
    plain = lesson(seed, **settings)
    return replace(
        plain, pack=source.id, set="" if story else "first", scenario=story,
        items=() if story else tuple(items),
    )  # fmt: skip


class Taught(Session):
    """A session with the material of its lesson, which is driven by hand."""

    def __init__(self, source=PACK, items=ITEMS, story="", seed=7, **settings):
        begun = lesson_of(source, items, story, seed, **settings)
        self.material = material(source, begun)
        self._lesson = begun
        super().__init__()

    def __post_init__(self):
        self.do(events.Begun(self.t, self._lesson))

    def next(self):
        """The next question is posed; None if there is none."""
        following = self.material.following(self.state)
        if following is not None:
            self.verb("next", following)
        return following

    def vote(self, chosen, confidence=""):
        """The question is opened, every present student chooses the same, and it is locked."""
        self.verb("open")
        for student in self.state.students.values():
            if student.present and self.state.phase == "open":
                self.say(student.id, chosen, confidence)
        self.verb("lock")

    def say(self, student, chosen, confidence="", number=None):
        """A student answers, graded as the hub does it."""
        number = number or len(self.state.asked)
        asking = self.state.asked[number - 1]
        return self.happens(
            events.Answered, student, number, max(1, len(asking.votes)), chosen, confidence,
            f"s{next(self.submissions)}", self.material.grade(asking.question, chosen),
        )  # fmt: skip

    def frame(self, student):
        """What goes out to a student, as text."""
        return StudentViews(self.state, self.material, self.t).frame(student).decode()

    def student(self, student):
        """What a student's client makes of it."""
        return StudentView.model_validate_json(self.frame(student))

    def host(self):
        """What the teacher sees."""
        return host_view(
            self.state, self.material, self.t, code="CODE", address="here:1", bad_frames=0,
            unsaved="",
        )  # fmt: skip

    def wall(self):
        """What the wall shows."""
        return projector_view(self.state, self.material, self.t, code="CODE", address="here:1")

    def replayed(self):
        """The state that the journal leads to."""
        state = None
        for event in self.journal:
            state, _ = apply(state, event)
        return state
