"""A student's side of a lesson, with a hub that only talks."""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from lesson_views import (
    CUE,
    DIVERS,
    FERRY,
    PASSAGE,
    SESSION,
    TEXT,
    WELCOME,
    explained,
    given,
    kept,
    stored,
    told_again,
    view,
)
from tui_lesson import FakeEntrance, joining, says
from tui_samples import NOON, send, shown, still, until, write

from quizgame.classroom.state import Phase
from quizgame.classroom.tickets import Ticket
from quizgame.classroom.wire.outgoing import Out, Refused, Replaced
from quizgame.game.scenarios.consequence import Consequence
from quizgame.saves.players import players
from quizgame.saves.reading import read
from quizgame.tui.app import _join
from quizgame.tui.screens.review import Review
from quizgame.tui.widgets.choices import Choices

TICKET = Ticket(session=SESSION, name="Amber Otter", token="t" * 32, hub="127.0.0.1:1", at=NOON)


@pytest.fixture
def attending(saves):
    """Opens a student's app at the door; `entered` goes in at once."""

    @asynccontextmanager
    async def open_door(entrance=None, *, size=(80, 24), entered=True, **options):
        app = joining(saves, entrance, **options)
        async with app.run_test(size=size, notifications=True):
            try:
                if entered:
                    await until(app, "Enter joins")
                    send(app, "enter")
                    await until(app, "Coming in")
                    says(app, WELCOME, view(Phase.LOBBY))
                    app.post_message(app.Linked("connected"))
                    await until(app, "You are in: Amber Otter")
                yield app
            finally:
                app.exit()
                while app.is_running:
                    await asyncio.sleep(0.002)
        assert app._exception is None

    return open_door


def sent(app):
    return [
        (one.question, one.vote, one.choice, one.confidence) for one in app.entrance.client.sent
    ]


async def test_a_question_from_reading_to_the_class_s_page(attending):
    async with attending() as app:
        says(app, view(Phase.READ, FERRY, left=12.0))
        await until(app, "Read first", "12 s")
        send(app, "c", "a", "enter")
        await still(app)
        assert sent(app) == []
        says(app, view(Phase.OPEN, FERRY, left=60.0))
        await until(app, "c  ✔ CONFIRMED", gone="Read first")
        send(app, "a")
        await until(app, "Your answer: ALLEGED. Sending ... How sure are you?")
        says(app, stored(1))
        await until(app, "Your answer: ALLEGED. Kept. How sure are you?")
        send(app, "v")
        await until(app, "Your answer: ALLEGED, sure. Sending ...", "You can change it")
        says(app, stored(2))
        await until(app, "Your answer: ALLEGED, sure. Kept.")
        send(app, "c", "s")
        await until(app, "Your answer: CONFIRMED. Sending ...")
        assert sent(app) == [
            (1, 1, "alleged", ""),
            (1, 1, "alleged", "sure"),
            (1, 1, "confirmed", ""),
            (1, 1, "confirmed", ""),
        ]
        says(app, stored(3), stored(4), view(Phase.LOCKED, FERRY))
        await until(app, "Your answer: CONFIRMED. Kept.", "Answers are closed.")
        send(app, "a")
        await still(app)
        assert len(sent(app)) == 4
        own = {"given": given("confirmed"), "right": False, "points": 0}
        says(app, view(Phase.REVEALED, FERRY, own=own, told=explained(right=False)))
        await until(app, "Not this time. On 3 March 2031", "0 points; 0 so far.")
        send(app, "o")
        await until(app, "What would lift it")
        says(app, view(Phase.BOARD, number=1, teams={"Red": 12.5, "Blue": 10.0}))
        await until(app, "The class's front page", "Wreck is the trawler Anna", "Red 12, Blue 10")


async def test_choices_below_a_long_text_are_announced_until_they_are_in_sight(attending):
    long = replace(FERRY, passages=(replace(PASSAGE, text=" ".join([TEXT] * 20)),))
    async with attending() as app:
        says(app, view(Phase.READ, long))
        await until(app, "Read first.")
        says(app, view(Phase.OPEN, long))
        await until(app, "What you can choose is further down: PgDn.", gone="Read first.")
        for _ in range(5):
            send(app, "pagedown")
            await still(app)
        await until(app, "c  ✔ CONFIRMED", gone="further down")
        says(app, view(Phase.OPEN, FERRY, number=2))
        await until(app, "2 of 2", gone="further down")


