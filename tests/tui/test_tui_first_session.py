"""From the first words to a name: nothing is asked before the first verdict."""

from __future__ import annotations

import asyncio

from textual.widgets import Input
from tui_samples import kept, send, until, write, write_save

from quizgame.saves.players import players

PLAYED = ("enter", "c", "enter", "a", "enter", "c", "enter", "a", "enter")


async def test_from_the_opening_to_a_name_and_the_summary(playing, saves):
    async with playing() as app:
        text = await until(app, "It is March 2031.", "c  CONFIRMED", "a  ALLEGED")
        assert "A shipwreck; nobody is hurt." in text
        send(app, "enter")
        text = await until(app, "1 of 4", "how do you print this?")
        assert "Divers from the university measured" in text
        assert "How sure" not in text
        send(app, "c")
        await until(app, "Yes.", "CONFIRMED", "saved", "1 of 4")
        assert kept(saves).count("[[answer]]") == 1
        send(app, "enter")
        await until(app, "2 of 4", "how do you print this?")
        send(app, "c")
        await until(app, "Not this time.", "ALLEGED", "2 of 4")
        send(app, "enter", "c", "enter")
        await until(app, "4 of 4", "how do you print this?")
        send(app, "a", "enter")
        text = await until(app, "Keep your front page? A nickname is enough.")
        assert "Wreck is the trawler Anna" in text
        assert "Council closes old pier" in text
        write(app, "Ana")
        send(app, "enter")
        await until(app, "3 of 4", "Printed in this round")
        assert [player.name for player in players(saves)] == ["Ana"]
        send(app, "escape")
        await until(app, "Ana, day 1", "New round")
    assert kept(saves).count("[[answer]]") == 4


async def test_a_first_page_may_stay_without_a_name(playing, saves):
    async with playing() as app:
        send(app, *PLAYED)
        await until(app, "A nickname is enough")
        send(app, "escape")
        await until(app, "4 of 4", "Printed in this round", "saved")
        assert [player.name for player in players(saves)] == [""]


async def test_a_name_that_cannot_be_kept_says_why_and_keeps_the_page(playing, saves):
    saves.mkdir()
    async with playing() as app:
        send(app, *PLAYED)
        await until(app, "A nickname is enough")
        line = app.screen.query_one(Input)
        for typed, words in (
            ("", "A name is needed"),
            ("x" * 30, "The name is too long"),
            ("Ben", "This name is taken"),
        ):
            if typed == "Ben":
                await asyncio.to_thread(write_save, saves, "Ben")
            line.value = typed
            send(app, "enter")
            text = await until(app, words)
            assert "Keep your front page?" in text
            assert app.screen.query_one(Input) is line
        line.value = "Cleo"
        send(app, "enter")
        await until(app, "Printed in this round", gone="Keep your front page?")
    assert {player.name for player in players(saves)} == {"Ben", "Cleo"}


async def test_an_unfinished_first_session_waits_at_home(playing, saves):
    async with playing() as app:
        send(app, "enter", "c", "enter", "a", "enter", "escape")
        await until(app, "Your first front page, 3 of 4")
    async with playing() as app:
        await until(app, "Your first front page, 3 of 4")
        send(app, "g")
        await until(app, "3 of 4", "The council voted")
        send(app, "c", "enter", "a", "enter")
        await until(app, "A nickname is enough")


async def test_someone_who_has_played_sees_home_first(playing, ana):
    async with playing() as app:
        text = await until(app, "Ana, day 1", "New round")
        assert "Enter begins" not in text
        assert "2 corrections" in text
        assert "whose word it is; about a minute" in text


async def test_a_quick_typist_loses_nothing(playing, saves):
    async with playing() as app:
        send(app, *PLAYED)
        write(app, "Ana")
        send(app, "enter", "escape")
        await until(app, "Ana, day 1", "New round")
    assert kept(saves).count("[[answer]]") == 4


async def test_the_end_of_the_game_overtakes_what_was_typed(playing, saves):
    """A signal ends the game between two keys, and pages that were being opened stay silent."""
    for keys in (("enter", "c", "enter"), ("enter", "?"), ("?", "escape", "enter", "a")):
        async with playing() as app:
            send(app, *keys)
            app.exit()
            send(app, "c", "enter", "?")


async def test_home_is_not_seen_between_two_pages(playing, saves, monkeypatch):
    from quizgame.tui.app import QuizApp

    painted = []
    display = QuizApp._display

    def paint(self, screen, renderable):
        if not self._batch_count:
            painted.append(type(screen).__name__)
        display(self, screen, renderable)

    async with playing() as app:
        monkeypatch.setattr(QuizApp, "_display", paint)
        send(app, "enter")
        await until(app, "1 of 4")
        await until(app, lambda: "Play" in painted)
    assert "Home" not in painted
