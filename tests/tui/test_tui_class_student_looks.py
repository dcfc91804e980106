"""How a student's pages look, and what hostile texts do on them: nothing."""

from __future__ import annotations

import pytest
from lesson_views import (
    CUE,
    FERRY,
    PASSAGE,
    WELCOME,
    explained,
    given,
    kept,
    stored,
    told_again,
    view,
)
from pytest_textual_snapshot import SVGImageExtension
from tui_hostile import controls, hostile
from tui_lesson import joining, says
from tui_samples import send, still, until

from quizgame.classroom.state import Phase
from quizgame.classroom.wire.outgoing import Refused
from quizgame.game.asking import Asked, Choice
from quizgame.game.explaining import Explanation
from quizgame.game.front_page import PageLine
from quizgame.game.marking import words
from quizgame.tui.app import QuizApp


@pytest.fixture
def looks(saves, snapshot):
    """Whether a page looks as it did."""

    async def photograph(messages, keys=(), wanted="", *, size=(80, 24), **options) -> bool:
        app = joining(saves, **options)
        async with app.run_test(size=size):
            await until(app, "Enter joins")
            send(app, "enter")
            says(app, WELCOME)
            app.post_message(app.Linked("connected"))
            await until(app, "You are in")
            for message in messages:
                says(app, message)
                await until(app, lambda shown=message: app.attendance.view is shown)
                await still(app)
            send(app, *keys)
            await until(app, wanted)
            text = await still(app)
            while text != (text := await still(app)):
                pass
            picture = app.export_screenshot(simplify=True)
            app.exit()
        return picture == snapshot(extension_class=SVGImageExtension)

    return photograph


OPEN = view(Phase.OPEN, FERRY, left=95.0)
MINE = {"given": given("alleged"), "right": True, "points": 18, "total": 28}


async def test_the_question_while_it_is_read(looks):
    assert await looks([view(Phase.READ, FERRY, left=95.0)], wanted="Read first")


async def test_an_answer_that_is_kept(looks):
    assert await looks([OPEN], ("a", "s"), "Sending", size=(60, 20), ascii=True)


async def test_talking_it_over(looks):
    talk = view(Phase.DISCUSS, FERRY, own={"given": given("alleged")})
    assert await looks([talk], wanted="Talk with your neighbour", size=(120, 36))


async def test_the_explanation_with_the_own_points(looks):
    told = view(Phase.REVEALED, FERRY, own=MINE, told=explained(right=True), keeps=(kept(),))
    assert await looks([told], wanted="18 points")


async def test_the_own_summary(looks):
    review = (told_again(1, FERRY, "alleged"), told_again(2, CUE))
    over = view(Phase.ENDED, own={"total": 28}, keeps=(kept(),), review=review)
    assert await looks([over], wanted="You printed")


def hostile_item(words_of: str = "") -> Asked:
    """An item of which every text is hostile."""
    choices = tuple(Choice(f"o{n}", str(n), hostile(f"Choice{n}"), "note") for n in (1, 2))
    passage = type(PASSAGE)(
        *(hostile("Article"), hostile("Outlet"), hostile("Dated")),
        hostile("Quote"),
        hostile("Note"),
        None,
    )
    marks = words(passage.text) if words_of else ()
    return Asked(
        *("hostile/c?choice", "choice", (passage,), hostile("Prompt"), hostile("Claim")),
        () if marks else choices,
        marks,
    )


def hostile_explanation() -> Explanation:
    texts = [hostile(tag) for tag in ("Why", "Printed", "Because", "Lifts")]
    return Explanation(
        *(False, hostile("Not this time."), hostile("Claim"), None, hostile_item().passages),
        *(hostile("Who"), hostile("How"), (hostile("Small"),), None),
        *texts,
        (),
        hostile("Independence"),
        hostile("Decided"),
    )


@pytest.mark.parametrize(
    ("size", "ascii"), [((120, 36), False), ((60, 20), True)], ids=["wide", "small-ascii"]
)
async def test_hostile_views_are_shown_as_text(saves, monkeypatch, size, ascii):
    left = []
    monkeypatch.setattr(QuizApp, "action_exit", lambda self: left.append("exit"), raising=False)
    app = joining(saves, ascii=ascii)
    common = {
        "title": hostile("Title"),
        "teams": {hostile("Team"): 1.0},
        "page": (PageLine(hostile("Line"), "confirmed"), PageLine(hostile("More"), "")),
    }
    # A longer name does not come in.
    own = {"name": hostile("Name")[:200], "team": hostile("Team"), "people": 2}

    async def sees(*wanted: str) -> None:
        await until(app, *wanted)
        text = await still(app)
        assert not controls(text.replace("\n", "")), controls(text)

    async with app.run_test(size=size, notifications=True):
        await until(app, "Enter joins")
        send(app, "enter")
        says(app, WELCOME.model_copy(update={"name": hostile("Name")}))
        app.post_message(app.Linked("connected"))
        await sees("You are in: Name [/b]")
        says(app, view(Phase.LOBBY, own=own, **common))
        await sees("Title [/b]", "Your team: Team [/b]")
        says(app, view(Phase.OPEN, hostile_item(), own=own, **common))
        await sees("Outlet [/b]")
        send(app, "2", "z")
        says(app, stored(2))
        await sees("Title [/b]")
        for _ in range(8):
            send(app, "pagedown")
            await sees("Title [/b]")
        await sees("Choice2 [/b]")
        says(app, view(Phase.OPEN, hostile_item("marked"), number=2, own=own, **common))
        await sees("Space begin a mark")
        send(app, "space", "right", "down", "enter", "x")
        await sees("Title [/b]")
        says(app, Refused(why="not-open", text=hostile("Refused"), ref="s9"))
        await sees("Refused [/b]")
        said = {"given": given("o1", question=2)}
        told = hostile_explanation()
        says(
            app, view(Phase.REVEALED, hostile_item(), number=2, own=own | said, told=told, **common)
        )
        await sees("Not this time. [/b]")
        send(app, "o", "pagedown", "pagedown", "pagedown")
        await sees("Title [/b]")
        says(app, view(Phase.BOARD, number=2, own=own, **common))
        await sees("Line [/b]")
        keeps = (kept(2, line=hostile("Line"), item="hostile/c?choice", skill=hostile("Skill")),)
        says(app, view(Phase.ENDED, own=own, keeps=keeps, **common))
        await sees("The lesson is over.", "Claim [/b]")
        send(app, "1")
        await sees("Once more", "Not this time. [/b]")
        send(app, "escape")
        await sees("The lesson is over.")
        send(app, "f")
        await sees("NAME [/B]", "Line [/b]")
        assert app.return_code is None
        app.exit()
    assert left == []
