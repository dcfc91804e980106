"""The teacher's screen: Enter drives the lesson, and nothing happens by mistake."""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager
from math import inf
from pathlib import Path

import pytest
from class_host_samples import (
    CODE,
    ENDED,
    NUMBERED,
    SEATS,
    FakeHub,
    host_view,
    tally,
    told,
)
from tui_hostile import controls, hostile
from tui_samples import send, shown, until, write

from quizgame.classroom.state import Phase
from quizgame.classroom.targets import Target
from quizgame.classroom.wire.outgoing import Bar, Progress, Refused
from quizgame.errors import QuizgameError
from quizgame.game.asking import Asked, Choice, Passage
from quizgame.game.front_page import PageLine
from quizgame.tui.classroom.host import host_app, host_page
from quizgame.tui.classroom.host.host_app import HostApp, parting
from quizgame.tui.classroom.host.lesson_page import EVERY
from quizgame.tui.widgets.line import Line


@pytest.fixture
def hosting(monkeypatch):
    """Opens the screen on what a hub tells; keys act at once."""
    monkeypatch.setattr(host_page, "HOLD", 0.0)

    @asynccontextmanager
    async def host(hub, size=(80, 24), wanted="Enter: ", **options):
        app = HostApp(hub, **options)
        app.animation_level = "none"
        async with app.run_test(size=size, notifications=True):
            try:
                await until(app, wanted)
                yield app
            finally:
                app.exit()
                while app.is_running:
                    await asyncio.sleep(0.002)
        assert app._exception is None

    return host


async def test_enter_does_what_comes_next_and_says_what_that_is(hosting):
    hub = FakeHub(host_view(Phase.LOBBY))
    steps = [
        (Phase.READ, "begin", "Enter: take answers now"),
        (Phase.OPEN, "open", "Enter: lock the answers"),
        (Phase.LOCKED, "lock", "Enter: reveal"),
        (Phase.REVEALED, "reveal", "Enter: print it on the front page"),
        (Phase.BOARD, "board", "Enter: next question"),
    ]
    async with hosting(hub, wanted="Enter: begin") as app:
        assert "28 here" in shown(app)
        assert f"quizgame join {CODE}" in shown(app)
        for phase, verb, word in steps:
            send(app, "enter")
            await until(app, lambda verb=verb: hub.done[-1:] == [(verb, {})])
            hub.send(host_view(phase))
            await until(app, word)
        assert len(hub.done) == len(steps)


async def test_no_vote_is_shown_before_the_key_is_told(hosting):
    async with hosting(FakeHub(host_view(Phase.OPEN))) as app:
        assert "answered 23 · present 28 · stored 23" in shown(app)
        assert " %" not in shown(app)
        app.client.send(host_view(Phase.REVEALED))
        page = await until(app, "57 %", "16 of 28 right. 5 were sure, and not right.")
        assert "ALLEGED  right" in page
        assert "Talk it over: the class is divided." in page
        assert "CONFIRMED: A count that one side gives" in page
        assert "Yes." not in page


async def test_enter_that_was_meant_for_the_moment_before_does_nothing(hosting, monkeypatch):
    monkeypatch.setattr(host_page, "HOLD", 60.0)
    hub = FakeHub(host_view(Phase.READ))
    async with hosting(hub) as app:
        hub.send(host_view(Phase.OPEN))
        await until(app, "Enter: lock the answers")
        send(app, "enter", "n")
        await until(app, "Names")
        assert hub.done == []


async def test_a_verb_has_its_letter_while_the_hub_allows_it(hosting):
    hub = FakeHub(host_view(Phase.OPEN))
    async with hosting(hub) as app:
        send(app, "x", "d", "r")
        await until(app, lambda: hub.done == [("extend", {"amount": 30.0})])
        send(app, "p")
        await until(app, lambda: hub.done[-1] == ("pause", {}))
        hub.send(host_view(Phase.OPEN, of={"paused": True}, verbs=("continue", "lock", "end")))
        await until(app, "PAUSED", "Enter: go on")
        send(app, "p")
        await until(app, lambda: hub.done[-1] == ("continue", {}))


