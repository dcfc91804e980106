"""Home and what it opens: players, shelf, articles, help, palette, themes, keys."""

from __future__ import annotations

import pytest
from textual.widgets import Input
from tui_samples import (
    begun,
    game,
    kept,
    send,
    setting,
    shown,
    until,
    write,
    write_broken,
    write_save,
    write_second,
)

from quizgame import places
from quizgame.errors import UsageError
from quizgame.saves.players import players
from quizgame.tui.app import QuizApp
from quizgame.tui.themes import CONTRAST, LIGHT

TWO_WAY = "harbour/timetable?two-way@gazette"


def names(saves) -> set[str]:
    return {player.name for player in players(saves)}


async def test_players_are_made_switched_and_renamed(playing, ana, saves):
    async with playing() as app:
        send(app, "w")
        await until(app, "Players", "plays now", "Saves are kept in")
        send(app, "n")
        await until(app, "Everybody has a save of their own.")
        write(app, "Ana")
        send(app, "enter")
        await until(app, "This name is taken")
        app.screen.query_one(Input).value = ""
        write(app, "Zed")
        send(app, "enter")
        await until(app, "c  CONFIRMED", "Enter begins")
        send(app, "enter", "c")
        await until(app, "Yes.", "saved")
        send(app, "escape", "w")
        await until(app, "Players", "Zed", "Ana")
        row = next(r for r in shown(app).splitlines() if "Ana" in r)
        send(app, next(part for part in row.split() if part.isdigit()))
        await until(app, "Ana, day 1", "2 corrections")
        send(app, "w", "e")
        await until(app, "under the new name")
        write(app, "Ann")
        send(app, "enter")
        await until(app, "Players", "Ann")
        send(app, "escape")
        await until(app, "Ann, day 1")
    assert names(saves) == {"Ann", "Zed"}


async def test_a_save_that_cannot_be_read_says_so_in_its_row(playing, ana, saves):
    (saves / "ben-000000.toml").write_text("no journal", encoding="utf-8")
    async with playing() as app:
        send(app, "w")
        text = await until(app, "Players", "plays now")
        number = next(r for r in text.splitlines() if "cannot be" in r or "no name" in r).split()[0]
        send(app, number if number.isdigit() else "2")
        await until(app, "Players", "plays now")
        send(app, "escape")
        await until(app, "Ana, day 1")
    assert (saves / "ben-000000.toml").read_text(encoding="utf-8") == "no journal"


async def test_a_set_is_played(playing, ana):
    async with playing() as app:
        send(app, "b")
        text = await until(app, "Lessons and packs", "Every kind of question", "4 items")
        assert "the pack in use" in text
        send(app, "2")
        await until(app, "Every kind of question", "1 of 4", "What did the divers establish?")


async def test_a_second_pack_is_used(playing, packs, ana):
    write_second(packs)
    async with playing() as app:
        send(app, "b")
        await until(app, "Pack: The school paper", "use this pack")
        send(app, "4")
        await until(app, "New round", gone="use this pack")
        send(app, "n")
        await until(app, "The school paper", "1 of 1", "The canteen closes in May.")
        send(app, "escape", "r")
        await until(app, "School Paper", "Sentences that you have judged are marked.")


async def test_a_pack_that_is_broken_says_what_to_do(playing, packs, ana):
    write_broken(packs)
    async with playing() as app:
        send(app, "b")
        await until(app, "Pack: torn")
        send(app, "4")
        await until(app, "has errors", "Mend it")
        assert app.desk.pack.id == "harbour"


async def test_a_broken_pack_alone_is_no_game(playing, tmp_path, saves):
    packs = tmp_path / "only"
    packs.mkdir()
    write_broken(packs)
    async with playing(folder=packs) as app:
        send(app, "enter")
        await until(app, "has errors: run", "No pack can be played.")
        send(app, "n", "r", "b", "escape")
        await until(app, "No pack can be played.")


async def test_without_a_pack_home_says_where_to_look(playing, tmp_path, ana):
    async with playing(folder=tmp_path / "nowhere") as app:
        await until(app, "No pack can be played.", "quizgame where")
        send(app, "n", "r", "enter")
        await until(app, "No pack can be played.")
        send(app, "p")
        await until(app, "Progress", "0 of 2 right")


async def test_the_articles_open_in_the_reader(playing, ana):
    async with playing() as app:
        send(app, "r")
        await until(app, "Harbour Gazette", "Coast Courier", "translated")
        send(app, "down", "enter")
        await until(app, "Coast Courier", "Fog stops ferry")
        send(app, "escape", "escape")
        await until(app, "New round")


