"""What a summary says of a round: how sure the player was, a test, a course."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.game import confidence
from quizgame.game.comparing import compare, sentences
from quizgame.game.corrections import struck_by
from quizgame.tui.widgets.paper import Para, para

if TYPE_CHECKING:
    from quizgame.game.courses import Place
    from quizgame.play.dealer import Dealer
    from quizgame.play.sitting import Sitting


def how_sure(sitting: Sitting, *, alone: bool = True) -> list[Para]:
    """How being sure went, in words and then in points; nothing if it was not asked.

    Where it does not stand alone, a comparison has told the words already.
    """
    words = confidence.in_words(sitting.given)
    if not words:
        return []
    made = sitting.points()
    guess = "a guess earns 0" if made.points >= 0 else "a guess costs nothing"
    figures = f"For saying how sure: {made.points} of at most {made.most} points; {guess}."
    return [*([para(words)] if alone else []), para(figures, "$foreground-muted")]


def struck(sitting: Sitting, dealer: Dealer) -> str:
    """How many corrections the round has struck out; empty for none."""
    number = struck_by(dealer.told(), sitting.given)
    if not number:
        return ""
    return "1 correction is struck out." if number == 1 else f"{number} corrections are struck out."


def compared(sitting: Sitting, dealer: Dealer) -> list[Para]:
    """The test after beside the one before; nothing for other rounds."""
    before = dealer.answers_before(sitting)
    if not before or not sitting.given:
        return []
    first, *rest = sentences(compare(before, sitting.given))
    return [para(first, "bold"), *(para(sentence) for sentence in rest)]


def course(sitting: Sitting, dealer: Dealer) -> str:
    """Where a part of a course has brought the player; empty for other rounds."""
    mine = (
        p for p in dealer.courses() if any(one.name == sitting.round.name for one in p.plan.parts)
    )
    place = next(mine, None)
    return _reached(place) if place else ""


def _reached(place: Place) -> str:
    if place.next is None:
        return "That was the last part of the course."
    done = f"{place.done} of {len(place.plan.parts)} parts of the course are done."
    return f"{done} Part {place.number} opens tomorrow." if place.opens else done
