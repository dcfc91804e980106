"""The preview: any item, every explanation, drawn anew on every save, and nothing kept."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager

import pytest
from tui_samples import send, shown, until, write

from quizgame import cli
from quizgame.tui.preview.app import PreviewApp
from quizgame.tui.preview.page import FindingsPage
from quizgame.tui.preview.rehearsing import Rehearsing


@pytest.fixture
def pack(packs):
    return next(path.parent for path in packs.rglob("pack.toml"))


@pytest.fixture
def previewing(pack):
    @asynccontextmanager
    async def preview(item="", size=(80, 24)):
        app = PreviewApp(pack, item)
        async with app.run_test(size=size, notifications=True):
            try:
                await until(app, lambda: app.read is not None)
                yield app
            finally:
                app.exit()
                while app.is_running:
                    await asyncio.sleep(0.002)
        assert app._exception is None

    return preview


def change(pack, old, new):
    path = pack / "pack.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def everything(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


async def test_a_headline_stands_beside_its_id_where_there_is_room(previewing, pack):
    async with previewing() as app:
        await until(app, "passengers?two-way@gazette  ")
        assert "..." in shown(app)
        for end in '"@?':
            change(pack, f'"passengers{end}', f'"passengers-on-the-ferry-in-the-fog{end}')
        await until(app, "passengers-on-the-ferry-in-the-fog?two-way@gazette")
        assert "..." not in shown(app)


async def test_from_the_list_to_an_item_its_explanations_and_the_next(previewing, pack, tmp_path):
    before = everything(tmp_path)
    async with previewing() as app:
        await until(app, "The ferry and the fog", "wreck?two-way", "wreck?five-way")
        send(app, "/")
        write(app, "passengers two")
        await until(app, "with: passengers two", "passengers?two-way@courier")
        send(app, "enter", "enter")
        await until(app, "passengers?two-way@gazette", "how do you print this?", "1 of 2")
        send(app, "c")
        await until(app, "Not this time. On that day it was ALLEGED.")
        send(app, "e")
        await until(app, "Yes. On that day it was ALLEGED.")
        send(app, "e")
        await until(app, "Not this time.")
        send(app, "t")
        await until(app, "1 of 2", "how do you print this?")
        send(app, "e")
        await until(app, "Yes. On that day it was ALLEGED.")
        send(app, "enter")
        await until(app, "passengers?two-way@courier", "2 of 2", "how do you print this?")
        send(app, "b")
        await until(app, "passengers?two-way@gazette")
        send(app, "n", "n")
        await until(app, "2 of 2", "passengers?two-way@courier")
        send(app, "e", "r")
        await until(app, "Coast Courier", "next mark")
        send(app, "escape", "enter")
        await until(app, "with: passengers two")
        send(app, "escape")
        await until(app, "wreck?two-way", gone="with:")
    assert everything(tmp_path) == before


async def test_a_save_is_drawn_in_place_and_a_broken_pack_recovers(previewing, pack):
    async with previewing("passengers") as app:
        send(app, "a")
        await until(app, "Yes.", "nobody else has seen the list.")
        change(pack, "Only the harbour office counted them", "Only one office counted them")
        await until(app, "Yes.", "Only one office counted them")
        change(pack, 'status = "denied"', 'status = "denid"')
        await until(app, "1 error (d)", "Only one office counted them")
        send(app, "d")
        await until(app, "error[K104]", "Did you mean `denied`?")
        change(pack, 'status = "denid"', 'status = "confirmed"')
        await until(app, lambda: app.read.pack is not None, gone="error[K104]")
        send(app, "escape")
        await until(app, "Yes.", "Only one office counted them", gone="1 error")


async def test_a_pack_that_is_broken_from_the_start(previewing, pack):
    change(pack, 'title = "The ferry and the fog"', 'titel = "The ferry and the fog"')
    async with previewing() as app:
        await until(app, "cannot be played yet", "error[K101]", "Did you mean `title`?")
        send(app, "enter", "down", "d", "escape")
        change(pack, "titel", "title")
        await until(app, "wreck?two-way", gone="cannot be played")


async def test_an_item_that_goes_makes_room_for_the_next(previewing, pack):
    async with previewing("what-divers-did") as app:
        await until(app, "What did the divers establish?")
        change(pack, '"what-divers-did"', '"what-they-did"')
        await until(app, "what-they-did?choice", "What did the divers establish?")
        send(app, "enter")
        await until(app, lambda: app.screen.phase == "explained")


async def test_a_pack_that_loses_all_its_items_shows_its_list(previewing, pack):
    async with previewing("wreck") as app:
        await until(app, "how do you print this?")
        whole = (pack / "pack.toml").read_text(encoding="utf-8")
        head = whole.partition("[[claim]]")[0]
        (pack / "pack.toml").write_text(head, encoding="utf-8")
        await until(app, "0 of 0 items", "nothing to ask in this pack yet")
        send(app, "enter", "down")
        (pack / "pack.toml").write_text(whole, encoding="utf-8")
        await until(app, "wreck?two-way")


async def test_findings_stand_beside_where_there_is_room(previewing, pack):
    change(pack, 'text = "The council closes the old pier."', f'text = "{"x" * 95}"')
    async with previewing("pier", size=(120, 36)) as app:
        await until(app, "2 warnings", "warning C101", "pack.toml:")
        assert isinstance(app.screen, Rehearsing)
        send(app, "d")
        await until(app, "warning[C101]", lambda: isinstance(app.screen, FindingsPage))


async def test_an_item_that_is_not_there_is_guessed(previewing):
    async with previewing("wreckk") as app:
        await until(app, "There is no item wreckk.")
        assert "wreck?two-way" in shown(app)


@pytest.mark.parametrize("item", ["wreck?five-way", "passengers@courier", "lamp-dark"])
async def test_an_item_is_named_as_sets_name_it(previewing, item):
    async with previewing(item) as app:
        await until(app, item.replace("@", "?two-way@"))


async def test_a_small_window_says_so_and_hostile_text_is_only_text(previewing, pack):
    change(pack, "Ferry carried 40", "[@click=app.exit]x[/] \\u001b[31m")
    async with previewing(size=(60, 20)) as app:
        send(app, "/")
        write(app, "x[/]")
        await until(app, lambda: 0 < len(app.screen.listed) < 9)
        send(app, "enter", "enter", "a")
        await until(app, "Yes.", "[@click=app.exit]x[/]")
        assert "\x1b" not in shown(app)


def test_what_cannot_be_previewed(packs, tmp_path, capsys):
    assert cli.main(["preview", str(tmp_path / "gone")]) == 2
    assert "no pack to preview" in capsys.readouterr().err
    (packs / "two.toml").write_text("")
    (packs / "three.toml").write_text("")
    assert cli.main(["preview", str(packs)]) == 2
    assert "several packs" in capsys.readouterr().err
    assert cli.main(["preview", str(packs / "two.toml")]) == 2
    assert "needs a terminal" in capsys.readouterr().err
