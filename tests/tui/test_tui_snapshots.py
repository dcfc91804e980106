"""Ten pages as pictures, so that a change of the look is seen and meant."""

from __future__ import annotations

import pytest
from pytest_textual_snapshot import SVGImageExtension
from tui_samples import begun, game, given, send, setting, still, until, write_save

from quizgame.tui.themes import LIGHT

TWO_WAY = "harbour/passengers?two-way@gazette"
LAMP = "harbour/lamp-dark?two-way@gazette"
QUIET = setting("confidence", False)
DAY = (
    begun(5, (TWO_WAY, LAMP)),
    given(5, "harbour/pier?two-way@gazette", right=True, status="confirmed", skill="record",
          line="Council closes old pier"),
    given(5, LAMP, right=True, status="denied", skill="word",
          line="The pilot: Breakwater was dark (Harbour office denies it)"),
    given(5, "harbour/thrift?two-way@courier", right=True, status="analysis", skill="belief",
          line="Opinion, A historian: Town spends too little"),
    given(5, "harbour/timetable?two-way@gazette", skill="hedge",
          line="Two councillors: New timetable in May"),
)  # fmt: skip
WAITS = begun(9, (TWO_WAY, "harbour/what-divers-did?choice"))

PAGES = {
    "item": ("g",),
    "explanation": ("g", "c"),
    "more": ("g", "c", "o"),
    "summary": ("g", "c", "enter", "2", "enter"),
    "home": (),
    "front-page": ("f",),
    "reader": ("g", "c", "r"),
}
WORDS = {
    "item": "how do you print this?",
    "explanation": "o other papers",
    "more": "What would lift it",
    "summary": "Misses come back",
    "home": "On your front page",
    "front-page": "Corrections",
    "reader": "next mark",
}


@pytest.fixture
def looks(packs, saves, snapshot):
    """Whether a page looks as it did."""

    async def photograph(page, *, size=(80, 24), theme="", **options) -> bool:
        saves.mkdir()
        if page != "opening":
            themes = [setting("theme", theme)] if theme else []
            write_save(saves, records=[*DAY, QUIET, *themes, WAITS])
        app = game(packs, saves, **options)
        async with app.run_test(size=size):
            await until(app, lambda: app.desk is not None)
            send(app, *PAGES.get(page, ()))
            await until(app, WORDS.get(page, "It is March 2031."))
            await until(app, lambda: app.desk.player.unsaved == 0)
            # Until nothing is being painted any more.
            text = await still(app)
            while text != (text := await still(app)):
                pass
            picture = app.export_screenshot(simplify=True)
            app.exit()
        return picture == snapshot(extension_class=SVGImageExtension)

    return photograph


@pytest.mark.parametrize("page", ["opening", *PAGES])
async def test_page(looks, page):
    assert await looks(page)


async def test_explanation_where_there_is_little_room(looks):
    assert await looks("explanation", size=(60, 20))


async def test_explanation_in_the_light_theme(looks):
    assert await looks("explanation", theme=LIGHT)


async def test_explanation_without_colour(looks, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert await looks("explanation")


async def test_home_in_ascii(looks):
    assert await looks("home", ascii=True)