async def test_the_code_can_be_shown_again_for_those_who_are_late(hosting):
    hub = FakeHub(host_view(Phase.READ))
    async with hosting(hub) as app:
        send(app, "c")
        await until(app, f"quizgame join {CODE}", gone="The ferry carried 40 passengers.")
        hub.send(host_view(Phase.OPEN))
        await until(app, "The ferry carried 40 passengers.", gone=f"quizgame join {CODE}")
        send(app, "c")
        await until(app, f"quizgame join {CODE}")
        send(app, "c")
        await until(app, "The ferry carried 40 passengers.", gone=f"quizgame join {CODE}")


async def test_the_lesson_ends_only_after_a_question(hosting):
    hub = FakeHub(host_view(Phase.BOARD))
    async with hosting(hub) as app:
        send(app, "e")
        await until(app, "Really? It ends for everybody.")
        send(app, "enter")
        await until(app, "Enter: next question", gone="Really?")
        assert hub.done == []
        send(app, "e")
        await until(app, "Really?")
        send(app, "down", "enter")
        await until(app, lambda: hub.done == [("end", {})])


async def test_what_the_hub_refuses_is_told(hosting):
    hub = FakeHub(host_view(Phase.OPEN))
    hub.refuses = "The question is locked already."
    async with hosting(hub) as app:
        send(app, "l")
        await until(app, "The question is locked already.")
        hub.refuses = None
        send(app, "l")
        await until(app, lambda: len(hub.done) == 2)


async def test_a_lost_hub_is_told_and_asked_for_nothing(hosting):
    hub = FakeHub(host_view(Phase.OPEN))
    async with hosting(hub) as app:
        hub.tell_link("lost")
        await until(app, "The lesson goes on; trying again.")
        send(app, "enter")
        await until(app, "Not now: no connection.")
        assert hub.done == []
        hub.tell_link("connected")
        await until(app, lambda: "trying again" not in shown(app))


class Process:
    """A hub's process that a test kills, and that starts elsewhere."""

    def __init__(self, lives: bool = True) -> None:
        self.target: Target | None = Target("127.0.0.1", 4747) if lives else None
        self.starts = 0
        self.fails = False

    def where(self) -> Target | None:
        return self.target

    def start(self) -> Target:
        self.starts += 1
        if self.fails:
            raise QuizgameError("The lesson did not start", "The pack is gone.", "Put it back.")
        self.target = Target("127.0.0.1", 4748)
        return self.target


async def test_a_hub_that_died_is_found_out_and_enter_takes_the_lesson_up_again(
    hosting, monkeypatch
):
    monkeypatch.setattr(host_app, "_LOOK", 0.01)
    hub, process = FakeHub(host_view(Phase.OPEN)), Process()
    async with hosting(hub, process=process) as app:
        hub.tell_link("lost")
        await until(app, "The lesson goes on; trying again.")
        process.target, process.fails = None, True
        await until(app, "The lesson has stopped", "Enter: take the lesson up again", gone="s pass")
        assert "has stopped" in parting(app.view, stopped=app.stopped)
        send(app, "enter")
        await until(
            app,
            "The lesson did not start: The pack is gone. Put it back.",
            "Enter: take the lesson up again",
        )
        process.fails = False
        send(app, "enter")
        await until(app, lambda: hub.target == process.target)
        hub.tell_link("connected")
        await until(app, "Enter: lock the answers", gone="The lesson has stopped")
        assert (process.starts, hub.done) == (2, [])


async def test_a_hub_that_was_started_elsewhere_is_found(hosting, monkeypatch):
    monkeypatch.setattr(host_app, "_LOOK", 0.01)
    hub, process = FakeHub(host_view(Phase.OPEN)), Process()
    async with hosting(hub, process=process) as app:
        process.target = Target("127.0.0.1", 4750)
        hub.tell_link("lost")
        await until(app, lambda: hub.target == process.target)
        assert process.starts == 0


async def test_a_lesson_that_is_over_is_not_taken_up(hosting):
    hub, process = FakeHub(ENDED), Process(lives=False)
    async with hosting(hub, wanted="The lesson is over.", process=process) as app:
        hub.tell_link("lost")
        await until(app, lambda: app.link == "lost")
        app._look()
        app.screen._draw()
        assert not app.stopped
        assert "goes on" not in shown(app)


