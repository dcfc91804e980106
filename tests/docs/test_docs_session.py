"""The journal in the docs is one, and every event, column and key is told there."""

from docs_reading import rows, write
from held_samples import ITEMS, answer, held

from quizgame.classroom import events, results
from quizgame.classroom.events import Event
from quizgame.classroom.journal import load
from quizgame.classroom.reporting.csv_out import COLUMNS
from quizgame.insight.classes import measuring
from quizgame.insight.classes.data import data
from quizgame.insight.classes.report import report

PAGE = "docs/formats/session.md"


def told(heading, page=PAGE):
    return [row[0].strip("`") for row in rows(page, heading)]


def lesson(tmp_path):
    (name,) = write(PAGE, tmp_path)
    return tmp_path / name


def test_the_example_is_a_sound_journal(tmp_path):
    path = lesson(tmp_path)
    kept = load(path)
    assert (kept.damaged, kept.whole) == ((), path.stat().st_size)
    made = results.held(kept.events)
    assert (made.session, made.ended, len(made.given)) == (path.parent.name, True, 2)


def test_every_event_is_told():
    kinds = [one for one in vars(events).values() if isinstance(one, type)]
    names = {one.__name__ for one in kinds if issubclass(one, Event)} - {"Event"}
    assert {row for row in told("The journal") if row != "event"} == names


def test_every_column_is_told():
    assert told("A table for spreadsheets") == list(COLUMNS)


def test_every_key_is_told():
    names = [f"S{number}" for number in range(measuring.ENOUGH)]
    answers = [answer(name, ITEMS[0], "alleged") for name in names]
    made = data(report([held(names, ITEMS[:1], answers)]))
    assert told("Data for programs") == list(made)
    assert told("A student") == list(made["students"][0])
    assert told("An item") == list(made["items"][0])
    (measured,) = made["measured"]
    keys = told("How well a set measures")
    assert keys == [*measured, "key of an item", *measured["items"][0]]