async def test_an_answer_belongs_to_the_question_and_the_vote_that_were_on_the_page(attending):
    async with attending() as app:
        app.lesson.settle = 30.0
        says(app, view(Phase.OPEN, FERRY))
        await until(app, "c  ✔ CONFIRMED")
        send(app, "c")
        says(app, view(Phase.OPEN, DIVERS, number=2))
        send(app, "1", "enter")
        await until(app, "What did the divers establish?")
        await still(app)
        assert sent(app) == []
        app.lesson.settle = 0.0
        says(app, view(Phase.OPEN, FERRY, vote=2, own={"given": given("alleged")}))
        await until(app, "Second vote. Before the talk you said: ALLEGED.")
        send(app, "c")
        await until(app, "Your answer: CONFIRMED.")
        assert sent(app) == [(1, 2, "confirmed", "")]


def click(app, index):
    app.pressed = time.monotonic()
    choices = app.lesson.query_one(Choices)
    choices.post_message(Choices.Clicked(index, choices))


async def test_a_click_answers_only_what_is_open(attending):
    async with attending() as app:
        says(app, view(Phase.READ, FERRY))
        await until(app, "Read first")
        click(app, 1)
        await still(app)
        assert sent(app) == []
        says(app, view(Phase.OPEN, FERRY))
        await until(app, "c  ✔ CONFIRMED")
        click(app, 1)
        await until(app, "Your answer: ALLEGED.")


async def test_a_lesson_is_left_with_a_second_press(attending):
    async with attending() as app:
        send(app, "q")
        await until(app, "Press it once more to leave.")
        assert app.return_code is None
        send(app, "q")
        async with asyncio.timeout(5):
            while app.is_running:
                await asyncio.sleep(0.005)


async def test_how_sure_is_asked_no_longer_once_the_question_has_changed(attending):
    async with attending() as app:
        says(app, view(Phase.OPEN, FERRY))
        await until(app, "c  ✔ CONFIRMED")
        send(app, "c")
        await until(app, "How sure are you?")
        says(app, view(Phase.OPEN, DIVERS, number=2))
        await until(app, "What did the divers establish?", gone="How sure")
        send(app, "v")
        await still(app)
        assert sent(app) == [(1, 1, "confirmed", "")]


async def test_more_time_changes_nothing_of_what_was_begun(attending):
    async with attending() as app:
        says(app, view(Phase.OPEN, FERRY, left=5.0))
        await until(app, "5 s", "c  ✔ CONFIRMED")
        send(app, "down")
        await until(app, "› a", "4 s")
        app.post_message(app.Linked("connected"))
        await still(app)
        assert "5 s" not in shown(app)
        says(app, view(Phase.OPEN, FERRY, left=95.0))
        await until(app, "100 s", "› a")
        send(app, "enter")
        await until(app, "Your answer: ALLEGED.")
        says(app, view(Phase.OPEN, FERRY, left=95.0, paused=True))
        await until(app, "The lesson is paused.", gone="100 s")
        send(app, "v")
        await still(app)
        assert sent(app) == [(1, 1, "alleged", "")]


async def test_words_are_marked_and_marked_anew(attending):
    async with attending() as app:
        says(app, view(Phase.OPEN, CUE, confidence=False))
        await until(app, 'Your mark: "According"')
        send(app, "space", "right", "enter")
        await until(app, 'Your answer: "According to". Sending ...')
        says(app, stored(1))
        await until(app, 'Your answer: "According to". Kept.')
        send(app, "right", "enter")
        await until(app, 'Your answer: "According to the". Sending')
        assert sent(app) == [(1, 1, "According to@0", ""), (1, 1, "According to the@0", "")]


async def test_a_lost_connection_is_told_and_the_open_item_comes_back(attending):
    async with attending() as app:
        says(app, view(Phase.OPEN, FERRY))
        await until(app, "c  ✔ CONFIRMED")
        app.post_message(app.Linked("lost"))
        await until(app, "You are not connected. What you answered is kept.")
        send(app, "a", "s")
        await until(app, "Your answer is sent as soon as you are.")
        app.post_message(app.Linked("connected"))
        says(app, view(Phase.OPEN, FERRY, own={"given": given("alleged")}), stored(2))
        await until(app, "Your answer: ALLEGED. Kept.", gone="not connected")
        says(app, Refused(why="not-open", text="Too late: it is closed.", ref="s2"))
        await until(app, "Too late: it is closed.")


async def test_an_answer_that_met_a_pause_goes_out_after_it(attending):
    async with attending() as app:
        says(app, view(Phase.OPEN, FERRY))
        await until(app, "c  ✔ CONFIRMED")
        app.post_message(app.Linked("lost"))
        send(app, "a", "v")
        await until(app, "Your answer: ALLEGED, sure. Sending ...", lambda: len(sent(app)) == 2)
        says(app, view(Phase.OPEN, FERRY, paused=True))
        says(app, Refused(why="paused", text="Paused.", ref="s2", again=True))
        await until(app, "Your answer: ALLEGED, sure. It is sent when the lesson goes on.")
        says(app, view(Phase.OPEN, FERRY), stored(2))
        await until(app, "Your answer: ALLEGED, sure. Kept.", gone="Paused.")
        send(app, "c")
        await until(app, "Your answer: CONFIRMED. Sending ... How sure")
        says(
            app,
            *(
                Refused(why="not-open", text="Too late: it is closed.", ref=f"s{n}")
                for n in (1, 2, 3)
            ),
        )
        await until(app, "It came too late, and is not kept.", "Too late: it is closed.")


