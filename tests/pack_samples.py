"""Small packs for tests of the rules, made without a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import settings
from hypothesis import strategies as st

from quizgame.game.skills import SKILLS
from quizgame.packs.pack import Article, Claim, ItemSet, Option, Pack, Question, Quote
from quizgame.text import STATUSES

GAZETTE = Article(
    "gazette", "The Gazette", "News", "1 May", date(2026, 5, 1), None, "original", None
)
HERALD = replace(GAZETTE, id="herald", outlet="The Herald")
COURIER = replace(GAZETTE, id="courier", outlet="The Courier")


def quote(text="The mayor says so.", **changes):
    """A quote of the Gazette that asserts a claim on somebody's word."""
    plain = Quote(
        id=changes.get("article", "gazette"),
        article="gazette",
        text=text,
        role="asserts",
        status="alleged",
        who="Mayor",
        source=text.split(" says")[0] if " says" in text else "",
        cue="says" if " says" in text else "",
        hedges=(),
        means="",
        at=None,
    )
    return replace(plain, **changes)


def claim(id, status="alleged", quotes=(), **changes):
    """A claim whose quotes have its status; one quote if none is given."""
    carried = tuple(quotes) or (quote(f"The mayor says that it is {id}."),)
    given = [q if quotes else replace(q, status=status) for q in carried]
    plain = Claim(id, f"It is {id}.", f"Headline {id}", status, tuple(given), skill="word")
    return replace(plain, **changes)


def question(id, **changes):
    """A question with four options and no claims."""
    wrong = tuple(Option(f"{id}-{n}", f"Wrong {n}", f"Because {n}.") for n in range(3))
    plain = Question(id, f"What is {id}?", Option(f"{id}-key", "Right"), wrong, skill="scope")
    return replace(plain, **changes)


def pack(*parts, **changes):
    """A pack of claims, questions, sets and articles; the Gazette and the Herald are in it."""
    kinds = {kind: {p.id: p for p in parts if isinstance(p, kind)} for kind in _KINDS}
    articles = {a.id: a for a in (GAZETTE, HERALD)} | kinds[Article]
    plain = Pack(
        id="small",
        title="A small pack",
        as_of=None,
        summary="",
        level="",
        language="en",
        content_note="",
        parties=(),
        articles=articles,
        claims=kinds[Claim],
        questions=kinds[Question],
        sets=kinds[ItemSet],
        scenarios={},
    )
    return replace(plain, **changes)


few = settings(max_examples=40)
"""Enough for packs of every shape, which take long to make."""

_KINDS = (Article, Claim, Question, ItemSet)


def five_speakers():
    """Claims by five speakers, so that there are rivals for "who says so?"."""
    names = ("Mayor", "Baker", "Police", "Union", "School")
    return [claim(f"by-{n.lower()}", quotes=[quote(f"The {n} says so.", who=n)]) for n in names]


@st.composite
def packs(draw, max_claims=14, max_questions=4, *, sides_only=False):
    """Packs of every shape: levels, skills, contrasts, sensitive items, several quotes a claim.

    Args:
        draw: of hypothesis.
        max_claims: the most claims.
        max_questions: the most questions.
        sides_only: whether every claim is confirmed, alleged or denied.
    """
    names = [f"c{n}" for n in range(draw(st.integers(0, max_claims)))]
    statuses = st.sampled_from(STATUSES[:3] if sides_only else STATUSES)
    speakers = st.sampled_from(["", "Mayor", "Baker", "Police", "Union", "School"])
    flag = st.integers(0, 5).map(lambda n: n == 0)
    claims = []
    for name in names:
        status = draw(statuses)
        quotes = [
            quote(f"The {article} says {name}.", id=article, article=article, status=status)
            for article in draw(st.sampled_from([["gazette"], ["herald"], ["gazette", "herald"]]))
        ]
        quotes = [
            replace(q, who=draw(speakers), role="rejects" if n and draw(flag) else "asserts")
            for n, q in enumerate(quotes)
        ]
        claims.append(
            claim(
                name,
                status,
                quotes,
                skill=draw(st.sampled_from([None, *SKILLS])),
                level=draw(st.sampled_from([None, 1, 2, 3, 4, 5])),
                contrast=draw(st.sampled_from([None, *(n for n in names if n != name)])),
                sensitive=draw(flag),
            )
        )
    questions = [
        question(
            f"q{n}",
            claims=tuple(draw(st.lists(st.sampled_from(names), max_size=2, unique=True)))
            if names
            else (),
            level=draw(st.sampled_from([None, 1, 3])),
            sensitive=draw(flag),
        )
        for n in range(draw(st.integers(0, max_questions)))
    ]
    return pack(*claims, *questions)
