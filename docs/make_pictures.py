"""Makes the pictures in docs/img: the game itself, with a fixed seed and a stopped clock.

Run it from a checkout, in the environment of the tests: `python docs/make_pictures.py`. The same
code and the same pack give the same pictures.
"""

from __future__ import annotations

import asyncio
import os
import re
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import App
    from textual.pilot import Pilot

    from quizgame.tui.app import QuizApp

    Scene = Callable[["QuizApp", "Pilot[None]"], Awaitable[None]]

ROOT = Path(__file__).resolve().parents[1]
SHOWN = ROOT / "docs" / "img"
SIZE = (80, 24)
ROOMY = (80, 27)
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=timezone(timedelta(hours=1)))
FONTS = "Menlo, Consolas, DejaVu Sans Mono, monospace"
DAYS = 11
_PATIENCE = 200


def main() -> None:
    """Makes every picture."""
    for name in [name for name in os.environ if name.startswith("QUIZGAME_")] + ["NO_COLOR"]:
        os.environ.pop(name, None)
    SHOWN.mkdir(exist_ok=True)
    for name, scene in (("question", question), ("explanation", explanation), ("page", page)):
        _keep(name, asyncio.run(_picture(scene, lambda _: None)))
    _keep("home", asyncio.run(_picture(home, play_for_days)))
    _keep("progress", asyncio.run(_picture(progress, play_for_days)))
    _keep("edition", edition())
    _keep("lesson", asyncio.run(lesson()))


def _keep(name: str, svg: str) -> None:
    (SHOWN / f"{name}.svg").write_text(svg, encoding="utf-8", newline="\n")


async def question(app: QuizApp, pilot: Pilot[None]) -> None:
    """The second sentence of the first session."""
    await _press(app, pilot, "Enter begins", "enter")
    await _answer(app, pilot, 1)
    await _until(app, pilot, "2 of 4", "print this?")


async def explanation(app: QuizApp, pilot: Pilot[None]) -> None:
    """Its explanation."""
    await question(app, pilot)
    await _press(app, pilot, "2 of 4", "a")
    await _until(app, pilot, "ALLEGED.", "saved")


async def page(app: QuizApp, pilot: Pilot[None]) -> None:
    """The front page after the first session."""
    await _press(app, pilot, "Enter begins", "enter")
    for number in range(1, 5):
        await _answer(app, pilot, number)
    await _press(app, pilot, "nickname", *"Ana")
    await _press(app, pilot, "Ana", "enter")
    await _press(app, pilot, "of 4", "f")
    await _until(app, pilot, "ANA'S FRONT PAGE")


async def home(app: QuizApp, pilot: Pilot[None]) -> None:
    """What waits after some days."""
    await _until(app, pilot, "Ana, day", "New round", "daily round")


async def progress(app: QuizApp, pilot: Pilot[None]) -> None:
    """How sure somebody was, and how right, after some days."""
    await _press(app, pilot, "Ana, day", "p", "5")
    await _until(app, pilot, "When you were sure")


async def lesson() -> str:
    """The teacher's screen after a class has voted twice."""
    from lesson_picture import app

    told = app()
    told.animation_level = "none"
    async with told.run_test(size=ROOMY) as pilot:
        await _until(told, pilot, "second vote", "Printed:", "Enter:")
        return _plain(told.export_screenshot(title="Confirmed or Alleged?", simplify=True))


def edition() -> str:
    """The front page of a day as it is exported."""
    from quizgame.play.own import export
    from quizgame.saves.reading import read

    with TemporaryDirectory() as saves:
        return export(read(play_for_days(Path(saves))), "svg")


def play_for_days(saves: Path) -> Path:
    """A save of somebody who plays a round every other day, and who gets better; gives its path."""
    from quizgame.game.grading import grade
    from quizgame.game.items import parse
    from quizgame.packs.load import load
    from quizgame.play.dealer import Dealer
    from quizgame.play.player import Player
    from quizgame.saves.players import create
    from quizgame.saves.reading import read

    pack = load(ROOT / "content" / "october-2024").pack
    assert pack
    path, rng = create(saves, "Ana"), Random(4)
    player = Player(saves, read(path))
    for day in range(DAYS):
        at = NOW - timedelta(days=2 * (DAYS - 1 - day))
        dealer = Dealer(pack, player, lambda at=at: at, seed=day)
        sitting = dealer.new_round() if day else dealer.first_session()
        while asked := sitting.next():
            keys = grade(pack, parse(asked.item, pack), "").answers
            wrong = [choice.id for choice in asked.choices if choice.id not in keys]
            knows = rng.random() < 0.5 + 0.04 * day
            said = ("sure", "fairly", "guess")[int(rng.random() * (2 if knows else 3))]
            chosen = keys[0] if knows or not wrong else wrong[int(rng.random() * len(wrong))]
            sitting.answer(chosen, said if sitting.asks_confidence else "", 8.0)
    player.flush()
    return path


async def _answer(app: QuizApp, pilot: Pilot[None], number: int) -> None:
    """Answers an item of the first session and goes on."""
    await _until(app, pilot, f"{number} of 4", "print this?")
    await _press(app, pilot, "print this?", "c" if number % 2 else "a")
    await _press(app, pilot, "next", "enter")


async def _press(app: QuizApp, pilot: Pilot[None], words: str, *keys: str) -> None:
    await _until(app, pilot, words)
    await pilot.press(*keys)


async def _until(app: App[None], pilot: Pilot[None], *words: str) -> None:
    """Waits until the screen shows the words."""
    for _ in range(_PATIENCE):
        await pilot.pause()
        if all(word in _text(app) for word in words):
            return
        await asyncio.sleep(0.02)
    raise SystemExit(f"{words} never came:\n{_text(app)}")


def _text(app: App[None]) -> str:
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text for strip in strips)


async def _picture(scene: Scene, prepare: Callable[[Path], object]) -> str:
    from quizgame.tui.app import QuizApp
    from quizgame.tui.options import Options

    with TemporaryDirectory() as saves:
        prepare(Path(saves))
        app = QuizApp(Options(packs=(ROOT / "content",), saves=Path(saves), seed=1), lambda: NOW)
        app.animation_level = "none"
        async with app.run_test(size=SIZE) as pilot:
            await scene(app, pilot)
            return _plain(app.export_screenshot(title="Confirmed or Alleged?", simplify=True))


def _plain(svg: str) -> str:
    """The picture without the id that is new each time, and without fonts from elsewhere."""
    svg = re.sub(r"terminal-\d+", "terminal", svg)
    svg = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    # Some viewers would drop the spaces at the beginning of a text.
    svg = svg.replace("<svg ", '<svg xml:space="preserve" ', 1)
    return svg.replace("Fira Code, monospace", FONTS)


if __name__ == "__main__":
    main()
