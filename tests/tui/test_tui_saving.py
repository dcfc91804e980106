"""What the player is told of the disk, and that an answer waits until it is there."""

from __future__ import annotations

from tui_samples import EVERY_KIND, begun, kept, send, setting, shown, until, write_save

from quizgame.play import player
from quizgame.saves.errors import NotSaved
from quizgame.tui.screens.home import Home

FULL = NotSaved("Not saved", "The disk is full.", "Free some room; the game tries again.")


class Disk:
    """A disk that can be full."""

    def __init__(self, monkeypatch) -> None:
        self.full = False
        self._append = player.append
        monkeypatch.setattr(player, "append", self.append)

    def append(self, *args, **kwargs) -> None:
        if self.full:
            raise FULL
        self._append(*args, **kwargs)


async def test_what_is_not_saved_is_told_and_saved_with_the_next(playing, saves, monkeypatch):
    saves.mkdir()
    write_save(saves, records=[setting("confidence", False), begun(9, EVERY_KIND)])
    disk = Disk(monkeypatch)
    async with playing() as app:
        send(app, "g", "1")
        await until(app, "1 of 4", "saved")
        before = kept(saves).count("[[answer]]")
        disk.full = True
        send(app, "enter", "1")
        await until(app, "NOT SAVED: 1", "The disk is full.", "Free some room")
        send(app, "enter", "1")
        await until(app, "NOT SAVED: 2", "3 of 4")
        assert kept(saves).count("[[answer]]") == before
        disk.full = False
        send(app, "enter", "a")
        await until(app, "saved   4 of 4", gone="NOT SAVED")
    assert kept(saves).count("[[answer]]") == before + 3


async def test_a_save_that_stays_unwritten_is_told_of_on_every_page(playing, saves, monkeypatch):
    saves.mkdir()
    write_save(saves, records=[setting("confidence", False), begun(9, EVERY_KIND[-1:])])
    disk = Disk(monkeypatch)
    async with playing() as app:
        disk.full = True
        send(app, "g", "a")
        await until(app, "NOT SAVED: 1")
        send(app, "enter")
        await until(app, "1 of 1.", "NOT SAVED: 1")
        send(app, "escape")
        await until(app, "New round", "NOT SAVED")
        disk.full = False


async def test_a_player_who_is_left_while_the_disk_is_full_loses_nothing(
    playing, saves, monkeypatch
):
    saves.mkdir()
    ana = write_save(saves, records=[setting("confidence", False), begun(9, EVERY_KIND[-1:])])
    write_save(saves, "Ben")
    disk = Disk(monkeypatch)
    async with playing(player="Ana") as app:
        disk.full = True
        send(app, "g", "a")
        await until(app, "NOT SAVED: 1")
        send(app, "escape", "w")
        await until(app, "Players", "plays now")
        row = next(r for r in shown(app).splitlines() if "Ben" in r)
        send(app, next(part for part in row.split() if part.isdigit()))
        await until(app, "Players", "The disk is full.")
        assert app.desk.player.name == "Ana"
        disk.full = False
        send(app, next(part for part in row.split() if part.isdigit()))
        await until(app, "Ben, day 1")
    assert ana.read_text(encoding="utf-8").count("[[answer]]") == 3


async def test_a_page_that_is_being_put_together_is_not_told(playing, ana):
    """It has no head yet, and draws what is new by itself."""
    async with playing() as app:
        opening = app.push_screen(Home())
        app._saving_changed(app.SavingChanged(FULL))
        await opening
        await until(app, "The disk is full.")
        app._saving_changed(app.SavingChanged(None))
