"""What a pack gives elsewhere and forgot here. A pack that never gives it is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.checking import coverage
from quizgame.checking.finding import At, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.packs.pack import Pack

_SHOWN = 60


def skills(pack: Pack) -> Iterator[Finding]:
    """Answers without a skill count for none."""
    yield from _gaps(pack, "skill")


def whys(pack: Pack) -> Iterator[Finding]:
    """The explanation says why."""
    yield from _gaps(pack, "why")


def lifts(pack: Pack) -> Iterator[Finding]:
    """The explanation says what would lift a claim that is not confirmed."""
    claims = [claim for claim in pack.claims.values() if claim.status != "confirmed"]
    if any(claim.lifts for claim in claims):
        for claim in claims:
            if not claim.lifts:
                yield Finding("this claim has no `lifts`, others do", At("claim", claim.id))


def passages(pack: Pack) -> Iterator[Finding]:
    """A pack that lists what it leaves out accounts for every sentence of its articles."""
    if not pack.left_out:
        return
    for article in pack.articles.values():
        for begin, end in coverage.unused(pack, article):
            line = (article.text or "").count("\n", 0, begin) + 1
            start = (article.text or "")[begin:end][:_SHOWN]
            message = f'line {line} of the article is neither used nor left out: "{start}…"'
            yield Finding(message, At("article", article.id, ("file",)))


def evidence(pack: Pack) -> Iterator[Finding]:
    """Every answer is explained with a passage."""
    for question in pack.questions.values():
        if not question.claims and not question.quotes:
            yield Finding("this question has no passage to explain it", At("question", question.id))


def nothing(pack: Pack) -> Iterator[Finding]:
    """A pack is there to be played."""
    if not (pack.claims or pack.questions or pack.scenarios):
        yield Finding("there is nothing to ask in this pack", At("pack", pack.id))


def _gaps(pack: Pack, key: str) -> Iterator[Finding]:
    claims = [(At("claim", one.id), getattr(one, key)) for one in pack.claims.values()]
    questions = [(At("question", one.id), getattr(one, key)) for one in pack.questions.values()]
    for what, entries in (("claim", claims), ("question", questions)):
        if any(value for _, value in entries):
            for at, value in entries:
                if not value:
                    yield Finding(f"this {what} has no `{key}`, others do", at)
