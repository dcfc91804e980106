"""How many widgets are mounted, on every page of the game."""

from __future__ import annotations

import asyncio
import os
import pkgutil
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks import samples
from benchmarks.measure import Result, environment
from quizgame.tui import screens
from quizgame.tui.app import QuizApp
from quizgame.tui.options import Options
from quizgame.tui.screens.menu import Menu
from quizgame.tui.screens.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.pilot import Pilot

MOST = 60
_PATIENCE = 400
_PLAY = ("n", "enter", "enter", "o", "r", "escape", "exclamation_mark", "escape")
_HOME = ("r", "1", "escape", "escape", "f", "escape", "p", "escape", "b", "escape", "?", "escape")
_PLAYERS = ("w", "n", "escape", "escape")


def run(_rounds: int) -> Iterator[Result]:
    with TemporaryDirectory() as given:
        os.environ.update(environment(Path(given)))
        seen = asyncio.run(_tour(Path(given)))
    page = max(seen, key=lambda name: seen[name])
    missing = ", ".join(sorted(_pages() - set(seen)))
    how = f"most on {page}, with the pages below it; {len(seen)} pages looked at"
    if missing:
        how += f"; not at {missing}"
    yield Result("mounted widgets", MOST, seen[page], "widgets", how)


def _pages() -> set[str]:
    """The names of all pages that there are."""
    names = (module.name for module in pkgutil.iter_modules(screens.__path__))
    modules = [import_module(f"{screens.__name__}.{name}") for name in names]
    values = [value for module in modules for value in vars(module).values()]
    classes = {value for value in values if isinstance(value, type) and issubclass(value, Page)}
    return {page.__name__ for page in classes - {Page, Menu}}


async def _tour(folder: Path) -> dict[str, int]:
    """Every page, by the keys that open it: as somebody new, then as somebody known."""
    seen: dict[str, int] = {}
    first = ["enter", *["enter", "enter"] * 4, *"Ana", "enter"]
    await _press(Options(saves=folder / "new", seed=1), first, seen)
    samples.save(folder / "known", 30)
    rounds = [*_PLAY, *["enter"] * 20, "1", "escape", "escape"]
    keys = [*_HOME, *_PLAYERS, *rounds]
    await _press(Options(saves=folder / "known", seed=1), keys, seen)
    return seen


async def _press(options: Options, keys: list[str], seen: dict[str, int]) -> None:
    app = QuizApp(options)
    async with app.run_test(size=(80, 24)) as pilot:
        await _until_open(app, pilot)
        _count(app, seen)
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
            _count(app, seen)


async def _until_open(app: QuizApp, pilot: Pilot[None]) -> None:
    for _ in range(_PATIENCE):
        if app.desk:
            return
        await pilot.pause(0.05)
    raise AssertionError("the desk never opened")


def _count(app: QuizApp, seen: dict[str, int]) -> None:
    mounted = sum(len(list(screen.walk_children())) + 1 for screen in app.screen_stack)
    name = type(app.screen).__name__
    seen[name] = max(mounted, seen.get(name, 0))
