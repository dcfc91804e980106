"""A class report as one HTML page that needs nothing else, set to be printed in black and white."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from quizgame.classroom.reporting import page_items, page_students
from quizgame.classroom.reporting.marks import bar, paragraph, section, shown, table
from quizgame.insight.classes import words
from quizgame.insight.classes.totals import hardest
from quizgame.insight.classes.views.knowledge import question
from quizgame.text import UNICODE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.insight.classes.items import ItemResult
    from quizgame.insight.classes.report import Report

_NOTHING_COMES_IN = "default-src 'none'; style-src 'unsafe-inline'"


def page(made: Report) -> str:
    """The whole page. What is about the class comes first; names begin on a sheet of their own."""
    title = words.title(made)
    style = files("quizgame.classroom.reporting").joinpath("page.css").read_text(encoding="utf-8")
    sections = "\n".join(filter(None, _sections(made)))
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_NOTHING_COMES_IN}">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{shown(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        f"<h1>{shown(title)}</h1>\n{sections}\n</body>\n</html>\n"
    )


def _sections(made: Report) -> Iterator[str]:
    yield section("In short", "".join(_short(made)))
    yield section("What the class decided", page_items.decisions(made))
    yield section("Items", page_items.items(made))
    yield section("Skills", _skills(made))
    yield section("What they believed instead", _misconceptions(made))
    yield section("How well the items measure", page_items.measures(made))
    yield section("Students", page_students.students(made), "names")
    yield section("Students by skill", page_students.by_skill(made))
    yield section("Grade sheet", page_students.grades(made), "names")


def _short(made: Report) -> Iterator[str]:
    if len(made.sources) > 1:
        yield "".join(paragraph(one) for one in words.sources(made))
    yield paragraph(words.attendance(made), "lead")
    yield paragraph(words.level(made))
    yield paragraph(words.spread(made))
    back = [_back(made, item) for item in hardest(made.items, words.MOST_MEAN, words.FEW)]
    if back:
        yield f"<h3>Go back to</h3><ul>{''.join(back)}</ul>"
    sure = "".join(paragraph(told) for told in words.certainty(made))
    yield f"<h3>How sure</h3>{sure}" if sure else ""
    if made.teams:
        rows = ([shown(t.name), words.share(t.score), words.of(t.score)] for t in made.teams)
        yield table(("Team", "right", "answers"), rows)


def _back(made: Report, item: ItemResult) -> str:
    number = 1 + made.items.index(item)
    told = f"{number}. {words.share(item.score)} right: {item.statement}"
    more = (words.belief(item), words.surely_wrong(item))
    return f"<li><b>{shown(told)}</b>{''.join(paragraph(one) for one in more)}</li>"


def _skills(made: Report) -> str:
    rows = (
        [
            shown(question(skill, UNICODE)),
            bar(part.share),
            shown(words.share(part)),
            shown(words.of(part)),
        ]
        for skill, part in made.skills.items()
    )
    return table(("Question to ask", "", "right", "answers"), rows) if made.skills else ""


def _misconceptions(made: Report) -> str:
    numbers = {item.item: number for number, item in enumerate(made.items, 1)}
    rows = (
        [
            shown(one.because),
            f"{one.count} of {one.answers}",
            ", ".join(str(numbers[item]) for item in one.items),
        ]
        for one in made.misconceptions
    )
    return table(("", "answers", "items"), rows) if made.misconceptions else ""