async def test_sent_out_and_taken_over(attending):
    async with attending() as app:
        says(app, view(Phase.OPEN, FERRY), Replaced())
        await until(app, "on another screen now", "Enter try again")
        send(app, "c", "enter")
        await until(app, lambda: len(app.entrance.hellos) == 2)
        assert sent(app) == []
        says(app, view(Phase.OPEN, FERRY, own={"given": given("alleged")}))
        await until(app, "Your answer: ALLEGED. Kept.")
        says(app, Out())
        await until(app, "The teacher has sent you out")


async def test_at_their_own_pace_one_explanation_after_the_other(attending):
    async with attending() as app:
        says(app, view(Phase.OWN, FERRY, number=2))
        await until(app, "1 of 2", "c  ✔ CONFIRMED")
        send(app, "a")
        await until(app, "Your answer: ALLEGED. How sure are you?")
        assert sent(app) == []
        send(app, "x")
        await until(app, "Your answer: ALLEGED, fairly sure. Sending ...")
        assert sent(app) == [(2, 1, "alleged", "fairly")]
        own = {"given": given("alleged", question=2), "right": True, "points": 10, "answered": 1}
        says(app, stored(1, 2), view(Phase.OWN, DIVERS, own=own, told=explained(right=True)))
        await until(app, "Yes. On 3 March 2031", "1 of 2", "Enter next")
        send(app, "enter")
        await until(app, "What did the divers establish?", "2 of 2")
        own = {"given": given("Why"), "answered": 2}
        says(app, view(Phase.OWN, own=own, told=explained(right=False)))
        await until(app, "Not this time.", "2 of 2")
        send(app, "enter")
        await until(app, "That was the last one. Others are still at it.")
        says(
            app, view(Phase.ENDED, review=(told_again(1, DIVERS), told_again(2, FERRY, "alleged")))
        )
        await until(app, "The lesson is over.", "1  You did not answer.", "2  Yes")


async def test_what_the_class_decided_in_a_scene(attending):
    told = Consequence(
        *(False, "Run it", None, None, "The harbour office rang at once.", (), (), (), False),
        "Ferry carried 40",
    )
    async with attending() as app:
        says(app, view(Phase.REVEALED, FERRY, settled="Run it", consequence=told))
        await until(
            app,
            "The class decided",
            "Run it",
            "The harbour office rang",
            "Printed: Ferry carried 40",
        )


async def test_the_question_on_the_wall_can_be_answered_here(attending):
    async with attending() as app:
        blind = view(Phase.OPEN, FERRY).common.asked
        blind = type(blind)(blind.item, blind.kind, (), "", "", blind.choices)
        says(app, view(Phase.OPEN, blind, confidence=False))
        await until(app, "The question is on the wall.", "c  ✔ CONFIRMED")
        send(app, "c")
        await until(app, "Your answer: CONFIRMED.")


async def test_the_end_shows_everything_that_was_told(attending):
    async with attending() as app:
        review = (told_again(1, FERRY, "alleged"), told_again(2, DIVERS))
        own = {"total": 12}
        says(app, view(Phase.ENDED, own=own, keeps=(kept(),), review=review))
        await until(
            app,
            "1 of 1. Every line stands as you printed it.",
            "12 points in all.",
            "1  Yes",
            "2  You did not answer.",
            "Harbour office: Ferry carried 40",
        )
        send(app, "2")
        await until(app, lambda: isinstance(app.screen, Review), "You did not answer. On 3 March")
        send(app, "escape", "f")
        await until(app, "AMBER OTTER'S FRONT PAGE")


async def test_the_own_save_gets_each_answer_once_and_only_when_it_is_told(attending, saves):
    async with attending(player="Ana") as app:
        (file,) = players(saves)
        says(app, view(Phase.OPEN, FERRY))
        await until(app, "c  ✔ CONFIRMED")
        send(app, "a", "x")
        await until(app, "fairly sure. Sending")
        assert read(file.path).records == ()
        own = {"given": given("alleged"), "right": True, "points": 10}
        told = view(Phase.REVEALED, FERRY, own=own, told=explained(right=True), keeps=(kept(),))
        says(app, told, told)
        await until(app, "saved")
    async with attending(player="Ana") as app:
        says(app, told, view(Phase.ENDED, keeps=(kept(), kept(2, item=DIVERS.item, right=False))))
        await until(app, "1 of 2.", lambda: app.player.unsaved == 0)
    answers = read(file.path).records
    assert [(one.item, one.right, one.session, one.round) for one in answers] == [
        (FERRY.item, True, SESSION, SESSION),
        (DIVERS.item, False, SESSION, SESSION),
    ]
    assert (answers[0].confidence, answers[0].seconds, answers[0].at) == ("fairly", 4.2, NOON)


