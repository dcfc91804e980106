"""Exercises from elsewhere as a pack."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

from quizgame.packs.names import slug, unused
from quizgame.packs.pack import Skill
from quizgame.packs.toml_text import inline, short

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quizgame.exchange.exercises import Evidence, Exercise, Option
    from quizgame.exchange.incoming import Intake

IMPORTED = "imported"
"""The tag of a question that came without a passage to prove it."""

_SKILLS = get_args(Skill)
_LEVEL = re.compile(r"level:([1-5])")
_Articles = dict[tuple[str, str, str], str]
"""For outlet, date and wording the id of the article."""


def pack_toml(intake: Intake, name: str, title: str) -> str:
    """The pack's one file.

    Args:
        intake: what was taken in.
        name: the pack's id.
        title: what players read.
    """
    articles = _articles(intake.taken)
    parts = (_head(name, title), *_article_tables(articles))
    questions = (_question(one, articles) for one in intake.taken)
    taken = {name: 2, **{one.id: 2 for one in intake.taken}}
    sets = (_set(*one, taken) for one in intake.sets.items())
    return "\n\n".join(map("\n".join, (*parts, *questions, *sets))) + "\n"


def _head(name: str, title: str) -> Iterator[str]:
    yield "# Imported. A question becomes one of this game's own with a passage that proves it:"
    yield "# add an [[article]] with its file, and to the question a [[question.quote]] from it."
    yield "# `quizgame check` says what is missing."
    yield "format = 1"
    yield ""
    yield "[pack]"
    yield f"id = {short(name)}"
    yield f"title = {short(title)}"


def _articles(exercises: Iterable[Exercise]) -> _Articles:
    found: _Articles = {}
    taken: dict[str, int] = {}
    for exercise in exercises:
        for shown in exercise.evidence:
            place = _place(shown)
            if place not in found:
                found[place] = unused(slug(" ".join(place[:2]), "article"), taken)
    return found


def _place(shown: Evidence) -> tuple[str, str, str]:
    return shown.outlet, shown.dated, shown.wording


def _article_tables(articles: _Articles) -> Iterator[Iterator[str]]:
    for (outlet, dated, wording), name in articles.items():
        yield _article(name, outlet, dated, wording)


def _article(name: str, outlet: str, dated: str, wording: str) -> Iterator[str]:
    yield "[[article]]"
    yield f"id = {short(name)}"
    yield f"file = {short(f'{name}.txt')} # put the whole article here, as plain text"
    yield f"outlet = {short(outlet)}"
    if dated:
        yield f"dated = {short(dated)}"
    if wording != "original":
        yield f"wording = {short(wording)}"


def _question(exercise: Exercise, articles: _Articles) -> Iterator[str]:
    yield "[[question]]"
    yield f"id = {short(exercise.id)}"
    yield f"ask = {short(exercise.ask)}"
    yield f"answer = {_option(exercise.right)}"
    yield "wrong = ["
    yield from (f"  {_option(option)}," for option in exercise.wrong)
    yield "]"
    if exercise.why:
        yield f"why = {short(exercise.why)}"
    yield from _tags(exercise)
    taken: dict[str, int] = {}
    for shown in exercise.evidence:
        article = articles[_place(shown)]
        yield ""
        yield "  [[question.quote]]"
        yield f"  id = {short(unused(article, taken))}"
        yield f"  article = {short(article)}"
        yield f"  text = {short(shown.text)}"
        if shown.means:
            yield f"  means = {short(shown.means)}"


def _option(option: Option) -> str:
    more = {"id": option.id, "because": option.feedback}
    kept = {key: value for key, value in more.items() if value}
    return inline({"text": option.text, **kept}) if kept else short(option.text)


def _tags(exercise: Exercise) -> Iterator[str]:
    """Tags that the format has a key for become that key; of each, the first."""
    own = dict.fromkeys(exercise.tags)
    skill = next((tag for tag in own if tag.removeprefix("skill:") in _SKILLS and ":" in tag), "")
    level = next((tag for tag in own if _LEVEL.fullmatch(tag)), "")
    if skill:
        yield f"skill = {short(skill.removeprefix('skill:'))}"
    if level:
        yield f"level = {level.removeprefix('level:')}"
    if "sensitive" in own:
        yield "sensitive = true"
    rest = [tag for tag in own if tag.strip() and tag not in {skill, level, "sensitive"}]
    if not exercise.evidence and IMPORTED not in rest:
        rest.append(IMPORTED)
    if rest:
        yield f"tags = [{', '.join(map(short, rest))}]"


def _set(title: str, ids: list[str], taken: dict[str, int]) -> Iterator[str]:
    yield "[[set]]"
    yield f"id = {short(unused(slug(title, 'set'), taken))}"
    yield f"title = {short(title)}"
    yield "items = ["
    yield from (f"  {short(one)}," for one in ids)
    yield "]"
