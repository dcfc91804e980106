"""Foreign text on every page is text: nothing of it is obeyed."""

from __future__ import annotations

import pytest
from textual import events
from tui_hostile import (
    COMMANDS,
    DIRECTIONS,
    LETTERS,
    MARKUP,
    controls,
    hostile,
    write_hostile,
    write_hostile_story,
)
from tui_samples import NOON, begun, game, send, setting, still, until

from quizgame.packs.load import load
from quizgame.saves.appending import append
from quizgame.saves.players import create, players
from quizgame.saves.records import Answer
from quizgame.tui.app import QuizApp

ITEMS = (
    "hostile/c0?two-way@first",
    "hostile/c3?five-way@first",
    "hostile/c1?source@first",
    "hostile/q?choice",
)


@pytest.fixture
def packs(tmp_path):
    return write_hostile(tmp_path)


@pytest.fixture
def ana(saves):
    """A save written by hand: a hostile name, title, line, theme, and a setting of each sort."""
    path = create(saves, "Ana")
    append(path, setting("name", f"Eve {MARKUP} {COMMANDS}{DIRECTIONS}{LETTERS}"))
    for key in ("theme", hostile("Key")):
        append(path, setting(key, hostile("Value")))
    for number, (status, skill) in enumerate(
        [("alleged", "word"), ("analysis", hostile("Skill")), (hostile("Status"), "word")]
    ):
        append(path, begun(number, ("hostile/gone?two-way@first",), "first-session"))
        append(
            path,
            Answer(
                item="hostile/gone?two-way@first",
                quote=hostile("Quote"),
                chosen=hostile("Chosen"),
                right=number > 0,
                status=status,
                skill=skill,
                article=hostile("Article"),
                confidence="",
                seconds=1.0,
                session="s",
                round=f"r{number}",
                line=hostile(f"Line{number}"),
                at=NOON,
            ),
        )
    append(path, begun(8, ("hostile/gone?two-way@first",)))
    append(path, begun(9, ITEMS, pack="hostile", title=hostile("Round")))
    return path


class Watch:
    """Looks at every frame for what must not be there."""

    def __init__(self, app: QuizApp) -> None:
        self.app = app
        self.pages: set[str] = set()

    async def sees(self, *wanted: str) -> str:
        await until(self.app, *wanted)
        text = await still(self.app)
        assert not controls(text.replace("\n", "")), controls(text)
        self.pages.add(type(self.app.screen).__name__)
        return text

    async def goes(self, *keys: str, sees: tuple[str, ...]) -> str:
        send(self.app, *keys)
        return await self.sees(*sees)


def test_the_pack_can_be_played(packs):
    loaded = load(packs / "hostile")
    assert loaded.pack, [finding.message for finding in loaded.diagnostics]
    assert all(quote.at for claim in loaded.pack.claims.values() for quote in claim.quotes)


