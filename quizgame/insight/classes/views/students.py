"""Each student: how much was right, how sure, and which question to practise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.insight.classes import words
from quizgame.insight.classes.views.columns import column
from quizgame.insight.classes.views.knowledge import question
from quizgame.insight.views.rows import BLANK, Row, counted, drawn
from quizgame.wrapping import width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.insight.classes.report import Report
    from quizgame.insight.classes.students import StudentResult
    from quizgame.insight.views.rows import Sheet
    from quizgame.text import Typography

FEW = 12
"""Below so many items a single student's result is a hint at best."""

_NAME = 22
_HEAD = f"{'':<{_NAME}}  right of       sure  sure,"
_HEAD_2 = f"{'':<{_NAME}}  all asked      right wrong  missed"


def view(made: Report, sheet: Sheet) -> list[Row]:
    """A line a student; what was not answered counts as not right, speed counts nowhere."""
    rows = drawn([_HEAD, _HEAD_2])
    for student in made.students:
        rows += _student(student, sheet)
    rows += [BLANK, Row(note(made), "muted")]
    return rows


def note(made: Report) -> str:
    """How to read the rows."""
    told = "What was not answered counts as not right. Speed counts nowhere."
    if made.mean is not None and len(made.items) < FEW:
        told += f" Over {counted(len(made.items), 'item')} one miss is a lot: a line is a hint."
    return told


def _student(one: StudentResult, sheet: Sheet) -> Iterator[Row]:
    name = column(one.name, _NAME, sheet.type)
    if told := nothing(one):
        yield Row(f"{name}  {told}", "drawn")
        return
    band = one.calibration.bands[-1]
    sure = f"{band.right}/{band.answers}" if band.answers else ""
    wrong = str(one.surely_wrong or "")
    figures = f"{words.share(one.score):>5}  {words.of(one.score):<9}{sure:>5}{wrong:>5}"
    lead = f"{name}  {figures}   "
    missed = column(most_missed(one, sheet.type), max(1, sheet.width - width(lead)), sheet.type)
    yield Row(f"{lead}{missed}".rstrip(), "drawn")
    for mark in marks(one):
        yield Row(mark, "muted", " " * (_NAME + 2))


def nothing(one: StudentResult) -> str:
    """Why somebody has no result; empty for everybody else."""
    if not one.sat:
        return "was not there"
    if one.out:
        return "sent out, not counted"
    if one.answered:
        return ""
    return f"voted on {counted(one.decided, 'decision')}" if one.decided else "answered nothing"


def marks(one: StudentResult) -> Iterator[str]:
    """What must be known to read a student's line."""
    if one.people > 1:
        yield "two at one screen"
    if one.answered < one.score.answers:
        yield f"answered {one.answered} of {one.score.answers}"
    if one.reported.answers:
        yield f"self-reported: {words.of(one.reported)}"
    if any(sat.out for sat in one.sat) and not one.out:
        yield "sent out of one session, which is not counted"


def most_missed(one: StudentResult, type: Typography) -> str:
    """The question of the skill with the most misses, if there are two or more; else nothing."""
    misses = {skill: part.answers - part.right for skill, part in one.skills.items()}
    skill = max(misses, key=lambda name: misses[name], default="")
    return question(skill, type) if misses.get(skill, 0) > 1 else ""
