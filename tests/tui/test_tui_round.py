"""A round: every way to answer, confidence, the explanation, the article, a doubt."""

from __future__ import annotations

import pytest
from tui_samples import (
    EVERY_KIND,
    begun,
    kept,
    rows,
    send,
    setting,
    shown,
    until,
    write,
    write_save,
)

from quizgame.saves.reading import read
from quizgame.saves.records import Answer

TWO_WAY = "harbour/timetable?two-way@gazette"


def answers(path) -> list[Answer]:
    return [record for record in read(path).records if isinstance(record, Answer)]


@pytest.fixture
def left(saves):
    """A save whose last round, one two-way item, waits; confidence is off."""
    saves.mkdir()
    records = [setting("confidence", False), begun(9, (TWO_WAY,))]
    return write_save(saves, records=records)


@pytest.fixture
def kinds(saves):
    """A save whose last round, an item of every kind, waits; confidence is on."""
    saves.mkdir()
    return write_save(saves, records=[begun(9, EVERY_KIND)])


def reversed_words(app) -> str:
    """What stands in reverse on the screen."""
    strips = app.screen._compositor.render_strips()
    return "".join(s.text for strip in strips for s in strip if s.style and s.style.reverse)


async def place(app, words: str) -> tuple[int, int]:
    """Where words begin on the screen."""
    await until(app, words)
    every = rows(app)
    row = next(n for n, text in enumerate(every) if words in text)
    return every[row].index(words), row


async def click(app, words: str) -> None:
    """Clicks what stands on the screen."""
    from textual.pilot import Pilot

    await Pilot(app).click(offset=await place(app, words))


async def answer_by(app, how: str) -> None:
    await until(app, "New round")
    send(app, "g")
    await until(app, "how do you print this?")
    match how:
        case "c" | "a":
            send(app, how)
        case "arrows":
            send(app, "down", "enter")
        case "click on the choice":
            await click(app, "ALLEGED")
        case "click on its note":
            await click(app, "with a name in front")
        case "click on the key line":
            send(app, "down")
            await click(app, "Enter answer")


@pytest.mark.parametrize(
    "how",
    ["c", "a", "arrows", "click on the choice", "click on its note", "click on the key line"],
)
async def test_two_ways_are_answered_by(playing, left, how):
    async with playing() as app:
        await answer_by(app, how)
        right = how != "c"
        await until(app, "Yes." if right else "Not this time.", "ALLEGED", "1 of 1", "saved")
    last = answers(left)[-1]
    assert (last.item, last.right) == (TWO_WAY, right)
    assert last.chosen == ("alleged" if right else "confirmed")


async def test_a_round_of_every_kind_with_confidence(playing, kinds):
    async with playing() as app:
        await until(app, "Go on")
        send(app, "g")
        text = await until(app, "1 of 4", "What did the divers establish?", "Why it sank")
        number = next(r for r in text.splitlines() if "Which ship lies there" in r).split()
        send(app, number[0] if number[0].isdigit() else number[1])
        await until(app, "Your answer: Which ship lies there. How sure are you?")
        send(app, "v")
        await until(app, "Yes. Which ship lies there.", "What exactly was checked?")
        send(app, "enter")
        text = await until(app, "2 of 4", "Who says so here?", "Harbour office")
        other = next(r for r in text.splitlines() if "The council" in r)
        send(app, next(part for part in other.split() if part.isdigit()), "z")
        await until(app, "Not this time.", "Harbour office", "who: the harbour office")
        send(app, "space")
        await until(app, "3 of 4", "ANALYSIS", "5")
        send(app, "4", "x")
        await until(app, "Yes. On that day it was ANALYSIS.", "how: says")
        send(app, "enter")
        await until(app, "4 of 4", "how do you print this?")
        send(app, "a", "down", "enter")
        await until(app, "Yes. On that day it was ALLEGED.", "saved")
        send(app, "enter")
        await until(app, "3 of 4.", "Town spends too little", "New timetable in May")
    given = answers(kinds)[-4:]
    assert [answer.item for answer in given] == list(EVERY_KIND)
    assert [answer.right for answer in given] == [True, False, True, True]
    assert [answer.confidence for answer in given] == ["sure", "guess", "fairly", "sure"]
    assert given[1].chosen == "The council"


async def test_a_key_that_the_item_does_not_offer_does_nothing(playing, kinds):
    async with playing() as app:
        await until(app, "Go on")
        send(app, "g", "c", "a", "5", "4", "z", "o", "r", "!")
        text = await until(app, "1 of 4", "What did the divers establish?")
        send(app, "s")
        await until(app, "2 of 4")
        assert "How sure" not in text
    assert len(answers(kinds)) == 2


async def test_items_may_be_skipped_and_a_round_of_skips_is_over(playing, kinds):
    async with playing() as app:
        await until(app, "Go on")
        send(app, "g", "s", "s")
        await until(app, "3 of 4")
        send(app, "s", "s")
        await until(app, "Nothing answered this time.")
        send(app, "escape")
        await until(app, "New round", gone="Go on")
    async with playing() as app:
        await until(app, "New round")
        assert "Go on" not in shown(app)


