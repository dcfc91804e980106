"""Drafting: how much of marked articles it finds, and how long an article takes.

`QUIZGAME_MARKED` names a folder of other marked articles, in the format that `benchmarks.marked`
tells of; the small set of the tests is always at hand.
"""

from __future__ import annotations

import os
from pathlib import Path
from statistics import median
from time import process_time
from typing import TYPE_CHECKING

from benchmarks.marked import articles
from benchmarks.measure import ROOT, Result, Skip, ms
from benchmarks.scores import Score, scores
from quizgame.drafting.attributions import attributions
from quizgame.drafting.draft import draft

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.marked import Article

OWN = ROOT / "tests" / "drafting" / "marked"
SECONDS = 0.3
LEAST = {"sentence": 0.81, "source, overlap": 0.64, "source, exact": 0.55}
RECALL = 0.80


def run(rounds: int) -> Iterator[Result]:
    folder = Path(os.environ.get("QUIZGAME_MARKED") or OWN)
    marked = list(articles(folder))
    if not marked:
        raise Skip(f"no marked articles in {folder}")
    total = total_of(marked)
    where = f"{len(marked)} articles of {folder.name}"
    for name, least in LEAST.items():
        score = total[name]
        how = f"F1 {score.f1:.3f}, precision {score.precision:.3f}, recall {score.recall:.3f}"
        missing = 100 - 100 * score.f1
        yield Result(f"draft, {name}: 100 - F1", 100 - 100 * least, missing, "%", f"{how}; {where}")
    missing = 100 - 100 * total["sentence"].recall
    yield Result("draft, sentences not found", 100 - 100 * RECALL, missing, "%", where)
    for name in ("any part", "cue, overlap", "content, overlap"):
        score = total[name]
        how = f"precision {score.precision:.3f}, recall {score.recall:.3f}"
        yield Result(f"draft, {name}: 100 - F1", None, 100 - 100 * score.f1, "%", how)
    taken = [median(_seconds(one) for _ in range(max(1, rounds // 3))) for one in marked]
    how = f"median {ms(median(taken))}, longest {ms(max(taken))}"
    yield Result("draft: seconds of an article", 1000 * SECONDS, 1000 * max(taken), "ms", how)


def total_of(marked: list[Article]) -> dict[str, Score]:
    """The scores over all articles together."""
    total: dict[str, Score] = {}
    for one in marked:
        for name, score in scores(one.text, attributions(one.text), one.marked).items():
            total[name] = total.get(name, Score()) + score
    return total


def _seconds(one: Article) -> float:
    begin = process_time()
    draft([(one.name, one.text)])
    return process_time() - begin
