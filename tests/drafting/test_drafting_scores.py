"""How much of a marked set is found; the set holds made-up articles and two of the seeds."""

import pytest

from benchmarks.drafting import OWN, total_of
from benchmarks.marked import Marked, articles
from benchmarks.scores import Score, scores
from quizgame.drafting.attributions import attributions

LEAST = {
    "sentence": 0.93,
    "any part": 0.88,
    "source, overlap": 0.91,
    "source, exact": 0.87,
    "cue, overlap": 0.9,
    "content, overlap": 0.9,
}


@pytest.fixture(scope="module")
def marked():
    return list(articles(OWN))


def test_the_marks_fit_their_texts(marked):
    assert len(marked) == 6
    for article in marked:
        lines = (OWN / f"{article.name}.ann").read_text(encoding="utf-8").splitlines()
        for line in lines:
            if line.startswith("T"):
                _, place, words = line.split("\t")
                begin, end = map(int, place.split()[1:])
                assert article.text[begin:end] == words


def test_enough_is_found(marked):
    total = total_of(marked)
    assert {name: total[name].f1 for name, least in LEAST.items() if total[name].f1 < least} == {}
    assert total["sentence"].recall >= 0.93


def test_a_score_is_made_of_counts():
    score = Score(3, 4, 6) + Score(1, 1, 2)
    assert (score.precision, score.recall, score.f1) == (4 / 5, 4 / 8, 8 / 13)
    assert (Score().precision, Score().recall, Score().f1) == (0, 0, 0)


def test_what_is_found_is_compared_with_the_marks():
    text = "The mayor said it rained. The club wants peace. It snowed, Reed said."
    marks = [
        Marked(source=((0, 9),), cue=((10, 14),), content=((15, 24),)),
        Marked(source=((59, 63),), cue=((64, 68),)),
        Marked(cue=((48, 50),)),
    ]
    given = scores(text, attributions(text), marks)
    assert given["sentence"] == Score(2, 3, 2)
    assert given["source, exact"] == Score(2, 3, 2)
    assert given["cue, exact"] == Score(2, 3, 3)
