"""A scenario on the screen: read, asked, decided, taken back, left, ended."""

from __future__ import annotations

import pytest
from pytest_textual_snapshot import SVGImageExtension
from tui_samples import game, send, shown, still, until, write_save
from tui_story import SECOND_STORY, STORY, write_stories

from quizgame.checking.check import check
from quizgame.packs.load import load
from quizgame.saves.reading import read
from quizgame.saves.records import Answer, Step


@pytest.fixture(autouse=True)
def _stories(packs):
    write_stories(packs)


def records(saves, kind):
    (path,) = [p for p in saves.glob("*.toml") if ".notes" not in p.name]
    return [record for record in read(path).records if isinstance(record, kind)]


def test_the_story_of_these_tests_is_sound(packs):
    found = check(load(packs / "harbour"))
    assert [one.code for one in found if one.code.startswith(("C7", "R", "K"))] == []


async def test_from_home_through_a_call_and_a_decision_to_the_end(playing, ana, saves):
    async with playing() as app:
        await until(app, "Fog at the desk", "everybody knows why")
        send(app, "s")
        text = await until(app, "23:10, 4 March 2031", "scene 1 of 3", "1 question fits")
        assert "trust ▇▇▇▁▁ fair" in text
        send(app, "3")
        await until(app, "Ring the pilot", "had seen no light", "reach ▇▇▇▁▁ fair, a little down")
        send(app, "enter")
        await until(app, "Time is up.", "Breakwater was dark (Harbour Gazette)")
        send(app, "1")
        text = await until(app, "Not this time. Whose word is it?", "Printed: Ferry carried 40")
        assert "who: the harbour office" in text
        send(app, "enter")
        await until(app, "01:20", "A siren sounds twice. (reach a little up)", "scene 2 of 3")
        send(app, "2", "enter")
        await until(app, "A weak edition.", "Somebody counts again.", "The way you took")
        send(app, "enter")
        await until(app, "Fog at the desk")
        await until(app, lambda: app.desk.player.unsaved == 0)
    steps = records(saves, Step)
    assert [step.did for step in steps] == ["begin", "ask", "choose", "choose"]
    assert [a.item for a in records(saves, Answer)][-1] == "harbour/fog?decision@wire"


async def test_a_decision_is_taken_back_before_and_after_the_end(playing, ana, saves):
    async with playing() as app:
        send(app, "s", "1", "u")
        await until(app, "scene 1 of 3", "trust ▇▇▇▁▁ fair")
        send(app, "2", "enter", "1", "enter")
        await until(app, "A strong edition.")
        send(app, "u")
        await until(app, "01:20", "scene 2 of 3")
        await until(app, lambda: app.desk.player.unsaved == 0)
    assert [s.chosen for s in records(saves, Step)] == [
        "",
        "flat",
        "flat",
        "named",
        "stand",
        "stand",
    ]
    # The first decision of a scene counts; what was taken back and decided anew does not.
    assert [a.chosen for a in records(saves, Answer)][-1:] == ["flat"]


async def test_one_question_too_many_and_the_page_is_gone(playing, ana):
    async with playing() as app:
        send(app, "s", "3", "enter", "3")
        await until(app, "Nobody is there.", "the time ran out")
        send(app, "enter")
        await until(app, "The page closed without you.", "You asked: Ring the owner (too late)")


async def test_left_in_the_middle_it_waits_at_home(playing, ana):
    async with playing() as app:
        send(app, "s", "2", "enter")
        await until(app, "01:20", "saved")
        send(app, "escape")
        await until(app, "left at 01:20, scene 2 of 3")
    async with playing() as app:
        send(app, "s")
        await until(app, "01:20", "scene 2 of 3", "A siren sounds")


async def test_the_desk_opens_in_full_and_leads_to_the_article(playing, ana):
    async with playing() as app:
        send(app, "s", "d")
        await until(app, "2 papers", "› Ferry carried 40")
        send(app, "down", "r")
        text = await until(app, "Harbour Gazette", "The ferry and the fog")
        # What its status is, the player is about to decide.
        assert "CONFIRMED" not in text
        send(app, "escape")
        await until(app, "› Council closes old pier")
        send(app, "escape")
        await until(app, "scene 1 of 3")
        send(app, "enter")
        await until(app, "2 papers")


async def test_the_mouse_does_it_too(playing, ana):
    async with playing() as app:
        send(app, "s")
        await until(app, "scene 1 of 3")
        (row,) = [n for n, line in enumerate(shown(app).splitlines()) if "office's name" in line]
        from textual.pilot import Pilot

        await Pilot(app).click(offset=(12, row))
        await until(app, "Yes. Whose word is it?")


async def test_several_scenarios_are_listed(packs, playing, ana):
    write_stories(packs, STORY, SECOND_STORY)
    async with playing() as app:
        await until(app, "2 stories of decisions")
        send(app, "s")
        await until(app, "The pier", "Nine votes to two.")
        send(app, "1", "1", "escape", "s")
        await until(app, "left at 01:20, scene 2 of 3", "from the start")
        send(app, "n")
        await until(app, "23:10", "scene 1 of 3")
        send(app, "escape", "s", "2")
        await until(app, "The pier", "scene 1 of 2")


KEYS = {
    "scene": (("s",), "1 question fits"),
    "told": (("s", "1"), "Printed: Ferry"),
    "papers": (("s", "d"), "2 papers"),
    "end": (("s", "2", "enter", "1", "enter"), "The way you took"),
    "list": (("s",), "Nine votes"),
}


@pytest.fixture
def looks(packs, saves, snapshot):
    """Whether a page looks as it did."""

    async def photograph(page, *, size=(80, 24), **options) -> bool:
        saves.mkdir()
        write_save(saves)
        if page == "list":
            write_stories(packs, STORY, SECOND_STORY)
        app = game(packs, saves, **options)
        keys, words = KEYS[page]
        async with app.run_test(size=size):
            await until(app, lambda: app.desk is not None)
            send(app, *keys)
            await until(app, words)
            await until(app, lambda: app.desk.player.unsaved == 0)
            text = await still(app)
            while text != (text := await still(app)):
                pass
            picture = app.export_screenshot(simplify=True)
            app.exit()
        return picture == snapshot(extension_class=SVGImageExtension)

    return photograph


@pytest.mark.parametrize("page", KEYS)
async def test_page(looks, page):
    assert await looks(page)


@pytest.mark.parametrize("page", ["scene", "end"])
async def test_page_where_there_is_little_room_and_only_ascii(looks, page):
    assert await looks(page, size=(60, 20), ascii=True)


async def test_a_scene_without_colour(looks, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert await looks("scene")