async def test_without_a_code_it_is_asked_for(attending):
    async with attending(code="", entered=False) as app:
        await until(app, "The code that your teacher shows")
        write(app, "quaxk7f3")
        send(app, "enter")
        await until(app, "The ferry and the fog", "Enter joins")
        send(app, "tab")
        await until(app, "You join as two at this screen", gone="save of")
        send(app, "enter")
        await until(app, lambda: app.entrance.hellos == [("", 2)])
        says(app, Refused(why="full", text="There is no room left."))
        await until(app, "There is no room left.", "Enter go on")


async def test_a_free_name_is_typed_and_another_one_if_it_is_refused(attending):
    async with attending(FakeEntrance("free"), entered=False) as app:
        await until(app, "A nickname is enough.")
        write(app, "Ana quiz?")
        send(app, "enter")
        await until(app, lambda: app.entrance.hellos == [("Ana quiz?", 1)])
        says(app, Refused(why="name", text="Another name, please."))
        await until(app, "Another name, please.", "Enter go on")


async def test_a_name_of_the_command_line_is_not_asked_for(attending):
    async with attending(FakeEntrance("roster"), entered=False, name="Ana", pair=True) as app:
        await until(app, "Coming in ...")
        assert app.entrance.hellos == [("Ana", 2)]


async def test_a_ticket_that_nobody_uses_leads_back(attending):
    async with attending(FakeEntrance(tickets=[TICKET]), entered=False) as app:
        await until(app, "1  Come back as Amber Otter", "2  Join as somebody new")
        send(app, "1")
        await until(app, lambda: app.entrance.hellos == [TICKET])
        says(app, view(Phase.OPEN, FERRY, own={"given": given("alleged")}))
        await until(app, "Your answer: ALLEGED. Kept.")


async def test_whoever_comes_back_to_an_explanation_sees_all_of_it(attending):
    async with attending(FakeEntrance(tickets=[TICKET]), entered=False) as app:
        await until(app, "1  Come back as Amber Otter")
        send(app, "1")
        own = {"given": given("alleged"), "right": True, "points": 10.0}
        says(app, view(Phase.REVEALED, FERRY, own=own, told=explained(right=True)))
        await until(app, "Yes. On 3 March 2031", FERRY.statement, "10 points")


async def test_what_no_hub_of_ours_says_breaks_nothing(attending):
    async with attending() as app:
        nothing = view(Phase.OPEN, FERRY).common.asked
        nothing = type(nothing)(nothing.item, nothing.kind, (), "", "Nothing to pick.")
        says(app, view(Phase.OPEN, nothing, left=float("inf")))
        await until(app, "Nothing to pick.")
        send(app, "enter", "1", "c", "down", "z")
        await still(app)
        assert sent(app) == []


async def test_j_at_home_leads_to_the_door(playing, ana, monkeypatch):
    came = []
    monkeypatch.setattr("quizgame.tui.classroom.student.app.run", lambda one: came.append(one) or 0)
    async with playing() as app:
        await until(app, "j  Join a lesson")
        send(app, "j")
        async with asyncio.timeout(5):
            while app.is_running:
                await asyncio.sleep(0.005)
        assert app.joins
        assert _join(app) == 0
    (options,) = came
    assert (options.player, options.code, options.saves) == ("Ana", "", ana.parent)


async def test_whoever_turns_away_hears_nothing_more(attending):
    async with attending(entered=False) as app:
        await until(app, "Enter joins")
        send(app, "enter")
        await until(app, "Coming in")
        send(app, "escape")
        await until(app, "The code that your teacher shows")
        app.entrance.on_message(WELCOME)
        app.entrance.on_link("ended")
        await still(app)
        assert app.lesson is None
        write(app, "k7f3")
        send(app, "enter")
        await until(app, "Enter joins")
        send(app, "enter")
        await until(app, "Coming in")
        app.entrance.on_message(WELCOME)
        await until(app, "You are in: Amber Otter")


async def test_a_code_typed_before_the_first_frame_is_not_lost(saves):
    app = joining(saves, code="")
    async with app.run_test(size=(80, 24)):
        write(app, "k7f3")
        send(app, "enter")
        await until(app, "Enter joins.")
        app.exit()
