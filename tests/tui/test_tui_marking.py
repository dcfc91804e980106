"""Words of a passage marked with keys and with a mouse, and what becomes of the mark."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from tui_samples import begun, rows, send, setting, shown, until, write_save

from quizgame.saves.reading import read
from quizgame.saves.records import Answer

CUE = "harbour/passengers?cue@gazette"
LONG = "harbour/lamp-failed?cue@courier"


@pytest.fixture
def left(saves):
    """A save whose last round asks for a mark; confidence is off."""
    saves.mkdir()
    return write_save(saves, records=[setting("confidence", False), begun(9, (CUE, LONG))])


def last(path) -> Answer:
    return [record for record in read(path).records if isinstance(record, Answer)][-1]


async def place(app, words: str) -> tuple[int, int]:
    """Where words begin on the screen."""
    await until(app, words)
    row = next(n for n, text in enumerate(rows(app)) if words in text)
    return rows(app)[row].index(words), row


@pytest.mark.parametrize(
    ("keys", "mark"),
    [
        ((), "According"),
        (("right", "right"), "the"),
        (("l", "l", "h"), "to"),
        (("space", "right"), "According to"),
        (("right", "space", "left"), "According to"),
        (("shift+right",), "According to"),
        (("end",), "back"),
        (("end", "shift+left"), "turned back"),
        (("end", "home"), "According"),
        (("down", "up"), "According"),
        (("space", "right", "space"), "to"),
        (("right",) * 99, "back"),
    ],
)
async def test_words_are_walked_and_marked(playing, left, keys, mark):
    async with playing() as app:
        await until(app, "Go on")
        send(app, "g", *keys)
        await until(app, f'Your mark: "{mark}"')


async def test_a_mark_is_answered_kept_and_explained(playing, left):
    async with playing() as app:
        await until(app, "Go on")
        send(app, "g", "space", "right", "enter")
        await until(app, 'Yes. Given away by "According to".', "how: According to", "saved")
    assert (last(left).item, last(left).chosen) == (CUE, "According to@0")
    assert last(left).right


async def test_the_source_is_a_miss_of_its_own(playing, left):
    async with playing() as app:
        await until(app, "Go on")
        send(app, "g", "right", "right", "space", "right", "right", "enter")
        await until(app, "Not this time.", "You marked who says it.")
        send(app, "o")
        await until(app, '"the harbour office" names who says it.')
    assert last(left).chosen == "the harbour office@13"


async def test_a_mark_is_drawn_with_the_mouse(playing, left):
    async with playing() as app:
        await until(app, "Go on")
        send(app, "g")
        begin = await place(app, "According to")
        pilot = Pilot(app)
        await pilot.mouse_down(offset=begin)
        await pilot.hover(offset=(begin[0] + len("According t"), begin[1]))
        await until(app, 'Your mark: "According to"')
        await pilot.mouse_up(offset=begin)
        await pilot.click(offset=await place(app, "harbour office"))
        await until(app, 'Your mark: "harbour"')
        await pilot.click(offset=await place(app, "Enter answer"))
        await until(app, "Not this time.")


async def test_confidence_is_asked_of_a_mark_too(playing, saves):
    saves.mkdir()
    path = write_save(saves, records=[begun(9, (CUE,))])
    async with playing() as app:
        await until(app, "Go on")
        send(app, "g", "space", "right", "enter")
        await until(app, 'Your answer: "According to". How sure are you?')
        send(app, "v")
        await until(app, "Yes. Given away by", lambda: app.desk.player.unsaved == 0)
    assert last(path).confidence == "sure"


async def test_a_mark_fits_a_small_window_in_ascii(playing, left):
    async with playing(size=(60, 20), ascii=True) as app:
        await until(app, "Go on")
        send(app, "g", "s", "end")
        text = await until(app, "Your mark:")
        assert text.isascii()
        send(app, "up", "home", "space", "down")
        await until(app, "Your mark:")
        assert max(map(len, rows(app))) <= 60
        assert "|" in shown(app)
