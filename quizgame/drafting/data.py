"""A draft as plain values, for programs; every offset counts characters of the raw text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.drafting.differences import differences

if TYPE_CHECKING:
    from quizgame.drafting.draft import Draft, Statement
    from quizgame.drafting.segmentation import Span

Value = dict[str, object]


def data(draft: Draft) -> list[Value] | Value:
    """For one article the list of its statements; for several, an object with all there is."""
    if len(draft.articles) == 1:
        return [_statement(one) for one in draft.articles[0].statements]
    return {
        "articles": [
            {
                "name": one.name,
                "reworded": one.spun.suspicious,
                "speakers": list(one.speakers),
                "statements": [_named(each) for each in one.statements],
            }
            for one in draft.articles
        ],
        "versions": [
            {
                "first": [one.first.article, one.first.statement],
                "second": [one.second.article, one.second.statement],
                "alike": one.alike,
                "differences": [
                    {"what": each.what, "first": each.first, "second": each.second}
                    for each in differences(draft.told(one.first), draft.told(one.second))
                ],
            }
            for one in draft.versions
        ],
        "retold": [list(group) for group in draft.retold],
    }


def _statement(one: Statement) -> Value:
    found = one.found
    return {
        "sentence": list(found.sentence),
        "source": _spans(found.source),
        "cue": _spans(found.cue),
        "content": _spans(found.content),
        "hedges": _spans(found.hedges),
        "suggests": one.suggested.status,
        "because": one.suggested.because,
    }


def _named(one: Statement) -> Value:
    return {**_statement(one), "skill": one.suggested.skill, "who": one.name}


def _spans(spans: tuple[Span, ...]) -> list[list[int]]:
    return [list(span) for span in spans]