@pytest.mark.parametrize(("keys", "words"), [
    ((), ("g", "go on", "n", "new round", "w", "players", "F1")),
    (("g",), ("c", "print it as confirmed", "s", "skip", "Ctrl+C, Ctrl+Q, q")),
    (("b",), ("Enter", "go", "Esc", "back")),
    (("r", "1"), ("]", "next mark", "/", "search")),
])  # fmt: skip
async def test_help_lists_the_keys_of_the_page(playing, saves, keys, words):
    saves.mkdir()
    write_save(saves, records=[begun(9, (TWO_WAY,))])
    async with playing(size=(80, 60)) as app:
        send(app, *keys)
        await until(app, lambda: len(app.screen_stack) > len(keys))
        send(app, "?")
        await until(app, "Keys here", "CONFIRMED", *words)
        send(app, "?")
        await until(app, "? help", gone="Keys here")


async def test_a_theme_from_the_palette_is_kept(playing, ana, saves):
    async with playing() as app:
        send(app, "ctrl+p")
        await until(app, lambda: app.screen.query(Input))
        write(app, "Light theme")
        await until(app, "Kept with your save")
        send(app, "down", "enter")
        await until(app, lambda: app.theme == LIGHT, lambda: LIGHT in kept(saves))
    async with playing() as app:
        await until(app, "New round", lambda: app.theme == LIGHT)


async def test_a_player_brings_their_own_theme(playing, ana, saves):
    write_save(saves, "Ben", [setting("theme", CONTRAST)])
    async with playing(player="Ben") as app:
        await until(app, "Ben, day 1", lambda: app.theme == CONTRAST)


async def test_confidence_is_switched_off_in_the_palette(playing, saves):
    saves.mkdir()
    write_save(saves, records=[begun(9, (TWO_WAY,))])
    async with playing() as app:
        send(app, "ctrl+p")
        await until(app, lambda: app.screen.query(Input))
        write(app, "Do not ask")
        await until(app, "Do not ask how sure I am")
        send(app, "down", "enter")
        await until(app, lambda: "confidence" in kept(saves), lambda: not app.screen.query(Input))
        send(app, "g", "a")
        await until(app, "Yes.", gone="How sure")


async def test_keys_can_be_changed(playing, saves):
    saves.mkdir()
    write_save(saves, records=[setting("confidence", False), begun(9, (TWO_WAY,))])
    places.keys().path.write_text(
        '"answer.alleged" = "j"\n"round.skip" = "f5"\n"home.players" = "y"\n', encoding="utf-8"
    )
    async with playing() as app:
        await until(app, "y  Players")
        send(app, "g")
        await until(app, "j ~ ALLEGED", "c ✔ CONFIRMED", "F5 skip")
        send(app, "a", "?")
        await until(app, "Keys here")
        send(app, "?", "j")
        await until(app, "Yes.", "ALLEGED")


@pytest.mark.parametrize(("written", "words"), [
    ('"answer.aleged" = "j"', 'Did you mean "answer.alleged"?'),
    ('"answer.alleged" = 7', "must be a key"),
    ('"answer.alleged" = "\\u001b[2J"', "must be a key"),
    ('"answer.alleged" = ', "keys.toml"),
])  # fmt: skip
async def test_a_file_of_keys_that_is_wrong_ends_the_game_with_the_cure(
    packs, saves, written, words
):
    places.keys().path.write_text(written, encoding="utf-8")
    app = game(packs, saves)
    async with app.run_test():
        await until(app, lambda: app.failure is not None)
    assert isinstance(app.failure, UsageError)
    assert app.failure.exit_code == app.return_code == 2
    assert words in f"{app.failure.message} {app.failure.hint}"


async def test_keys_that_come_before_the_desk_is_open_act_in_order(packs, saves, monkeypatch):
    app = game(packs, saves)
    begin = QuizApp._open_desk
    monkeypatch.setattr(QuizApp, "_open_desk", lambda self: None)
    async with app.run_test(notifications=True):
        await until(app, "Enter begins")
        assert app.desk is None
        send(app, "enter", "c", "enter", "a")
        send(app, "?")
        await until(app, "Enter begins")
        begin(app)
        await until(app, "Keys here")
        send(app, "?")
        await until(app, "2 of 4", "ALLEGED", "saved")
        app.exit()


async def test_help_opens_before_the_desk_does(packs, saves, monkeypatch):
    app = game(packs, saves)
    monkeypatch.setattr(QuizApp, "_open_desk", lambda self: None)
    async with app.run_test():
        await until(app, "Enter begins")
        send(app, "?")
        await until(app, "Keys here", "CONFIRMED")
        app.exit()
