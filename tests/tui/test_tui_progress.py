"""The progress page: its views, by key and by mouse, and the figures on demand."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from tui_samples import given, rows, send, until, write_save

TWO_WAY = "harbour/timetable?two-way@gazette"
VIEWS = {
    "1": "Level 1 of 5",
    "2": "back on",
    "3": "Right answers, in per cent",
    "4": "Claims printed with a name",
    "5": "When you were sure: 60 % right, less than",
    "6": "You played on 1 day since 3 March 2031",
    "7": "Here will stand how you do on each topic",
    "8": "Missed on 3 March.",
}


@pytest.fixture
def played(saves):
    """A save with some answers of each confidence, and a correction that was struck out."""
    saves.mkdir()
    surely = [given(1, TWO_WAY, confidence="sure", right=n % 5 > 1) for n in range(20)]
    return write_save(saves, records=[*surely, given(2, "harbour/lamp-dark?two-way", right=True)])


async def test_every_view_has_its_key(playing, played):
    async with playing() as app:
        send(app, "p")
        await until(app, "[1 All]", "Progress: All in a few words", "Ana")
        for key, words in reversed(VIEWS.items()):
            send(app, key)
            await until(app, words, f"[{key} ")


async def test_left_and_right_go_through_the_views(playing, played):
    async with playing() as app:
        send(app, "p", "left")
        await until(app, "[8 Corrections]")
        send(app, "right", "right")
        await until(app, "[2 Skills]", "Progress: The twelve skills")


async def test_figures_are_shown_on_demand_where_there_are_any(playing, played):
    async with playing() as app:
        send(app, "p", "5")
        text = await until(app, "[5 Sure]", "d figures")
        assert "Brier" not in text
        send(app, "d")
        await until(app, "Brier score")
        send(app, "6")
        await until(app, "[6 Days]", gone="d figures")
        send(app, "5", "d")
        await until(app, "[5 Sure]", gone="Brier score")


async def test_a_click_on_a_name_opens_its_view(playing, played):
    async with playing() as app:
        send(app, "p")
        await until(app, "[1 All]")
        row = next(n for n, line in enumerate(rows(app)) if "8 Corrections" in line)
        await Pilot(app).click(offset=(rows(app)[row].index("Corrections"), row))
        await until(app, "[8 Corrections]", "Progress: Corrections")
