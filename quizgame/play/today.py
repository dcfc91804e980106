"""What waits today, in words: corrections, what is due, the course, the daily round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.game import pace
from quizgame.game.agenda import SIZE
from quizgame.game.skills import SKILLS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizgame.game.courses import Place
    from quizgame.packs.pack import Skill
    from quizgame.play.dealer import Dealer
    from quizgame.text import Typography

_ROOM = 36
"""Two topics are named if they fit into so many columns; the others are counted."""


def corrections(dealer: Dealer) -> tuple[str, str] | None:
    """How many corrections wait, of what, and for how long; None if none does."""
    plan = dealer.agenda()
    if not plan.waiting:
        return None
    many = "1 correction" if plan.waiting == 1 else f"{plan.waiting} corrections"
    return many, f"{topics(plan.corrections)}; {_about(dealer, min(SIZE, 2 * plan.waiting))}"


def new_round(dealer: Dealer, type: Typography) -> str:
    """What a new round would be about: the skills that are due, or else the pack."""
    due = [skill for skill in dealer.agenda().due if skill not in dealer.agenda().later]
    what = f"due: {topics(due)}" if due else type.line(dealer.pack.title)
    return f"{what}; {_about(dealer, SIZE)}"


def daily(dealer: Dealer) -> str:
    """What stands beside today's daily round."""
    left = dealer.daily_left()
    if left is None:
        return "the same for everybody today"
    return f"{left} to go" if left else "played; there is another one tomorrow"


def part(place: Place, type: Typography) -> str:
    """Which part of a course comes next, and when."""
    if place.next is None:
        return "done"
    number = f"part {place.number} of {len(place.plan.parts)}"
    if place.opens:
        return f"{number} opens tomorrow"
    return f"{number}: {type.line(place.next.title)}"


def not_yet(place: Place) -> str:
    """Why a part is not open today, and what is."""
    return (
        f"Part {place.number} opens tomorrow: a little on several days stays longer than "
        "much on one. New rounds and lessons are open at any time."
    )


def topics(skills: Iterable[Skill]) -> str:
    """What skills are about, one or two of them by name."""
    names = [SKILLS[skill].topic for skill in dict.fromkeys(skills)]
    shown = ", ".join(names[:2])
    if len(shown) > _ROOM or (len(names) > 2 and len(shown) > _ROOM - len(" and 9 more")):
        shown = names[0]
    more = len(names) - (2 if ", " in shown else 1)
    return f"{shown} and {more} more" if more > 0 else shown


def _about(dealer: Dealer, items: int) -> str:
    number = pace.minutes(items, [answer.seconds for answer in dealer.player.answers[-30:]])
    return "about a minute" if number == 1 else f"about {number} minutes"
