"""A student's app at a door that leads to no hub: the test says what the hub says."""

from __future__ import annotations

from datetime import datetime

from lesson_views import SESSION, TITLE, given
from tui_samples import NOON

from quizgame.classroom.wire.outgoing import Given, Here
from quizgame.tui.classroom.student.app import JoinApp
from quizgame.tui.classroom.student.options import JoinOptions


class FakeClient:
    """Takes answers, and remembers them."""

    token = "t" * 32
    why = "Nobody answers there."

    def __init__(self) -> None:
        self.sent: list[Given] = []

    async def run(self) -> None:
        return

    async def submit(self, question, vote, choice, confidence, *, more=False) -> str:
        self.sent.append(given(choice, question=question, vote=vote, confidence=confidence))
        return f"s{len(self.sent)}"


class FakeEntrance:
    """A way in that leads nowhere: the test says what the hub says."""

    def __init__(self, names: str = "given", tickets=()) -> None:
        self.client = FakeClient()
        self.names, self.tickets = names, tickets
        self.hellos: list[object] = []

    async def find(self, typed: str):
        return Here(session=SESSION, title=TITLE, names=self.names, closed=False), self.tickets

    def newcomer(self, name: str, people: int):
        return (name, people)

    def returning(self, ticket):
        return ticket

    def again(self):
        return "again"

    def open(self, hello, on_message, on_link):
        self.hellos.append(hello)
        self.on_message, self.on_link = on_message, on_link
        return self.client

    def keep(self, welcome) -> None:
        return

    def called(self, name) -> None:
        return

    def let_go(self) -> None:
        return

    def tear(self) -> None:
        return


def now() -> datetime:
    return NOON


def joining(saves, entrance: FakeEntrance | None = None, **options) -> JoinApp:
    """A student's app with its clock stopped, at a door that leads to the fake hub."""
    fake = entrance or FakeEntrance()
    app = JoinApp(JoinOptions(**{"code": "K7F3", "saves": saves, **options}), now)
    app.make_entrance = lambda: fake
    app.settle = 0.0
    app.animation_level = "none"
    return app


def says(app: JoinApp, *messages) -> None:
    """The hub says something."""
    for message in messages:
        app.post_message(JoinApp.Said(message))
