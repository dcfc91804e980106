"""The claims of a drafted pack, each with its quotes and with what its author has to decide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.drafting import signs
from quizgame.drafting.claim_text import claim_text
from quizgame.drafting.differences import differences
from quizgame.drafting.passages import passage
from quizgame.drafting.versions import Place
from quizgame.packs import slurs
from quizgame.packs.toml_text import comment, literal, short

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from quizgame.drafting.draft import Draft, Drafted, Statement

_LONGEST_CLAIM = 90
_RIVALS = 4


@dataclass(frozen=True, slots=True)
class Block:
    """A claim to be: the statement that it begins with, and its versions in other articles."""

    place: Place
    others: tuple[Place, ...]


def lines(draft: Draft, block: Block, ids: Sequence[str]) -> Iterator[str]:
    """The lines of a claim; `ids` are those of the articles."""
    article = draft.articles[block.place.article]
    one = article.statements[block.place.statement]
    if _is_unfit(article, one):
        yield f"# Line {article.line(one)} is left out: it holds a slur, which is never shown."
        yield ""
        return
    text = claim_text(article.text, one.found)
    yield f"# Line {article.line(one)}"
    yield "[[claim]]"
    yield f"text = {literal(text)}"
    if len(text) > _LONGEST_CLAIM:
        yield f"# {len(text)} characters: cut it to one thought of at most {_LONGEST_CLAIM}."
    yield f"# Decide the status. {comment(one.suggested.because)}"
    yield f'# status = "{one.suggested.status}"'
    if one.suggested.status != "confirmed" and signs.is_public(article.text, one.found):
        yield "# Said in public? That it was said is another claim, and confirmed."
    yield f'skill = "{one.suggested.skill}"'
    yield ""
    yield from _quote(article, one, ids[block.place.article])
    for place in block.others:
        other = draft.articles[place.article]
        if _is_unfit(other, other.statements[place.statement]):
            continue
        for each in differences(draft.told(block.place), draft.told(place)):
            yield f"  # It differs in {each.what}: {comment(each.first)} / {comment(each.second)}"
        yield from _quote(other, other.statements[place.statement], ids[place.article])
    yield from _denial(article, one, ids[block.place.article])


def _denial(article: Drafted, one: Statement, id_: str) -> Iterator[str]:
    """The quote of the denial that the suggested status rests on."""
    if one.suggested.rejected_by is not None:
        denial = article.statements[one.suggested.rejected_by]
        if not _is_unfit(article, denial):
            yield from _quote(article, denial, id_, f"{id_}-rejects")


def _is_unfit(article: Drafted, one: Statement) -> bool:
    """Whether a slur stands in what would be quoted."""
    return slurs.pattern().search(article.text, *passage(one.found)) is not None


def _quote(article: Drafted, one: Statement, article_id: str, id_: str = "") -> Iterator[str]:
    found = one.found
    begin, end = passage(found)
    yield "  [[claim.quote]]"
    if id_:
        yield f'  id = "{id_}"'
    yield f'  article = "{article_id}"'
    yield f"  text = {literal(article.text[begin:end])}"
    if one.suggested.role != "asserts":
        yield f'  role = "{one.suggested.role}"'
    if one.name:
        yield f"  who = {short(one.name)}{_guess(article, one)}"
    for key, spans in (("source", found.source), ("cue", found.cue)):
        if spans and begin <= spans[0][0] and spans[0][1] <= end:
            yield f"  {key} = {short(article.text[slice(*spans[0])])}"
    inside = [
        article.text[slice(*span)] for span in found.hedges if begin <= span[0] < span[1] <= end
    ]
    if inside:
        listed = ", ".join(short(words) for words in dict.fromkeys(inside))
        yield f"  hedges = [{listed}]"
    others = [name for name in article.speakers[: _RIVALS + 1] if name != one.name]
    if one.name and others:
        yield f"  # Others who speak in this article: {comment(', '.join(others[:_RIVALS]))}"
    yield ""


def _guess(article: Drafted, one: Statement) -> str:
    """A comment where the speaker is not the printed one."""
    printed = " ".join(signs.source(article.text, one.found).split())
    if printed.lower() in {"he", "she", "they", "it", "his", "her", "their", "its", "him", "them"}:
        return f"  # a guess: the article says “{printed}”"
    return ""


def blocks(draft: Draft) -> Mapping[int, list[Block]]:
    """The claims by the number of their first article; a version is a quote of the first one's."""
    joined: dict[Place, Place] = {}
    others: dict[Place, list[Place]] = {}
    for one in sorted(draft.versions, key=lambda each: (each.first.article, each.second.article)):
        first = joined.get(one.first, one.first)
        taken = {place.article for place in (first, *others.get(first, []))}
        if (
            one.second not in joined
            and one.second not in others
            and one.second.article not in taken
        ):
            joined[one.second] = first
            others.setdefault(first, []).append(one.second)
    return {
        number: [
            Block(place, tuple(others.get(place, ())))
            for place in _places(number, article, others)
            if place not in joined
        ]
        for number, article in enumerate(draft.articles)
    }


def _places(number: int, article: Drafted, versions: Container[Place]) -> Iterator[Place]:
    """The statements, without the denials that are quoted with what they reject."""
    used = {one.suggested.rejected_by for one in article.statements}
    for index in range(len(article.statements)):
        place = Place(number, index)
        if index not in used or place in versions:
            yield place