async def test_what_a_teacher_must_know_is_told(hosting):
    view = host_view(Phase.OPEN, unsaved="The disk is full.", closed=True, bad_frames=21)
    async with hosting(FakeHub(view)) as app:
        await until(app, "NOT SAVED: The disk is full.", "The door is closed", "21 messages were")


async def test_counts_follow_the_class(hosting):
    hub = FakeHub(host_view(Phase.OPEN))
    async with hosting(hub) as app:
        hub.send(Progress(question=2, vote=1, answered=25, present=27, stored=24))
        await until(app, "answered 25 · present 27 · stored 24")
        # Of another question than the one that is shown.
        hub.send(Progress(question=1, vote=1, answered=9, present=9, stored=9))
        await until(app, "answered 23 · present 28 · stored 23")
        hub.send(Progress(question=2, vote=1, answered=26, present=27, stored=26))
        await until(app, "answered 26")
        hub.send(host_view(Phase.LOCKED, tallies=(tally(answered=28, stored=28),)))
        await until(app, "answered 28 · present 28 · stored 28")


async def test_names_are_a_key_away_and_every_student_can_be_helped(hosting):
    hub = FakeHub(host_view(Phase.LOBBY, seats=SEATS))
    async with hosting(hub) as app:
        assert "Quiet Heron" not in shown(app)
        send(app, "n")
        page = await until(app, "Quiet Heron", "3 of 5 here")
        assert "no time limit" in page
        assert "sent out" in page
        send(app, "k", "t", "down", "t", "down", "t", "down", "k")
        await until(app, lambda: len(hub.done) == 5)
        assert hub.done == [
            ("kick", {"student": 1}),
            ("allow", {"student": 1, "amount": 1.5}),
            ("allow", {"student": 2, "amount": 2.0}),
            ("allow", {"student": 3, "amount": 1.0}),
            ("readmit", {"student": 4}),
        ]
        send(app, "w", "r")
        await until(app, "A new name for Odd Pier:")
        assert hub.done[-1] == ("close", {})
        write(app, "Even Pier")
        send(app, "enter")
        await until(app, lambda: hub.done[-1] == ("rename", {"student": 4, "text": "Even Pier"}))


async def test_a_long_list_is_turned_screen_by_screen(hosting):
    async with hosting(FakeHub(host_view(Phase.LOBBY))) as app:
        send(app, "n")
        await until(app, "1 to 17 of 28", "Quiet Heron 17", gone="Quiet Heron 18")
        send(app, "pagedown")
        await until(app, "18 to 28 of 28", gone="Quiet Heron 17")
        send(app, "up")
        await until(app, "1 to 17 of 28")
        send(app, "k")
        await until(app, lambda: app.client.done == [("kick", {"student": 17})])


async def test_after_the_longest_time_comes_no_limit_at_all(hosting):
    seats = tuple(s.model_copy(update={"allowance": 10.0}) for s in SEATS[:1])
    hub = FakeHub(host_view(Phase.LOBBY, seats=seats))
    async with hosting(hub) as app:
        send(app, "n", "t")
        await until(app, lambda: hub.done == [("allow", {"student": 1, "amount": 0.0})])
        hub.send(host_view(Phase.LOBBY, seats=(seats[0].model_copy(update={"allowance": inf}),)))
        await until(app, "no time limit")


async def test_raised_hands_are_typed_and_checked(hosting):
    verbs = ("hands", "lock", "pause", "end")
    none = (tally(answered=0, present=0, stored=0),)
    hub = FakeHub(host_view(Phase.READ, hands=True, tallies=none, verbs=("open", "end")))
    async with hosting(hub) as app:
        hub.send(host_view(Phase.OPEN, hands=True, tallies=none, verbs=verbs))
        await until(app, "hands, like c 17 a 11", "no hands counted yet")
        write(app, "c 17 x 3")
        send(app, "enter")
        await until(app, '"x" is no option here; there are c, a.')
        send(app, "backspace", "backspace", "backspace")
        # Letters overtake keys that are bound.
        await until(app, lambda: app.screen.query_one("#hands", Line).value == "c 17 ")
        write(app, "a 11")
        send(app, "enter")
        counts = {"confirmed": 17, "alleged": 11}
        await until(app, lambda: hub.done == [("hands", {"counts": counts})])
        verbs = ("lock", "hands", "end")
        hub.send(host_view(Phase.OPEN, hands=True, tallies=(tally(stored=28),), verbs=verbs))
        await until(app, "28 hands counted", "Enter: lock the answers")