@pytest.mark.parametrize(
    ("size", "ascii"), [((120, 36), False), ((60, 20), True)], ids=["wide", "small-ascii"]
)
async def test_hostile_text_is_shown_as_text_on_every_page(
    packs, saves, ana, monkeypatch, size, ascii
):
    left = []
    monkeypatch.setattr(QuizApp, "action_exit", lambda self: left.append("exit"), raising=False)
    app = game(packs, saves, ascii=ascii)
    async with app.run_test(size=size, notifications=True):
        see = Watch(app)
        text = await see.sees("Eve [/b]", "Go on", "Round [/b] [@click=app.exit]x[/]")
        assert "[red]r {that a} {0} {}" in " ".join(text.split()) or size[0] == 60
        await see.goes("?", sees=("Help",))
        await see.goes("escape", "ctrl+p", sees=("Search for commands",))
        await see.goes("escape", sees=("CONFIRMED or ALLEGED?", "Enter go"))
        await see.goes("f", sees=("EVE [/B]",))
        await see.goes("pagedown", "pagedown", sees=())
        await see.goes("escape", "p", sees=("Progress",))
        await see.goes("escape", "w", sees=("Players", "rename yourself"))
        await see.goes("e", sees=("under the new name",))
        await see.goes("escape", "escape", "r", sees=("Outlet [/b] [@click=app.exit]x[/]",))
        await see.goes("1", sees=("Lead [/b]", "[red]r {that a}"))
        for _ in range(3):
            await see.goes("pagedown", sees=())
        await see.goes("escape", "escape", "b", sees=("Summary [/b]",))
        await see.goes("4", sees=("has errors",))
        await see.goes("escape", "g", sees=("Quote0 [/b] [@click=app.exit]x[/] [red]r",))
        await see.goes("pagedown", sees=())
        await see.goes("c", sees=("fairly sure",))
        await see.goes("x", sees=("Not this time.",))
        await see.goes("o", sees=("Lifts0",))
        for _ in range(4):
            await see.goes("pagedown", sees=())
        await see.goes("!", sees=("The rule that decided",))
        send(app, "[", "/", "b", "]", "enter")
        await see.sees("Noted in")
        await see.goes("r", sees=("next mark",))
        for key in ("[", "]", "]"):
            await see.goes(key, sees=())
        send(app, "/")
        await until(app, lambda: app.focused is not None)
        app.focused.post_message(events.Paste("[red]{0}\u202e\x1b\x07"))
        await until(app, lambda: app.focused.value == "[red]{0}")
        send(app, "enter")
        await see.sees("[red]{0}", "Not in this article")
        await see.goes("escape", "enter", sees=("2 of 4", "Enter answer"))
        await see.goes("1", "z", sees=("Not this time.",))
        await see.goes("enter", sees=("3 of 4", "Enter answer"))
        await see.goes("pagedown", "2", "v", sees=("3 of 4", "Enter next"))
        await see.goes("enter", sees=("4 of 4",))
        await see.goes("2", "v", sees=("Answer [/b]",))
        await see.goes("o", "pagedown", sees=())
        await see.goes("enter", sees=("of 4.",))
        await see.goes("1", sees=("Once more",))
        await see.goes("pagedown", sees=())
        await see.goes("escape", "escape", sees=("CONFIRMED or ALLEGED?", "Enter go"))
        send(app, "w")
        await see.goes("n", sees=("Everybody has a save",))
        app.focused.post_message(events.Paste("Bob [b]\u202eabc\u200f\x1b[2J\x07"))
        await see.sees("Bob [b]abc[2J")
        await see.goes("enter", sees=("Content [/b]",))
        await see.goes("enter", sees=("1 of 2", "Quote0 [/b]"))
        assert app.return_code is None
        app.exit()
    assert left == []
    assert see.pages == {
        "Opening", "Home", "Play", "Summary", "Review", "Reader", "Articles", "Shelf", "Help",
        "FrontPagePage", "ProgressPage", "Players", "Naming", "Mistake", "CommandPalette",
    }  # fmt: skip
    assert all(not controls(player.name) for player in players(saves) if player.path != ana)


@pytest.mark.parametrize("ascii", [False, True])
async def test_a_hostile_scenario_is_only_told(packs, saves, ana, monkeypatch, ascii):
    write_hostile_story(packs)
    left = []
    monkeypatch.setattr(QuizApp, "action_exit", lambda self: left.append("exit"), raising=False)
    app = game(packs, saves, ascii=ascii)
    async with app.run_test(size=(80, 24), notifications=True):
        see = Watch(app)
        await see.sees("Eve [/b]", "Go on")
        await see.goes("s", sees=("Time [/b]", "Story [/b]"))
        await see.goes("end", "pagedown", "pagedown", sees=())
        await see.goes("d", sees=("Headline0 [/b]", "papers"))
        await see.goes("escape", "2", sees=("Asked [/b]",))
        await see.goes("pagedown", "enter", "1", sees=("Choice [/b]", "Not this time."))
        await see.goes("pagedown", "pagedown", "pagedown", sees=())
        await see.goes("enter", sees=("weak edition", "End [/b]"))
        for _ in range(6):
            await see.goes("pagedown", sees=())
        await see.goes("escape", "f", sees=("EVE [/B]",))
        app.exit()
    assert left == []
    assert {"Story", "Papers", "StoryEnd"} <= see.pages
