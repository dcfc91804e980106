"""A class on paper: events go in, the state and what the hub has to do come out."""

from dataclasses import dataclass, field
from itertools import count

from quizgame.classroom import events
from quizgame.classroom.effects import Refuse
from quizgame.classroom.lesson import Lesson, Option, Question, Settings
from quizgame.classroom.rules.apply import apply
from quizgame.classroom.rules.due import due
from quizgame.classroom.rules.verbs import event_of
from quizgame.classroom.wire.incoming import Verb


def item(name="bridge", **changes):
    """A two-way item with little to read."""
    return Question(
        **{
            "id": f"pack/{name}?two-way@paper",
            "kind": "two-way",
            "statement": f"About the {name}.",
            "options": (Option("confirmed", "CONFIRMED"), Option("alleged", "ALLEGED")),
            "passage": "",
            "answers": ("confirmed",),
            "guesses": 2,
            "words": 10,
            "line": f"A line about the {name}.",
            **changes,
        }
    )


def choice(name="when", **changes):
    """A multiple-choice question."""
    because = {"may": "It is the date of the vote.", "june": "", "july": "Somebody hopes so."}
    options = tuple(Option(id_, id_.title(), why) for id_, why in because.items())
    options = (Option("april", "April"), *options)
    return item(
        name, kind="choice", options=options, answers=("april",), guesses=4, line="", **changes
    )


PASSAGE = "According to the mayor, the bridge is safe."


def mark(name="words", **changes):
    """Words are to be marked."""
    return item(
        name, kind="cue", options=(), passage=PASSAGE, answers=("According to@0",), guesses=4,
        **changes,
    )  # fmt: skip


def scene(name="desk", **changes):
    """A scene, on which the majority decides."""
    options = (Option("run", "Run it"), Option("hold", "Hold it"), Option("ask:mayor", "Ask"))
    return item(name, kind="scene", options=options, answers=(), guesses=3, line="", **changes)


def lesson(seed=7, **settings):
    """A lesson with these settings."""
    return Lesson(
        session="2026-11-25-1430",
        pack="pack",
        title="A lesson",
        set="first",
        scenario="",
        items=("bridge", "when"),
        seed=seed,
        began="2026-11-25T14:30:00+01:00",
        settings=Settings(**settings),
    )


@dataclass
class Session:
    """A session that is driven by hand; `t` is its clock."""

    settings: dict = field(default_factory=dict)
    t: float = 0.0
    state: object = None
    journal: list = field(default_factory=list)
    effects: tuple = ()
    submissions: object = field(default_factory=lambda: count(1))

    def __post_init__(self):
        self.do(events.Begun(self.t, lesson(**self.settings)))

    def do(self, event):
        """An event; what it changed is journalled, and its effects come back."""
        after, self.effects = apply(self.state, event)
        if after is not self.state:
            self.journal.append(event)
        self.state = after
        return self.effects

    def happens(self, kind, *fields, **named):
        """An event of this kind now."""
        return self.do(kind(self.t, *fields, **named))

    def wait(self, seconds):
        """Time goes by, and what is due happens."""
        self.t += seconds
        while (event := due(self.state, self.t)) is not None:
            self.do(event)

    def join(self, *names, **named):
        """Students join one after the other, each with the next number."""
        for name in names:
            student = len(self.state.students) + 1
            self.happens(events.Joined, student, name, f"{student:064x}", **named)
        return self.effects

    def verb(self, verb, following=None, **fields):
        """What a verb of the host does; a refusal comes back as its effect."""
        found = event_of(self.state, Verb(ref="r", verb=verb, **fields), self.t, following)
        if isinstance(found, Refuse):
            self.effects = (found,)
            return self.effects
        return self.do(found)

    def answer(
        self,
        student,
        chosen,
        confidence="",
        *,
        question=None,
        vote=None,
        submission="",
        more=False,
    ):
        """A student answers what is before the class, unless something else is named."""
        number = question or len(self.state.asked)
        asking = self.state.asked[number - 1]
        answers = asking.question.answers
        return self.happens(
            events.Answered,
            student,
            number,
            vote or len(asking.votes),
            chosen,
            confidence,
            submission or f"s{next(self.submissions)}",
            chosen in answers if answers else None,
            more,
        )

    def ask(self, question):
        """A question is posed and opened."""
        self.verb("begin", question)
        self.verb("open")

    @property
    def asking(self):
        """The question before the class."""
        return self.state.asked[-1]

    @property
    def vote(self):
        """The vote before the class."""
        return self.asking.votes[-1]


def why(effects):
    """The code of a refusal; None if nothing was refused."""
    refusals = [effect for effect in effects if isinstance(effect, Refuse)]
    assert len(refusals) <= 1
    assert not refusals or len(effects) == 1
    for refusal in refusals:
        assert refusal.text.endswith((".", "!", "?"))
    return refusals[0].why if refusals else None
