"""From a key to the picture that it asks for, in a terminal that is read from outside."""

from __future__ import annotations

from functools import partial
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks import samples
from benchmarks.measure import Result, environment, game, ms, percentile
from benchmarks.terminal import DOWN, ENTER, ESCAPE, UP, Terminal, floor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.terminal import Picture

NEXT = 0.020
KEY, LOADING = 3.0, 4.0
P95 = 0.95
LOADS = "opening the desk"
"""What home says until packs and save are read."""

_ITEMS = 6
_PAGES = ("r", "f", "p", "w", "b", "?")


class _Player:
    """Plays rounds and keeps what each kind of key took."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.next: list[float] = []
        self.place: list[float] = []
        self.pages: list[float] = []

    def press(self, key: str) -> float:
        """The seconds from a key to the picture that stays."""
        pressed = self.terminal.press(key)
        return self.terminal.settles() - pressed

    def back(self) -> None:
        """Goes back. Not timed: Textual waits a while for what may follow an Escape."""
        self.terminal.press(ESCAPE)
        self.terminal.rests(0.3)

    def round(self) -> None:
        """A round from home: caret, answer, how sure, more, less, next; then home again."""
        self.pages.append(self.press("n"))
        for number in range(1, _ITEMS + 1):
            self.place += [self.press(DOWN), self.press(UP), self.press(ENTER)]
            if "guess" in self.terminal.shown.text:
                self.place.append(self.press(ENTER))
            self.place += [self.press("o"), self.press("o")]
            kept = self.next if number < _ITEMS else self.pages
            kept.append(self.press(ENTER))
        self.back()

    def every_page(self) -> None:
        """Each page that opens from home, and back."""
        for key in _PAGES:
            self.pages.append(self.press(key))
            self.back()


def run(rounds: int) -> Iterator[Result]:
    with TemporaryDirectory() as given:
        home, full = Path(given, "home"), Path(given, "full")
        samples.save(home, 30)
        samples.save(full, samples.MANY)
        played, bare = _play(rounds, home)
        yield _next(played.next)
        yield _against("any key, in place: p95", KEY, played.place, bare)
        yield _against("any key, to another page: p95", KEY, played.pages, bare)
        loading = [took for _ in range(rounds) for took in _while_loading(full)]
        yield _against("any key while 10,000 answers load: p95", LOADING, loading, bare)


def _next(took: list[float]) -> Result:
    middle, worst = percentile(took, 0.5), percentile(took, P95)
    how = f"{len(took)} times Enter → the whole next item; p50 {ms(middle)}"
    return Result("the next question: p95", NEXT * 1000, worst * 1000, "ms", how)


def _against(promise: str, limit: float, ours: list[float], bare: list[float]) -> Result:
    a, b = percentile(ours, P95), percentile(bare, P95)
    how = f"{len(ours)} keys, {ms(a)} against {ms(b)}; p50 {ms(percentile(ours, 0.5))}"
    return Result(promise, limit, a / b, how=how)


def _play(rounds: int, saves: Path) -> tuple[_Player, list[float]]:
    """Rounds of the game, and the floor's keys between them."""
    with (
        Terminal(game("--seed", "1"), environment(saves)) as ours,
        Terminal(floor(), environment(saves)) as bare,
    ):
        ours.shows("Ana, day")
        bare.shows("Entry 7")
        ours.rests()
        bare.rests()
        player, under = _Player(ours), _Player(bare)
        for _ in range(rounds):
            player.round()
            player.every_page()
            for _ in range(_ITEMS):
                under.place += [under.press(DOWN), under.press(DOWN), under.press(UP)]
                under.place.append(under.press(UP))
    return player, under.place


def _while_loading(saves: Path) -> Iterator[float]:
    """Keys from the first frame until the save is read."""
    with Terminal(game(), environment(saves)) as terminal:
        caret = terminal.shows("Players").caret
        for key, row in cycle(((DOWN, caret + 1), (UP, caret))):
            pressed = terminal.press(key)
            seen = terminal.until(partial(_moved, row), f"a caret on row {row}")
            if LOADS not in seen.text:
                return
            yield seen.at - pressed


def _moved(row: int, picture: Picture) -> bool:
    """Whether the caret has come, or the desk is open and home has other rows."""
    return picture.caret == row or LOADS not in picture.text
