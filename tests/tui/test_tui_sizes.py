"""Every page has few widgets, survives every size, and says where a window is too small."""

from __future__ import annotations

import pytest
from textual import events
from textual.geometry import Size
from tui_samples import begun, send, still, until, write_save
from tui_story import write_stories

ROUND = begun(
    9,
    (
        "harbour/passengers?two-way@gazette",
        "harbour/what-divers-did?choice",
        "harbour/lamp-dark?cue@gazette",
    ),
)
PAGES = {
    "opening": ("Ben", (), "Enter begins"),
    "item": ("Ana", ("g",), "how do you print this?"),
    "question": ("Ana", ("g", "s"), "What did the divers establish?"),
    "marking": ("Ana", ("g", "s", "s", "right", "space", "end"), "Your mark:"),
    "sure": ("Ana", ("g", "a"), "How sure are you?"),
    "explanation": ("Ana", ("g", "a", "x"), "o other papers"),
    "more": ("Ana", ("g", "a", "x", "o"), "What would lift it"),
    "mistake": ("Ana", ("g", "a", "x", "!"), "The rule that decided"),
    "reader": ("Ana", ("g", "a", "x", "r"), "next mark"),
    "articles": ("Ana", ("r",), "Coast Courier"),
    "shelf": ("Ana", ("b",), "the pack in use"),
    "summary": ("Ana", ("g", "c", "x", "enter", "s", "s"), "0 of 1."),
    "review": ("Ana", ("g", "c", "x", "enter", "s", "s", "1"), "Once more"),
    "home": ("Ana", (), "New round"),
    "front page": ("Ana", ("f",), "Corrections"),
    "progress": ("Ana", ("p",), "0 of 2 right"),
    "skills": ("Ana", ("p", "2"), "back on"),
    "trend": ("Ana", ("p", "3"), "Time is never scored"),
    "players": ("Ana", ("w",), "plays now"),
    "export": ("Ana", ("p", "x"), "every answer, as a table"),
    "filing": ("Ana", ("p", "x", "1"), "Where to?"),
    "deletion": ("Ana", ("w", "d"), "Delete it for ever"),
    "naming": ("Ana", ("w", "e"), "under the new name"),
    "help": ("Ana", ("?",), "CONFIRMED"),
    "scene": ("Ana", ("s",), "1 question fits"),
    "what followed": ("Ana", ("s", "1"), "Printed: Ferry"),
    "papers": ("Ana", ("s", "d"), "2 papers"),
    "story's end": ("Ana", ("s", "2", "enter", "1", "enter"), "The way you took"),
}


@pytest.fixture
def page(packs, playing, saves):
    """Opens the game at a page."""
    write_stories(packs)
    saves.mkdir()
    write_save(saves, records=[ROUND])

    def at(name, size):
        player, _, _ = PAGES[name]
        return playing(size=size, player=player)

    return at


def resize(app, columns: int, lines: int) -> None:
    """As a terminal tells it."""
    size = Size(columns, lines)
    app._driver._size = size
    app.post_message(events.Resize(size, size))


def widgets(app) -> int:
    """Everything that is mounted, on every page of the stack."""
    return sum(len(page.query("*")) + 1 for page in app.screen_stack)


@pytest.mark.parametrize("name", PAGES)
async def test_a_page_survives_every_size(page, name):
    _, keys, words = PAGES[name]
    async with page(name, (120, 36)) as app:
        send(app, *keys)
        await until(app, words)
        before = await still(app)
        top = app.screen
        assert widgets(app) <= 60, [len(one.query("*")) for one in app.screen_stack]
        for columns, lines in ((80, 24), (60, 20)):
            resize(app, columns, lines)
            await until(app, lambda c=columns: len(rows_of(app)[0]) == c)
            text = await until(app, lambda: "help" in last_row(app) or "Esc" in last_row(app))
            assert "too small" not in text
        for size in ((59, 20), (60, 19), (59, 19), (12, 3), (1, 1)):
            resize(app, *size)
            if size[0] > 50:
                await until(app, "too small", "60 columns and 20 rows", "Nothing is lost.")
        resize(app, 120, 36)
        await until(app, lambda: len(rows_of(app)[0]) == 120)
        assert await still(app) == before
        assert app.screen is top


def rows_of(app) -> list[str]:
    """What the screen shows, in its full width."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in strips] or [""]


def last_row(app) -> str:
    return rows_of(app)[-1]


async def test_the_page_stands_beside_the_item_where_there_is_room(page):
    async with page("explanation", (120, 36)) as app:
        send(app, "g", "a", "x")
        await until(app, "Your page so far", "Harbour office: Ferry carried 40")
        resize(app, 80, 24)
        await until(app, "o other papers", gone="Your page so far")


async def test_the_caret_stays_where_it_was(page):
    async with page("question", (120, 36)) as app:
        send(app, "g", "s", "down")
        await until(app, "› 2")
        resize(app, 59, 19)
        await until(app, "too small")
        resize(app, 60, 20)
        await until(app, "› 2")
