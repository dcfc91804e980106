"""Ten pages as pictures, so that a change of the look is seen and meant."""

from __future__ import annotations

import asyncio
from time import monotonic

import pytest
from textual.widgets import Input
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


def photograph(snap_compare, packs, saves, page, *, size=(80, 24), theme="", **options) -> bool:
    """Whether a page looks as it did."""
    saves.mkdir()
    if page != "opening":
        themes = [setting("theme", theme)] if theme else []
        write_save(saves, records=[*DAY, QUIET, *themes, WAITS])
    app = game(packs, saves, **options)

    async def go(pilot) -> None:
        await until(app, lambda: app.desk is not None)
        await still(app)
        send(app, *PAGES.get(page, ()))
        await until(app, WORDS.get(page, "It is March 2031."))
        await until(app, lambda: app.desk.player.unsaved == 0)
        for line in app.screen.query(Input):
            line.cursor_blink = False
        # Until nothing is being painted any more.
        text, end = await still(app), monotonic() + 5
        while text != (text := await still(app)) and monotonic() < end:
            await asyncio.sleep(0)

    return snap_compare(app, terminal_size=size, run_before=go)


@pytest.mark.parametrize("page", ["opening", *PAGES])
def test_page(snap_compare, packs, saves, page):
    assert photograph(snap_compare, packs, saves, page)


def test_explanation_where_there_is_little_room(snap_compare, packs, saves):
    assert photograph(snap_compare, packs, saves, "explanation", size=(60, 20))


def test_explanation_in_the_light_theme(snap_compare, packs, saves):
    assert photograph(snap_compare, packs, saves, "explanation", theme=LIGHT)


def test_explanation_without_colour(snap_compare, packs, saves, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert photograph(snap_compare, packs, saves, "explanation")


def test_home_in_ascii(snap_compare, packs, saves):
    assert photograph(snap_compare, packs, saves, "home", ascii=True)
