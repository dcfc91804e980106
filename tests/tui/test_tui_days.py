"""What a day brings: corrections, the course with its tests, the daily round."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytest_textual_snapshot import SVGImageExtension
from tui_samples import NOON, begun, game, given, send, setting, shown, still, until, write_save

from quizgame.game.items import claim_of, parse

COURSE = """
[[set]]
id = "before"
title = "Before"
items = ["wreck", "passengers"]
test = "before"

[[set]]
id = "lesson"
title = "Who saw it?"
items = ["lamp-dark", "pier"]

[[set]]
id = "after"
title = "After"
items = ["pier", "timetable"]
test = "after"

[[course]]
id = "days"
title = "Three short days"
parts = ["lesson"]
"""
WRECK, PASSENGERS = "harbour/wreck?two-way@gazette", "harbour/passengers?two-way@gazette"
YESTERDAY = NOON - timedelta(days=1)
BEFORE = (
    begun(7, (WRECK, PASSENGERS), "before"),
    given(7, WRECK, right=False, skill="record", line="", confidence="sure", at=YESTERDAY),
    given(7, PASSENGERS, right=True, skill="word", line="", confidence="sure", at=YESTERDAY),
)
LESSON = (
    begun(8, (WRECK,), "lesson"),
    given(8, WRECK, right=True, skill="record", line="", at=YESTERDAY),
)


@pytest.fixture
def packs(packs):
    (packs / "harbour" / "course.toml").write_text(COURSE, encoding="utf-8")
    return packs


@pytest.fixture
def saved(saves):
    """The save of Ana with further records; nobody asks her how sure she is."""

    def write(*records):
        saves.mkdir()
        return write_save(saves, records=[setting("confidence", False), *records])

    return write


async def test_home_says_what_waits_and_why(playing, saved):
    saved(*BEFORE)
    async with playing() as app:
        text = await until(app, "3 corrections", "Three short days")
        assert "whose word it is" in text
        assert "part 2 of 3: Who saw it?" in text
        assert "the same for everybody today" in text
        send(app, "c")
        await until(app, "Corrections", "1 of", "s skip")
        items = [parse(item, app.desk.pack) for item in app.screen.sitting.round.items]
        for item in items:
            _, quote = claim_of(app.desk.pack, item)
            send(app, "c" if quote.status == "confirmed" else "a", "enter")
        count = f"{len(items)} of {len(items)}."
        await until(app, count, "corrections are struck out")


async def test_a_small_window_keeps_the_number_of_the_item(playing, saved):
    saved()
    async with playing(size=(60, 20)) as app:
        await until(app, "part 1 of 3: Before")
        send(app, "t")
        text = await until(app, "1 of 2", "how do you print this?")
        assert "explained" not in text


async def test_a_test_explains_nothing_before_its_end(playing, saved, packs, saves):
    saved()
    async with playing(size=(120, 36)) as app:
        await until(app, "part 1 of 3: Before")
        send(app, "t")
        await until(app, "explained at the end   1 of 2", "The wreck at 14 metres")
        send(app, "a")
        text = await until(app, "explained at the end   2 of 2", "The ferry carried 40")
        assert "Not this time" not in text
        await until(app, "It is printed when")
        send(app, "escape")
        text = await until(app, "Go on", "Before, 2 of 2")
        assert "Wreck is the trawler" not in text
        assert "what was checked" not in text
        send(app, "g")
        await until(app, "2 of 2")
        send(app, "a", "a", "a")
        text = await until(app, "1 of 2.", "Every answer, with its explanation:")
        assert "1 of 3 parts of the course are done. Part 2 opens tomorrow." in text
        send(app, "enter")
        await until(app, "Not this time. On that day it was CONFIRMED")
        send(app, "enter")
        text = await until(app, "Every answer", "› 2  Yes")
        send(app, "2")
        await until(app, "it was ALLEGED")


async def test_the_next_part_opens_on_another_day_and_nobody_is_locked_out(playing, saved, saves):
    today = [given(7, WRECK, at=NOON), given(7, PASSENGERS, at=NOON)]
    saved(begun(7, (WRECK, PASSENGERS), "before"), *today)
    async with playing() as app:
        await until(app, "part 2 of 3 opens tomorrow")
        send(app, "t")
        await until(app, "Part 2 opens tomorrow:", "open at any time.")
        send(app, "b")
        await until(app, "Course: Three short days", "2 items, explained at the end")
        send(app, "1")
        await until(app, "Part 2 opens tomorrow:")
        row = next(r for r in shown(app).splitlines() if "Who saw it?" in r)
        send(app, next(part for part in row.split() if part.isdigit()))
        await until(app, "Who saw it?", "1 of 2")


async def test_the_test_after_is_compared_with_the_one_before(playing, saved):
    saved(*BEFORE, *LESSON)
    async with playing() as app:
        await until(app, "part 3 of 3: After")
        send(app, "t", "c", "a")
        text = await until(app, "Before: 1 of 2. Now: 2 of 2.", "That was the last part")
        assert "Better now: public acts." in text
        assert "A difference of one or two can be chance." in text
        send(app, "escape")
        await until(app, "New round", gone="Three short days")


async def test_the_daily_round_is_played_once(playing, saved):
    saved()
    async with playing() as app:
        send(app, "d")
        await until(app, "The daily round", "1 of", "s skip")
        total = app.screen.sitting.total
        send(app, *["s"] * total)
        await until(app, "Nothing answered this time.")
        send(app, "escape")
        await until(app, "played; there is another one tomorrow")
        send(app, "d")
        await until(app, "The daily round: played")


async def test_a_summary_tells_how_being_sure_went(packs, saves):
    saves.mkdir()
    write_save(saves, records=[begun(9, (WRECK, PASSENGERS))])
    app = game(packs, saves)
    async with app.run_test(size=(80, 24), notifications=True):
        await until(app, "Go on")
        send(app, "g", "c", "v", "enter", "c", "v", "enter")
        await until(app, "You were sure twice, and right in 1 of them.")
        await until(app, "For saying how sure: -16 of at most 20 points; a guess costs nothing.")
        app.exit()


async def test_the_caret_stays_in_sight_on_a_long_list(playing, saved):
    saved()
    async with playing(size=(60, 20)) as app:
        send(app, "b")
        await until(app, "1  Course: Three short days", "explained at the end")
        send(app, *["down"] * 9)
        await until(app, "› 7  Pack: The ferry and the fog", "the pack in use")
        send(app, *["up"] * 9)
        await until(app, "What two papers confirm", "› 1  Course: Three short days")


async def test_a_compared_test_looks_as_it_did(playing, saved, snapshot):
    saved(*BEFORE, *LESSON)
    async with playing() as app:
        await until(app, "part 3 of 3: After")
        send(app, "t", "c", "a")
        await until(app, "Better now: public acts.", lambda: app.desk.player.unsaved == 0)
        text = await still(app)
        while text != (text := await still(app)):
            pass
        picture = app.export_screenshot(simplify=True)
    assert picture == snapshot(extension_class=SVGImageExtension)
