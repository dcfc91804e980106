"""From the command to the first frame, and to a key that works."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks import samples
from benchmarks.measure import Result, environment, game, ms, ratio, turns
from benchmarks.terminal import DOWN, ENTER, RIGHT, Ended, Terminal, floor

if TYPE_CHECKING:
    from collections.abc import Iterator

FRAME, KEY = 1.4, 1.5
MOMENTS = 12
PLAYERS = {"new": "a new player", "home": "home", "full": "home, 10,000 answers"}


def run(rounds: int) -> Iterator[Result]:
    with TemporaryDirectory() as given:
        folders = {name: Path(given, name) for name in PLAYERS}
        folders["new"].mkdir()
        samples.save(folders["home"], 30)
        samples.save(folders["full"], samples.MANY)
        keys: dict[str, list[float]] = {name: [] for name in ("floor", *PLAYERS)}
        bare, *ours = turns(
            rounds,
            partial(_floor, folders["new"], keys["floor"]),
            partial(_opening, folders["new"], keys["new"]),
            partial(_home, folders["home"], keys["home"]),
            partial(_home, folders["full"], keys["full"]),
        )
        for name, frames in zip(PLAYERS.values(), ours, strict=True):
            yield ratio(f"start → first frame ({name})", FRAME, frames, bare)
        for key, name in PLAYERS.items():
            yield ratio(f"start → a key works ({name})", KEY, keys[key], keys["floor"])
        yield _first_sentence(rounds, folders["new"])
        yield _typed_ahead(folders["home"])


def _floor(saves: Path, keys: list[float]) -> float:
    return _moves(floor(), saves, "Entry 7", keys)


def _home(saves: Path, keys: list[float]) -> float:
    return _moves(game(), saves, "Players", keys)


def _moves(command: list[str], saves: Path, words: str, keys: list[float]) -> float:
    """Seconds to the first frame, and (kept in `keys`) until a key that is pressed then acts."""
    with Terminal(command, environment(saves)) as terminal:
        first = terminal.shows(words)
        # The floor points at nothing until it has been focused.
        before = terminal.until(lambda picture: picture.caret >= 0, "a caret")
        terminal.press(DOWN)
        keys.append(terminal.points_at(before.caret + 1).at - terminal.begun)
        return first.at - terminal.begun


def _opening(saves: Path, keys: list[float]) -> float:
    """The same for the opening, where nothing can be moved; the key is the one for help."""
    with Terminal(game(), environment(saves)) as terminal:
        first = terminal.shows("begins")
        terminal.press("?")
        keys.append(terminal.shows("Help").at - terminal.begun)
        return first.at - terminal.begun


def _first_sentence(rounds: int, saves: Path) -> Result:
    """How long a new player waits who begins at once; nothing is promised about it."""

    def once() -> float:
        for made in saves.iterdir():
            made.unlink()
        with Terminal(game(), environment(saves)) as terminal:
            terminal.shows("begins")
            terminal.press(ENTER)
            return terminal.shows("1 of 4", "print this?").at - terminal.begun

    (taken,) = turns(rounds, once)
    how = f"{ms(median(taken))}, with Enter at the first frame"
    return Result("start → the first sentence", None, None, how=how)


def _typed_ahead(saves: Path) -> Result:
    """Keys typed at moments of the start: progress, its sixth view, and from there the next."""
    lost, ended = 0, 0
    for moment in range(MOMENTS):
        with Terminal(game(), environment(saves)) as terminal:
            try:
                terminal.rests(0.03 * moment)
                terminal.press("p6" + RIGHT)
                terminal.shows("[7 Topics]")
            except Ended:
                ended += 1
            except AssertionError:
                lost += 1
    how = f"three keys at {MOMENTS} moments of the start; the game ended at {ended} of them"
    return Result("keys typed before the first frame are kept", 0, lost + ended, "lost", how)
