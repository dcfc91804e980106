"""What the figures of a class mean, in sentences. Those that hold foreign text say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.insight.classes.measuring import ENOUGH
from quizgame.insight.views import sure
from quizgame.insight.views.rows import GLUE, counted, day, percent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.insight.calibration import Band
    from quizgame.insight.classes.items import ItemResult, Talked
    from quizgame.insight.classes.report import Report
    from quizgame.insight.classes.score import Score
    from quizgame.insight.classes.students import StudentResult
    from quizgame.insight.given import Held

LEAST_MEAN, MOST_MEAN = 0.50, 0.75
"""Between these shares a set is neither too hard nor too easy, as Moodle's documentation has it."""
FEW = 3
"""How many items a class is told to go back to."""
_NAMES = 8
_BAND = f"50 to 75{GLUE}% is where a class learns most"


def of(part: Score) -> str:
    """`17 of 26`."""
    return f"{part.right} of {part.answers}"


def share(part: Score) -> str:
    """`65 %`, or a dash where nobody answered."""
    return "-" if part.share is None else percent(part.share)


def of_band(band: Band) -> str:
    """`3 of 5`, of one confidence."""
    return f"{band.right} of {band.answers}"


def range_of(part: Score) -> str:
    """`46 to 81 %`: what chance allows."""
    low, high = part.likely
    return f"{100 * low:.0f} to {percent(high)}"


def number(value: float | None) -> str:
    """A figure in whole numbers, or a dash where there is none."""
    return "-" if value is None else f"{value:.0f}"


def signed(value: float) -> str:
    """A difference of two shares in points of a hundred: `+33`."""
    return f"{100 * value:+.0f}"


def attendance(made: Report) -> str:
    """Who was there, and what was asked."""
    there = [one for one in made.students if one.sat]
    if not there and not made.items and not made.decisions:
        return "Nobody has joined, and nothing was asked."
    if not there:
        votes = _most_hands(made)
        hands = f"Raised hands, at most {votes} on one question" if votes else "Nobody has answered"
        return f"{hands}; {_asked(made)}."
    active = sum(bool(one.answered or one.decided) for one in there)
    told = f"{active} of {counted(len(there), 'student')} answered; {_asked(made)}."
    if missing := len(made.students) - len(there):
        told += f" {missing} of the list {'was' if missing == 1 else 'were'} not there."
    if made.shared:
        told += f" Two shared a screen {_times(made.shared)}: one row, but two in the items."
    return told


def _most_hands(made: Report) -> int:
    """How many hands were raised at once, where nobody has joined."""
    items = [item.score.answers for item in made.items]
    scenes = [sum(way.count for way in one.ways) for one in made.decisions]
    return max(items + scenes)


def _asked(made: Report) -> str:
    decided = counted(len(made.decisions), "decision")
    asked = counted(len(made.items), "item")
    return asked if not made.decisions else f"{decided}, {asked}" if made.items else decided


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def level(made: Report) -> str:
    """How much was right, and whether the set was of use to the class; empty without answers."""
    share = made.score.share
    if share is None:
        return ""
    told = f"{percent(share)} of the answers were right. {_BAND}"
    if share > MOST_MEAN:
        return f"{told}: this was on the easy side."
    if share < LEAST_MEAN:
        return f"{told}: this was hard for them."
    return f"{told}: this was about right."


def spread(made: Report) -> str:
    """How far students lie apart; empty for fewer than two."""
    if made.mean is None or made.deviation is None:
        return ""
    told = f"A student's result is {percent(made.mean)} on average (SD {100 * made.deviation:.0f})"
    guessing = "" if made.by_guessing is None else f"; guessing gives {percent(made.by_guessing)}"
    return f"{told}{guessing}."


def certainty(made: Report) -> Iterator[str]:
    """How sure the class was, and how right; nothing where it was not asked."""
    for band in reversed(made.calibration.bands):
        if band.answers:
            yield sure.sentence(band, "they")


