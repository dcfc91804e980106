"""What the figures of a class mean, in sentences that hold no foreign text.

The bands for mean, spread, α and discrimination are those that Moodle's documentation gives for its
quiz statistics.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.insight.classes.measuring import ENOUGH
from quizgame.insight.views import sure
from quizgame.insight.views.rows import GLUE, counted, day, percent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.insight.calibration import Band
    from quizgame.insight.classes.items import ItemResult, Talked
    from quizgame.insight.classes.measuring import SetMeasure
    from quizgame.insight.classes.report import Measured, Report
    from quizgame.insight.classes.score import Score

LEAST_MEAN, MOST_MEAN = 0.50, 0.75
"""Between these means a set is neither too hard nor too easy to learn from."""
FEW = 3
"""How many items a class is told to go back to."""
_NAMES = 8
GOOD_ALPHA, WEAK_ALPHA = 0.75, 0.64
GOOD_DISCRIMINATION = 20
NOTE_ON_MEASURES = (
    f"Discrimination is 100 times the correlation of an item with the rest: above "
    f"{GOOD_DISCRIMINATION} whoever knows more is right more often; below 0 look whether the key "
    "is right. Weight is the share of the differences between students that comes from the item, "
    "efficiency its discrimination in per cent of what its difficulty allows, guessing what "
    "somebody would get who knows nothing."
)
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
    asked = counted(len(made.items), "item")
    if not made.students:
        votes = max((one.score.answers for one in made.items), default=0)
        return f"Raised hands, at most {votes} on one item; {asked}."
    told = f"{len(made.took_part)} of {counted(len(made.students), 'student')} answered; {asked}."
    if made.shared:
        told += f" Two shared a screen {_times(made.shared)}: one row, but two in the items."
    return told


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
    return f"A student's result is {percent(made.mean)} on average (SD {100 * made.deviation:.0f})."


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
        ("Answered nothing", [o for o in made.students if o.sat and not (o.answered or o.out)]),
        ("Sent out, and not counted", [one for one in made.students if one.out]),
    ):
        names = [one.name for one in found[:_NAMES]]
        if len(found) > _NAMES:
            names.append(f"and {counted(len(found) - _NAMES, 'other')}")
        if names:
            yield f"{what}: {', '.join(names)}."


def belief(item: ItemResult) -> str:
    """The misconception behind the wrong answer that most chose, or an empty text. Foreign."""
    wrong = [choice for choice in item.choices if not choice.right and choice.count]
    most = max(wrong, key=lambda choice: choice.count, default=None)
    return most.because if most else ""


def about(item: ItemResult) -> Iterator[str]:
    """What else there is to say of an item."""
    if told := surely_wrong(item):
        yield told
    if item.talked:
        yield talked(item.talked)
    if item.reported.answers:
        yield f"{of(item.reported)} of these are self-reported."


def note_on_items(made: Report) -> str:
    """How to read the shares."""
    told = "The sign in front marks what was right."
    if any(0 < item.score.answers < ENOUGH for item in made.items):
        told += (
            f" With fewer than {ENOUGH} answers a share is uncertain: the range is what another "
            "class of the same knowledge could have had."
        )
    return told


def why_not_measured(set_: Measured) -> str:
    """Why a set's statistics are not told."""
    return (
        f"How well the items tell students apart is not told: {counted(set_.attempts, 'student')} "
        f"answered, and below {ENOUGH} such figures are mostly chance."
    )


def left_out(set_: Measured) -> str:
    """How many left something out, which counts as not right; empty for nobody."""
    if not set_.partly:
        return ""
    return f"{set_.partly} of {set_.attempts} left something out, which counts as not right here."


def shape(made: SetMeasure) -> str:
    """The form of the distribution of the results."""
    told = f"Mean {made.mean:.0f}, SD {made.deviation:.0f}"
    if made.skewness is not None and made.kurtosis is not None:
        told += f", skewness {made.skewness:.2f}, kurtosis {made.kurtosis:.2f}"
    if made.error_ratio is not None:
        told += f", error ratio {made.error_ratio:.0f}{GLUE}%"
    return f"{told}. An SD of 12 to 18 is usual."


def reliability(made: SetMeasure) -> str:
    """What α says."""
    if made.alpha is None or made.standard_error is None:
        return "Cronbach's alpha has no meaning here: there is one item, or everybody did alike."
    verdict = (
        "good for a test"
        if made.alpha > GOOD_ALPHA
        else "weak: use it to talk, not to grade"
        if made.alpha < WEAK_ALPHA
        else "fair"
    )
    return (
        f"Cronbach's alpha is {made.alpha:.2f}, which is {verdict}. One student's result is "
        f"uncertain by about {made.standard_error:.0f} points of a hundred."
    )


def measure_rows(made: Report, set_: Measured) -> Iterator[tuple[str, ...]]:
    """For each item its number, SD, weight, discrimination, its range, efficiency, guessing."""
    numbers = {item.item: number for number, item in enumerate(made.items, 1)}
    guessing = {item.item: item.by_guessing for item in made.items}
    measured = set_.measure.items if set_.measure else ()
    for name, one in zip(set_.items, measured, strict=bool(measured)):
        low, high = one.likely or (None, None)
        yield (
            f"{numbers[name]}.",
            number(100 * one.deviation),
            number(one.weight),
            number(one.discrimination),
            f"{number(low)} to {number(high)}" if one.likely else "-",
            number(one.efficiency),
            percent(guessing[name]),
        )


def title(made: Report) -> str:
    """What is reported; it holds foreign text."""
    classes = [held for held in made.sources if held.origin == "class"]
    saves = len(made.sources) - len(classes)
    told = [f"{held.title}, {day(held.began.date())} ({held.session})" for held in classes[:1]] or [
        counted(saves, "save")
    ]
    if len(classes) > 1:
        told = [counted(len(classes), "session")]
    if classes and saves:
        told.append(counted(saves, "save"))
    return "Class report: " + " and ".join(told)
