"""The data on progress are told key by key."""

from datetime import date

from docs_reading import rows

from quizgame.insight.data import data
from quizgame.insight.figures import figures

PAGE = "docs/formats/progress.md"


def told(heading):
    return [row[0].strip("`") for row in rows(PAGE, heading)]


def test_every_key_is_told_and_no_other():
    made = data("Ana", figures([], date(2026, 3, 2), {}, {}))
    assert told("Progress as data") == list(made)
    assert told("A skill") == list(made["skills"][0])
    assert told("Facts and claims") == list(made["trust"])
    assert told("Confidence") == list(made["sure"])