def talked(votes: Talked) -> str:
    """What a discussion changed."""
    told = f"First vote {share(votes.first)}, after talking {share(votes.second)}"
    if votes.gain is not None:
        told += f" ({signed(votes.gain)})"
    if votes.to_right or votes.to_wrong:
        told += f": {votes.to_right} went over to the right answer, {votes.to_wrong} away from it"
    return f"{told}."


def surely_wrong(item: ItemResult) -> str:
    """How many were sure of a wrong answer; empty for nobody."""
    if not item.surely_wrong:
        return ""
    return f"{item.surely_wrong} {'was' if item.surely_wrong == 1 else 'were'} sure, and wrong."


def worth_a_word(made: Report) -> Iterator[str]:
    """Whom the figures would have a teacher speak to, a sentence for each reason. Foreign text."""
    there = made.took_part
    less = [one for one in there if 2 * one.score.right < one.score.answers]
    for what, found in (
        ("Less than half right", sorted(less, key=lambda one: one.score.share or 0)),
        ("Sure and wrong more than once", [one for one in there if one.surely_wrong > 1]),
        ("Answered nothing", [one for one in made.students if _is_silent(one)]),
        ("Sent out, and not counted", [one for one in made.students if one.out]),
    ):
        names = [one.name for one in found[:_NAMES]]
        if len(found) > _NAMES:
            names.append(f"and {counted(len(found) - _NAMES, 'other')}")
        if names:
            yield f"{what}: {', '.join(names)}."


def _is_silent(one: StudentResult) -> bool:
    return bool(one.sat) and not (one.answered or one.decided or one.out)


def belief(item: ItemResult) -> str:
    """The misconception behind the wrong answer that most chose, or an empty text. Foreign."""
    wrong = [choice for choice in item.choices if not choice.right and choice.count]
    most = max(wrong, key=lambda choice: choice.count, default=None)
    return most.because if most else ""


def about(item: ItemResult) -> Iterator[str]:
    """What else there is to say of an item; it holds foreign text."""
    idle = [choice.text for choice in item.choices if choice.idle]
    if idle and item.score.answers >= ENOUGH:
        yield f"Chosen by fewer than 5 in 100, and of no use: {'; '.join(idle)}."
    if told := surely_wrong(item):
        yield told
    if item.talked:
        yield talked(item.talked)
    if item.reported.answers:
        verb = "is" if item.reported.answers == 1 else "are"
        told = f"{counted(item.reported.answers, 'answer')} {verb} self-reported"
        yield f"{told}, {item.reported.right} of them right."


def note_on_items(made: Report) -> str:
    """How to read the shares."""
    told = "The sign in front marks what was right."
    if any(0 < item.score.answers < ENOUGH for item in made.items):
        told += (
            f" With fewer than {ENOUGH} answers a share is uncertain: likely is what another "
            "class of the same knowledge could have had."
        )
    return told


def how_many(item: ItemResult) -> str:
    """`42 % right, 11 of 26`, what guessing gives, and for few answers what chance allows."""
    told = (
        f"{share(item.score)} right, {of(item.score)}; guessing gives {percent(item.by_guessing)}"
    )
    if 0 < item.score.answers < ENOUGH:
        told += f", likely {range_of(item.score)}"
    return told


def named(held: Held) -> str:
    """A session with its day and id; it holds foreign text."""
    return f"{held.title}, {day(held.began.date())} ({held.session})"


def sources(made: Report) -> Iterator[str]:
    """What is reported, a session a line and all saves in one; it holds foreign text.

    Names of files are left out: they are made of students' names.
    """
    yield from (named(held) for held in made.sources if held.origin == "class")
    if saves := sum(held.origin == "self" for held in made.sources):
        yield f"What {counted(saves, 'save')} of students' own {_tell(saves)}: self-reported"


def _tell(number: int) -> str:
    return "tells" if number == 1 else "tell"


def title(made: Report) -> str:
    """What is reported; it holds foreign text."""
    classes = [held for held in made.sources if held.origin == "class"]
    saves = len(made.sources) - len(classes)
    told = [named(held) for held in classes[:1]] or [counted(saves, "save")]
    if len(classes) > 1:
        told = [counted(len(classes), "session")]
    if classes and saves:
        told.append(counted(saves, "save"))
    return "Class report: " + " and ".join(told)