async def test_other_papers_open_and_close(playing, left):
    async with playing() as app:
        send(app, "g", "c")
        await until(app, "Not this time.")
        send(app, "o")
        await until(app, "No other article of this pack carries it.")
        send(app, "o")
        await until(app, "Not this time.", gone="No other article")


async def test_more_tells_who_else_prints_it_and_what_would_lift_it(playing, saves):
    saves.mkdir()
    item = "harbour/passengers?two-way@gazette"
    write_save(saves, records=[setting("confidence", False), begun(9, (item,))])
    async with playing() as app:
        send(app, "g", "a")
        await until(app, "Yes.")
        send(app, "o")
        text = await until(app, "What would lift it", "The passenger list")
        send(app, "pagedown")
        text = await until(app, "Coast Courier, 4 March 2031: alleged", "retell no common report")
        assert "translated" in text


async def test_the_reader_opens_at_the_passage(playing, left):
    async with playing(size=(60, 20)) as app:
        send(app, "g", "a")
        await until(app, "Yes.")
        send(app, "r")
        await until(app, "next mark", "A new timetable begins in May", "Two members say so")
        send(app, "]")
        await until(app, "Only the harbour office counted them")
        send(app, "[")
        await until(app, "Two members say so")
        send(app, "/")
        write(app, "NOBODY could")
        send(app, "enter")
        await until(app, "Nobody could say", lambda: "Nobody could" in reversed_words(app))
        send(app, "/")
        write(app, "]qn?/[b]")
        await until(app, "]qn?/[b]")
        send(app, "enter")
        await until(app, "Not in this article")
        send(app, "/", "escape")
        await until(app, lambda: app.screen.focused is None)
        send(app, "escape")
        await until(app, "Yes.", "1 of 1")


async def test_a_doubt_is_kept_beside_the_save(playing, left, saves):
    async with playing() as app:
        send(app, "g", "a")
        await until(app, "Yes.")
        send(app, "!")
        await until(app, "The rule that decided", "A new timetable begins in May.")
        # The letters go to the line and Enter to the page, but Enter comes after the letters.
        write(app, "Did the [paper] ask?")
        send(app, "enter")
        await until(app, "Noted in", "Yes.")
        send(app, "!", "x")
        await until(app, "The rule that decided")
        send(app, "escape")
        await until(app, "Yes.", gone="The rule that decided")
    (notes,) = saves.glob("*.notes.toml")
    text = notes.read_text(encoding="utf-8")
    assert text.count("[[note]]") == 1
    assert "Did the [paper] ask?" in text
    assert TWO_WAY in text


async def test_home_and_back_to_the_same_item(playing, kinds):
    async with playing() as app:
        await until(app, "Go on")
        send(app, "g", "s", "1", "z")
        await until(app, "2 of 4", "who: the harbour office")
        send(app, "escape")
        await until(app, "Go on", "The ferry and the fog, ", "New round")
        assert kept(kinds.parent).count("[[answer]]") == 3
        send(app, "g")
        # What was skipped is asked again; what was answered is not.
        text = await until(app, "2 of 4", "What did the divers establish?")
        send(app, "escape")
        await until(app, "New round")
        send(app, "g")
        await until(app, "What did the divers establish?")
        assert shown(app) == text


async def test_a_miss_is_seen_again_from_the_summary(playing, left):
    async with playing() as app:
        send(app, "g", "c", "enter")
        await until(app, "0 of 1.", "Misses come back", "Two councillors: New timetable in May")
        send(app, "1")
        await until(app, "Once more", "Two members say so")
        send(app, "r")
        await until(app, "Harbour Gazette", "search")
        send(app, "escape", "escape", "f")
        await until(app, "ANA'S FRONT PAGE", "4 March 2031", "Corrections")
        send(app, "escape")
        await until(app, "0 of 1.")
        await click(app, "New timetable in May")
        await until(app, "Once more")
        send(app, "escape", "n")
        await until(app, "1 of", "s skip")


async def test_a_round_whose_items_the_pack_has_lost_is_over(playing, saves):
    saves.mkdir()
    write_save(saves, records=[begun(9, ("harbour/gone?two-way@gazette", "harbour/lost?choice"))])
    async with playing() as app:
        await until(app, "Go on")
        send(app, "g")
        await until(app, "Nothing answered this time.")
        send(app, "escape")
        await until(app, "New round", gone="Go on")


async def test_a_round_of_a_pack_that_is_gone_says_so(playing, saves):
    saves.mkdir()
    write_save(saves, records=[begun(9, ("other/x?choice",), pack="other")])
    async with playing() as app:
        await until(app, "Go on")
        send(app, "g")
        await until(app, 'There is no pack "other".', "New round")