async def test_time_that_runs_out_takes_nothing_off_the_line_for_hands(hosting):
    none = (tally(answered=0, present=0, stored=0),)
    hub = FakeHub(host_view(Phase.OPEN, hands=True, tallies=none, verbs=("lock", "hands")))
    async with hosting(hub, wanted="hands, like c 17 a 11") as app:
        write(app, "c 17 a")
        await until(app, "c 17 a")
        hub.send(host_view(Phase.LOCKED, hands=True, tallies=none, verbs=("reveal", "hands")))
        await until(app, "locked", "c 17 a")
        write(app, " 9")
        send(app, "enter")
        counts = {"confirmed": 17, "alleged": 9}
        await until(app, lambda: hub.done == [("hands", {"counts": counts})])


async def test_the_line_for_hands_can_be_put_away(hosting):
    none = (tally(answered=0, present=0, stored=0),)
    view = host_view(Phase.OPEN, hands=True, tallies=none, verbs=("lock", "hands", "end"))
    hub = FakeHub(view)
    async with hosting(hub, wanted="hands, like c 17 a 11") as app:
        send(app, "escape")
        await until(app, "Enter: lock the answers")
        send(app, "h")
        await until(app, "hands, like c 17 a 11")
        send(app, "enter", "l")
        await until(app, lambda: hub.done == [("lock", {})])


async def test_a_tie_is_settled_by_a_number(hosting):
    scene = NUMBERED.__class__(**{**_fields(NUMBERED), "kind": "scene"})
    view = host_view(Phase.LOCKED, of={"asked": scene}, verbs=("settle", "end"))
    hub = FakeHub(view)
    async with hosting(hub, wanted="1 to 3: settle the tie") as app:
        send(app, "9", "enter")
        await until(app, "Press the number of the option.")
        send(app, "2")
        await until(app, lambda: hub.done == [("settle", {"text": "right"})])


async def test_behind_the_last_question_enter_asks_whether_to_end(hosting):
    view = host_view(Phase.BOARD, of={"number": 6})
    async with hosting(FakeHub(view), wanted="Enter: end the lesson") as app:
        send(app, "enter")
        await until(app, "Really? It ends for everybody.")


async def test_what_comes_next_can_be_talking_it_over(hosting):
    view = host_view(
        Phase.LOCKED, tallies=(tally(discuss=True),), verbs=("discuss", "reveal", "end")
    )
    hub = FakeHub(view)
    async with hosting(hub, wanted="Talk it over: the class is divided.") as app:
        send(app, "enter")
        await until(app, lambda: hub.done == [("discuss", {})])
        hub.send(host_view(Phase.DISCUSS))
        await until(app, "talk it over with a neighbour", "Enter: vote again")


async def test_everybody_at_their_own_pace(hosting):
    hub = FakeHub(host_view(Phase.OWN, of={"asked": None, "number": 0}))
    async with hosting(hub, wanted="14 of 28 are through") as app:
        hub.send(Progress(question=0, vote=0, answered=20, present=27, stored=150))
        await until(app, "20 of 27 are through · stored 150", "6 questions")


async def test_leaving_ends_nothing(hosting):
    hub = FakeHub(host_view(Phase.OPEN))
    async with hosting(hub) as app:
        send(app, "q")
        await until(app, lambda: app.return_code == 0)
        assert hub.done == []
        assert "quizgame host --resume" in parting(app.view)
    assert f"quizgame report {ENDED.common.session}`" in parting(ENDED)
    mine = Path("my saves")
    assert f"{ENDED.common.session} --saves 'my saves'`" in parting(ENDED, saves=mine)
    assert "host --resume --saves 'my saves'`" in parting(None, saves=mine)


