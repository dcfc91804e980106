"""Views of a player's progress as pictures, where there is room and where there is little."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytest_textual_snapshot import SVGImageExtension
from tui_samples import NOON, game, given, send, still, until

from quizgame.game.skills import SKILLS
from quizgame.saves import blocks, tables
from quizgame.saves.players import create

KINDS = ("two-way", "two-way", "source", "five-way")
SURE = ("sure", "fairly", "sure", "guess", "")
RULES = list(SKILLS)[:9]
LIGHTS = ("passengers", "pier", "lamp-dark", "timetable", "lamp-failed")


def answer(n: int):
    """An answer of somebody who gets better: of the first ten half are right, of the last nine."""
    right = n % 10 < 5 + n // 18
    fact = n % 2 == 0
    return given(
        n // 6,
        f"harbour/{LIGHTS[n % 5]}?{KINDS[n % 4]}@gazette",
        right=right,
        chosen="confirmed" if fact == right else "alleged",
        status="confirmed" if fact else "alleged",
        skill=RULES[n % 9],
        article=("gazette", "courier")[n % 7 > 2],
        confidence=SURE[n % 5],
        line=f"Harbour office: line {n}",
        at=NOON - timedelta(days=(89 - n) // 5 * 2),
    )


@pytest.fixture
def looks(packs, saves, snapshot):
    """Whether a view looks as it did."""

    async def photograph(key, words, *, size=(80, 24), figures=False, **options) -> bool:
        saves.mkdir()
        path = create(saves, "Ana")
        kept = b"".join(blocks.encode(*tables.to_table(answer(n))) for n in range(90))
        path.write_bytes(path.read_bytes() + kept)
        app = game(packs, saves, **options)
        async with app.run_test(size=size):
            await until(app, lambda: app.desk is not None)
            send(app, "p", key, *("d" if figures else ""))
            await until(app, words)
            text = await still(app)
            while text != (text := await still(app)):
                pass
            picture = app.export_screenshot(simplify=True)
            app.exit()
        return picture == snapshot(extension_class=SVGImageExtension)

    return photograph


async def test_skills(looks):
    assert await looks("2", "to master it")


async def test_the_trend_in_a_small_window(looks):
    assert await looks("3", "for each week", size=(60, 20))


async def test_how_sure_without_colour(looks, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert await looks("5", "When you were sure")


async def test_facts_and_claims_with_figures_in_ascii(looks):
    assert await looks("4", "c ", figures=True, ascii=True)
