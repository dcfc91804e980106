"""A round: the item, the answer, how sure, the explanation, one after the other."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from quizgame.game import layout
from quizgame.plain import marks, telling
from quizgame.plain.prompts import Way, listen, pick, show

if TYPE_CHECKING:
    from quizgame.game.asking import Asked, Choice
    from quizgame.game.explanation import Explanation
    from quizgame.plain.game import Game
    from quizgame.play.sitting import Sitting
    from quizgame.saves.records import Confidence

_ROWS = 1000
"""On lines there is room for everything that a first view may hold."""
_SLOTS = {"confirmed": "c", "alleged": "a"}
_ASIDE = (Way("again", "hear it again"), Way("s", "skip it"))
SURE = (Way("z", "a guess"), Way("x", "fairly sure"), Way("v", "sure"))
"""How sure somebody can be."""
BANDS: dict[str, Confidence] = {"z": "guess", "x": "fairly", "v": "sure"}
"""What is kept for each way of `SURE`."""


def play(game: Game, sitting: Sitting) -> None:
    """Asks every item that waits; what was answered is saved at once.

    Raises:
        HomeError: the player goes home; the round waits there.
        QuitError: the player leaves, or the input has come to an end.
    """
    game.save()
    game.voice.heading(f"{sitting.round.title}, {_counted(sitting.total)}.")
    if sitting.exam:
        game.voice.say("A test: every explanation comes at its end.")
    while asked := sitting.next():
        game.voice.heading(f"Item {sitting.number} of {sitting.total}.")
        _item(game, sitting, asked)
    game.save()


def _counted(number: int) -> str:
    return "1 item" if number == 1 else f"{number} items"


def _item(game: Game, sitting: Sitting, asked: Asked) -> None:
    begun = monotonic()
    chosen = _answer(game, asked)
    if not chosen:
        return
    # What a script answers takes as long as its computer likes.
    seconds = monotonic() - begun if game.voice.typed else 0.0
    confidence = _how_sure(game, asked, chosen) if sitting.asks_confidence else ""
    explained = sitting.answer(chosen, confidence, seconds)
    game.save()
    if sitting.exam:
        game.voice.say("Kept.")
        return
    game.voice.say()
    telling.parts(game.voice, layout.first_view(explained, rows=_ROWS))
    _afterwards(game, sitting, asked, explained)


def _answer(game: Game, asked: Asked) -> str:
    """The answer; empty if the item is skipped."""
    while True:
        telling.question(game.voice, asked)
        game.voice.say()
        if asked.shape == "mark":
            heard = marks.mark(game.voice, asked)
            if heard not in {marks.SKIP, marks.AGAIN}:
                return heard
        else:
            ways = answers(asked)
            show(game.voice, ways)
            heard = pick(game.voice, "Your answer", [*ways, *_ASIDE])
            if chosen := answer(asked, heard):
                return chosen
        if heard == "s":
            return ""


def answers(asked: Asked) -> list[Way]:
    """What can be picked, with the letter or the number that picks it."""
    return [Way(_key(choice), choice.text, choice.note) for choice in asked.choices]


def answer(asked: Asked, key: str) -> str:
    """The answer that a key picks; empty if it picks none."""
    return next((choice.id for choice in asked.choices if _key(choice) == key), "")


def _key(choice: Choice) -> str:
    return _SLOTS.get(choice.slot, choice.slot)


def _how_sure(game: Game, asked: Asked, chosen: str) -> Confidence:
    game.voice.say(f'Your answer: "{asked.answer_text(chosen)}". How sure are you?')
    show(game.voice, SURE)
    return BANDS[pick(game.voice, "How sure", SURE)]


def _afterwards(game: Game, sitting: Sitting, asked: Asked, explained: Explanation) -> None:
    """What can be looked up before the next item."""
    ways = [Way("", "the next item"), Way("o", "other papers, and what would lift it")]
    if explained.passages:
        ways.append(Way("r", "read it in its article"))
    ways.append(Way("!", "a mistake? a note for your teacher"))
    game.voice.say()
    while True:
        heard = pick(game.voice, "Enter goes on; o, r, ! or ?", ways)
        match heard:
            case "o":
                game.voice.say()
                telling.parts(game.voice, layout.more(explained))
            case "r":
                passage = explained.passages[0]
                game.read(sitting.pack, passage.article, passage.at)
            case "!":
                _doubt(game, asked.item, explained)
            case _:
                return


def _doubt(game: Game, item: str, explained: Explanation) -> None:
    game.voice.say(f"The rule that decided: {explained.decided}")
    about = "A line of your own for your teacher. Enter alone keeps nothing."
    doubt = listen(game.voice, "What seems wrong to you", about=about)
    if doubt:
        game.note(item, explained, doubt)