async def test_the_end_tells_what_was_understood(hosting):
    async with hosting(FakeHub(ENDED), wanted="The lesson is over.") as app:
        page = await until(app, "64 % of all answers were right.", "5 sure", "12 times")
        assert "29 %  The ferry carried 40 passengers." in page
        assert "quizgame report 2031-03-04-1200" in page
        assert "Enter:" not in page
        assert "more below: PgDn" in page
        send(app, "pagedown", "pagedown")
        await until(app, "Harbour office: Ferry carried 40", gone="more below")


async def test_a_hub_that_lets_nobody_host_is_an_error():
    hub = FakeHub(Refused(why="unknown-token", text="This is no token of the lesson."))
    app = HostApp(hub)
    hub.why = "This is no token of the lesson."
    async with app.run_test():
        hub.tell_link("ended")
        while app.is_running:
            await asyncio.sleep(0.002)
    assert app.failure
    assert app.failure.message == hub.why
    assert app.return_code == 1


async def test_another_screen_that_takes_over_is_told(hosting):
    hub = FakeHub(host_view(Phase.OPEN))
    async with hosting(hub) as app:
        hub.tell_link("ended")
        await until(app, "Another screen runs the lesson now. q leaves this one.")


async def test_a_restless_class_makes_few_drawings(hosting, monkeypatch):
    hub = FakeHub(host_view(Phase.OPEN))
    async with hosting(hub) as app:
        page = app.screen
        drawings = []
        draw = page._draw_time
        monkeypatch.setattr(page, "_draw_time", lambda: (drawings.append(1), draw()))
        since = time.monotonic()
        for answered in range(200):
            hub.send(Progress(question=2, vote=1, answered=answered, present=300, stored=answered))
        await until(app, "answered 199 · present 300 · stored 199")
        assert len(drawings) <= 3 + (time.monotonic() - since) / EVERY


async def test_help_tells_how_a_lesson_goes(hosting):
    async with hosting(FakeHub(host_view(Phase.OPEN))) as app:
        send(app, "question_mark")
        await until(app, "leaving this screen ends nothing")


async def test_hostile_texts_reach_no_terminal(hosting):
    asked = Asked(
        item="p/x?choice",
        kind="choice",
        passages=(Passage("a", hostile("Outlet"), hostile("Day"), hostile("Quote"), "", None),),
        prompt="",
        statement=hostile("Statement"),
        choices=(Choice("w", "1", hostile("Option")), Choice("r", "2", hostile("Other"))),
    )
    bars = tuple(
        Bar(option=c.id, text=c.text, count=9, right=c.id == "r", because=hostile("Because"))
        for c in asked.choices
    )
    of = {
        "asked": asked,
        "title": hostile("Title"),
        "page": (PageLine(hostile("Line"), "alleged"),),
        "teams": {hostile("Team"): 1.0},
    }
    seats = tuple(s.model_copy(update={"name": hostile("Name")}) for s in SEATS)
    hub = FakeHub(host_view(Phase.OPEN, of=of, seats=seats, unsaved=hostile("Disk")))
    async with hosting(hub, size=(120, 40), wanted="Statement") as app:
        for phase, word in ((Phase.REVEALED, "Because"), (Phase.BOARD, "Team")):
            hub.send(host_view(phase, of=of, seats=seats, tallies=told(bars, bars)))
            page = await until(app, word)
            assert not any(map(controls, page.splitlines()))
        send(app, "n")
        page = await until(app, "Name")
        assert not any(map(controls, page.splitlines()))
        ended = ENDED.model_copy(
            update={
                "hardest": ((hostile("Hard"), 0.1),),
                "confidently_wrong": ((hostile("Sure"), 3),),
                "misconceptions": ((hostile("Mis"), 3),),
            }
        )
        send(app, "escape")
        hub.send(ended)
        page = await until(app, "Hard")
        assert not any(map(controls, page.splitlines()))


def _fields(value) -> dict:
    return {name: getattr(value, name) for name in value.__dataclass_fields__}
