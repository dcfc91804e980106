"""The player's own data from the screen: pages of earlier days, export, deletion."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from textual.widgets import Input
from tui_samples import NOON, given, send, until, write, write_save

PIER = "harbour/pier?two-way@gazette"


@pytest.fixture
def days(saves):
    """A save with a page on each of three days."""
    saves.mkdir()
    return write_save(
        saves,
        records=[
            given(n + 5, PIER, right=True, line=f"Line {n}", at=NOON + timedelta(days=n))
            for n in range(2)
        ],
    )


@pytest.fixture
def home_folder(home, monkeypatch):
    """Where files are proposed to be put."""
    monkeypatch.setattr("pathlib.Path.home", lambda: home)
    return home


async def test_earlier_pages_can_be_looked_at(playing, days):
    async with playing() as app:
        send(app, "f")
        await until(app, "5 March 2031", "Line 1", "page 3 of 3", "[ earlier", gone="] later")
        send(app, "[", "[")
        await until(app, "3 March 2031", "page 1 of 3", "] later", gone="[ earlier")
        send(app, "[")
        send(app, "]")
        await until(app, "4 March 2031", "Line 0", "page 2 of 3")


async def test_the_page_that_is_looked_at_is_exported(playing, days, home_folder):
    async with playing() as app:
        send(app, "f", "[", "x")
        await until(app, "The page of 4 March 2031.", "the front page as a picture")
        send(app, "3")
        path = home_folder / "ana-front-page-2031-03-04.txt"
        await until(app, "Where to?", lambda: app.screen.query_one(Input).value == str(path))
        send(app, "enter")
        await until(app, "The page of 4 March 2031.", gone="Where to?")
        assert "Line 0" in path.read_text(encoding="utf-8")
        path.write_text("mine", encoding="utf-8")
        send(app, "3")
        await until(app, "Where to?")
        send(app, "enter")
        await until(app, "is there already.", "Take another name.")
        write(app, ".2")
        send(app, "enter")
        await until(app, "The page of 4 March 2031.", gone="Where to?")
        assert path.read_text(encoding="utf-8") == "mine"
        assert "Line 0" in path.with_name(f"{path.name}.2").read_text(encoding="utf-8")


async def test_everything_is_exported_from_progress(playing, days, home_folder):
    async with playing() as app:
        send(app, "p", "x", "5", "enter")
        await until(app, "every answer, as a table", lambda: any(home_folder.glob("*.json")))
        told = json.loads((home_folder / "ana-everything.json").read_text(encoding="utf-8"))
        assert len(told["answers"]) == 4


async def test_the_palette_exports_and_deletes_from_every_page(playing, days):
    for words, title in (("Export what", "every answer, as a table"), ("Delete what", "Keep it")):
        async with playing() as app:
            send(app, "ctrl+p")
            await until(app, lambda a=app: a.screen.query(Input))
            write(app, words)
            await until(app, f"{words} is kept of me")
            send(app, "down", "enter")
            await until(app, title)


async def test_deleting_asks_first_and_no_key_alone_deletes(playing, days, saves):
    async with playing() as app:
        send(app, "w", "d")
        await until(app, "Everything that is kept of Ana", days.name, "› ")
        send(app, "2", "enter")
        await until(app, "plays now")
        assert days.exists()
        send(app, "d", "down", "enter")
        await until(app, "Enter begins", lambda: not days.exists())
        assert not [path for path in saves.iterdir() if path.suffix == ".toml"]
        send(app, "enter", "c")
        await until(app, "saved")
    assert [path.name[:8] for path in saves.glob("*.toml")] == ["unnamed-"]


async def test_another_player_is_deleted_and_whoever_plays_goes_on(playing, days, saves):
    other = write_save(saves, "Ben")
    async with playing(player="Ana") as app:
        send(app, "w")
        text = await until(app, "Ben", "plays now")
        listed = [row for row in text.splitlines() if "Ana" in row or "Ben" in row][1:]
        send(app, *(["down"] if "Ben" in listed[1] else []), "d")
        await until(app, "Everything that is kept of Ben")
        send(app, "down", "enter")
        await until(app, "plays now", lambda: not other.exists(), gone="Ben  ")
        assert days.exists()
        send(app, "escape")
        await until(app, "Ana, day 3")


async def test_whoever_played_last_sits_down_after_a_deletion(playing, days, saves):
    write_save(saves, "Ben")
    async with playing(player="Ana") as app:
        send(app, "ctrl+p")
        await until(app, lambda: app.screen.query(Input))
        write(app, "Delete what")
        await until(app, "Delete what is kept of me")
        send(app, "down", "enter")
        await until(app, "Everything that is kept of Ana")
        send(app, "down", "enter")
        await until(app, "Ben, day 1", lambda: not days.exists())


async def test_nothing_is_kept_of_somebody_new(playing, saves):
    async with playing() as app:
        await until(app, "Enter begins")
        send(app, "ctrl+p")
        await until(app, lambda: app.screen.query(Input))
        write(app, "Delete what")
        await until(app, "Delete what is kept of me")
        send(app, "down", "enter")
        await until(app, "Nothing is kept of you yet.")


async def test_a_hostile_name_is_only_shown(playing, saves):
    saves.mkdir()
    name = "Eve [/b] {0} %s"
    path = write_save(saves, name)
    async with playing() as app:
        send(app, "w", "x")
        await until(app, "every answer, as a table", name)
        send(app, "2")
        await until(app, "Where to?", "-s-front-page.md")
        send(app, "escape", "escape", "d")
        await until(app, f"Everything that is kept of {name}:")
        send(app, "down", "enter")
        await until(app, "Enter begins", lambda: not path.exists())
