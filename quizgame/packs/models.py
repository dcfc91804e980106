"""The tables of a pack file, as authors write them (format 1).

These models are the public format: strict, frozen, and an unknown key is an error. What a field
leaves out is filled in by `load`, which turns the tables into the values of `pack`.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, Strict, StringConstraints

from quizgame.packs.pack import Role, Skill, Status, Test, Wording

FORMAT = 1
"""The newest pack format that this version reads."""

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,64}$")]
Reference = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,64}(@[a-z0-9-]{1,64})?$")]
"""A claim, or `claim@quote`; see `quizgame.packs.cited`."""
Text = Annotated[str, StringConstraints(pattern=r"\S", max_length=20_000)]
Level = Annotated[int, Field(ge=1, le=5)]
Meter = Annotated[int, Field(ge=0, le=100)]
Change = Annotated[int, Field(ge=-100, le=100)]
Comparison = Annotated[str, StringConstraints(pattern=r"^(>=|<=|>|<|==)\s?[0-9]{1,3}$")]


class Table(BaseModel):
    """A TOML table: no guessing of types, no keys that mean nothing."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


# A TOML array arrives as a list; strict mode would take nothing but a tuple.
ARRAY = Strict(False)
Texts = Annotated[tuple[Text, ...], ARRAY]
Ids = Annotated[tuple[Id, ...], ARRAY]
References = Annotated[tuple[Reference, ...], ARRAY]


class PackTable(Table):
    """`[pack]`: what the pack is."""

    id: Id = Field(description="The pack's id, under which answers are saved; permanent.")
    title: Text = Field(description="The pack's name, as players read it.")
    as_of: dt.date | None = Field(
        None, description="The day on which players sit at the desk; nothing may be dated later."
    )
    summary: str = Field("", description="What the pack is about, in one or two sentences.")
    level: str = Field("", description="For whom it is, in words, such as `14+`.")
    language: str = Field("en", description="The language of the pack.")
    content_note: str = Field("", description="What players should know before they begin.")
    parties: Texts = Field(
        (), description="Who takes a side, as written in `who`: a party never checks."
    )


class ArticleTable(Table):
    """`[[article]]`: where quotes come from."""

    id: Id = Field(description="What quotes call the article.")
    file: Text = Field(
        description="The text file, from the folder of the pack or in a known articles folder."
    )
    outlet: Text = Field(description="The paper, as players read it.")
    title: str = Field("", description="The article's own title.")
    published: dt.date | None = Field(None, description="The date that the article prints.")
    dated: str = Field("", description="The date in words, where none is printed.")
    report: Id | None = Field(
        None,
        description="Articles with the same value retell one report, and count as one source.",
    )
    wording: Wording = Field("original", description="Whose words the article prints.")


class QuoteTable(Table):
    """`[[claim.quote]]` and `[[question.quote]]`: a passage, exactly as printed."""

    id: Id | None = Field(
        None, description="What items call the quote; for the first of an article, the article's."
    )
    article: Id | None = Field(
        None, description="The article's id. Needed where the pack has several."
    )
    text: Text = Field(description="The passage, exactly as printed.")
    role: Role = Field("asserts", description="What the passage does with the claim.")
    status: Status | None = Field(
        None, description="The status in this article, where it is not the claim's."
    )
    who: str = Field("", description="Who is printed in front of the headline.")
    source: str = Field("", description="The words of the passage that name the speaker.")
    cue: str = Field(
        "", description="The words that give it away: `According to`, `was able to confirm`."
    )
    hedges: Texts = Field((), description="Small words that lower it: `reportedly`, `may`.")
    exact: Texts = Field(
        (), description="Words between quotation marks, for `quote`: the same in every version?"
    )
    retold: Texts = Field(
        (), description="Words outside the quotation marks that retell what was said."
    )
    means: str = Field("", description="The passage in plain words, where it is hard to read.")


Quotes = Annotated[tuple[QuoteTable, ...], ARRAY]


class ClaimTable(Table):
    """`[[claim]]`: one who-did-what, and its status."""

    id: Id | None = Field(None, description="The claim's id; permanent once players have met it.")
    text: Text = Field(description="One who-did-what, without `X said that`.")
    status: Status = Field(description="Who stood behind it, on the day it was printed.")
    quote: Text | Annotated[Quotes, Field(min_length=1)] = Field(
        description="The passage as a text, or tables `[[claim.quote]]` with one passage each."
    )
    headline: str = Field("", description="The line for the front page; else the text.")
    skill: Skill | None = Field(None, description="Which of the twelve skills it trains.")
    topic: str = Field("", description="A word for what it is about.")
    why: str = Field("", description="Why the status is right, in a sentence.")
    lifts: str = Field("", description="What would have to be known to print it as a fact.")
    contrast: Id | None = Field(None, description="The id of a claim that makes a pair with it.")
    also_accept: Annotated[tuple[Status, ...], ARRAY] = Field(
        (), description="Statuses that count as right too."
    )
    sensitive: bool = Field(False, description="`true` for what a teacher may want to leave out.")
    level: Level | None = Field(None, description="How hard it is; else told by the quote.")


class OptionTable(Table):
    """One option of a question; with an id, its text can be mended without losing answers."""

    text: Text = Field(description="The option, as players read it.")
    id: Id | None = Field(
        None, description="With one, the text can be mended later without losing answers."
    )
    because: str = Field("", description="Why it is wrong; shown to whoever chose it.")


class QuestionTable(Table):
    """`[[question]]`: one right answer among two to five."""

    id: Id | None = Field(None, description="The question's id; permanent like a claim's.")
    ask: Text = Field(description="The question.")
    answer: Text | OptionTable = Field(description="The right option: a text, or a table.")
    wrong: Annotated[tuple[Text | OptionTable, ...], ARRAY, Field(min_length=1, max_length=4)] = (
        Field(description="One to four wrong options: texts, or tables with a `because`.")
    )
    claims: Ids = Field((), description="Claims whose passages explain it.")
    quote: Text | Quotes = Field(
        (), description="A passage of its own: a text, or tables `[[question.quote]]`."
    )
    skill: Skill | None = Field(None, description="Which of the twelve skills it trains.")
    why: str = Field("", description="Why the answer is right, in a sentence.")
    sensitive: bool = Field(False, description="`true` for what a teacher may want to leave out.")
    level: Level | None = Field(None, description="How hard it is; else 2.")
    tags: Texts = Field((), description="Words of the author's own, such as an earlier category.")


class SetTable(Table):
    """`[[set]]`: what is hosted, set as homework, or printed."""

    id: Id = Field(
        description="The set's id; `first-session` is what a new player begins with, `class-hour` "
        "what a class plays if nothing else is named."
    )
    title: Text = Field(description="The set's name, as players read it.")
    summary: str = Field("", description="What it is for, in a sentence.")
    items: Annotated[tuple[Text, ...], ARRAY, Field(min_length=1)] = Field(
        description="The items in the order of play: `claim`, `claim?kind@quote` or `question`."
    )
    test: Test | None = Field(
        None,
        description="`before` or `after`: a test, explained at its end, and compared to the other.",
    )


class CourseTable(Table):
    """`[[course]]`: lessons for several days, one on each."""

    id: Id = Field(description="The course's id.")
    title: Text = Field(description="The course's name, as players read it.")
    summary: str = Field("", description="What it is for, in a sentence.")
    parts: Annotated[tuple[Id, ...], ARRAY, Field(min_length=1)] = Field(
        description="The ids of its sets, in the order of play."
    )


class LeftOutTable(Table):
    """`[[left_out]]`: a passage that no claim uses, and the reason why not."""

    article: Id | None = Field(
        None, description="The article's id. Needed where the pack has several."
    )
    text: Text = Field(description="The passage, exactly as printed.")
    because: Text = Field(description="Why no claim uses it.")


Effect = dict[Id, Change]
Needs = dict[Id, Comparison | Ids]
"""Meters with a comparison, and the lists of `quizgame.packs.scenes.LISTS`."""


class AskTable(Table):
    """A second source, a check, a call: it costs something and brings a claim, or nothing."""

    id: Id = Field(description="Its id.")
    text: Text = Field(description="What one can do.")
    cost: Effect = Field({}, description="What it does to the meters: `{ reach = -5 }`.")
    brings: Reference | None = Field(
        None, description="The claim that it brings: `claim` or `claim@quote`."
    )
    nothing: str = Field("", description="What one hears where it brings no claim.")


class JudgesTable(Table):
    """A choice that counts as an answer of a skill."""

    skill: Skill = Field(description="The skill that the choice is an answer of.")
    right: bool = Field(description="Whether the choice is a right answer.")


class ChoiceTable(Table):
    """`[[scenario.scene.choice]]`: a decision, what it prints, and what follows."""

    id: Id = Field(description="Its id.")
    text: Text = Field(description="What one can decide.")
    prints: str = Field("", description="The line that it prints on the front page.")
    judges: JudgesTable | None = Field(
        None, description='`{ skill = "word", right = false }`: it counts as an answer.'
    )
    needs: Needs = Field({}, description='When it is offered: `{ trust = ">=40", chose = ["…"] }`.')
    effect: Effect = Field({}, description="What it does to the meters.")
    because: str = Field("", description="What one is told about it.")
    claims: References = Field(
        (), description="Claims whose quotes explain what followed: `claim` or `claim@quote`."
    )
    goes: Id = Field(description="The id of the next scene.")


class InsteadTable(Table):
    """A scene that opens in place of another where its needs hold."""

    needs: Needs = Field(description="When the other scene opens.")
    goes: Id = Field(description="The id of that scene.")


class SceneTable(Table):
    """`[[scenario.scene]]`: what lies on the desk, or an ending."""

    id: Id = Field(description="The scene's id.")
    time: str = Field("", description="The clock on the wall, such as `00:40`.")
    date: dt.date | None = Field(
        None, description="The day, where the story spans several; else the scenario's `as_of`."
    )
    text: str = Field("", description="The story.")
    desk: References = Field(
        (), description="Claims that can be read in full: `claim` or `claim@quote`."
    )
    asks: Annotated[tuple[AskTable, ...], ARRAY] = Field((), description="Whom one can ask.")
    choice: Annotated[tuple[ChoiceTable, ...], ARRAY] = Field(
        (), description="Tables `[[scenario.scene.choice]]`."
    )
    deadline: Annotated[int, Field(ge=1, le=20)] | None = Field(
        None, description="How many asks fit in before the page closes."
    )
    late: Id | None = Field(None, description="The scene that follows a missed deadline.")
    careful: Ids = Field(
        (), description="Choices here that a careful editor could have taken; told at the end."
    )
    instead: Annotated[tuple[InsteadTable, ...], ARRAY] = Field(
        (), description="Scenes that open in place of this one: the first whose `needs` hold."
    )
    ending: str = Field("", description="How it ends; such a scene has no choices.")
    grade: Annotated[str, StringConstraints(pattern=r"^(strong|fair|weak)$")] | None = Field(
        None, description="Of an ending: `strong`, `fair` or `weak`."
    )


class EventTable(Table):
    """`[[scenario.event]]`: something that may happen when a scene opens, drawn from the seed."""

    id: Id = Field(description="Its id.")
    text: Text = Field(description="What happens.")
    chance: Annotated[float, Field(gt=0, le=1)] = Field(
        0.5, description="How likely it is: more than 0, at most 1."
    )
    scenes: Ids = Field(description="The scenes in which it may happen.")
    needs: Needs = Field({}, description="When it may happen.")
    effect: Effect = Field({}, description="What it does to the meters.")
    brings: Reference | None = Field(
        None, description="The claim that it brings: `claim` or `claim@quote`."
    )


class Scenario(Table):
    """`[[scenario]]`: branching decisions on the pack's claims."""

    id: Id = Field(description="The scenario's id.")
    title: Text = Field(description="The scenario's name, as players read it.")
    summary: str = Field("", description="What it is about, in one or two sentences.")
    as_of: dt.date | None = Field(None, description="The day on which it plays.")
    start: Id = Field(description="The id of the first scene.")
    undo: bool = Field(True, description="Whether a choice may be taken back.")
    meters: dict[Id, Meter] = Field(
        {}, description="Names with a first value from 0 to 100: `{ trust = 50 }`."
    )
    scene: Annotated[tuple[SceneTable, ...], ARRAY, Field(min_length=1)] = Field(
        description="Tables `[[scenario.scene]]`."
    )
    event: Annotated[tuple[EventTable, ...], ARRAY] = Field(
        (), description="Tables `[[scenario.event]]`."
    )


class PartFile(Table):
    """A file of a pack; `pack.toml` itself is a `PackFile`."""

    article: Annotated[tuple[ArticleTable, ...], ARRAY] = Field(
        (), description="Tables `[[article]]`: where quotes come from."
    )
    claim: Annotated[tuple[ClaimTable, ...], ARRAY] = Field(
        (), description="Tables `[[claim]]`: one who-did-what each, and its status."
    )
    question: Annotated[tuple[QuestionTable, ...], ARRAY] = Field(
        (), description="Tables `[[question]]`: one right answer among two to five."
    )
    set: Annotated[tuple[SetTable, ...], ARRAY] = Field(
        (), description="Tables `[[set]]`: lessons."
    )
    course: Annotated[tuple[CourseTable, ...], ARRAY] = Field(
        (), description="Tables `[[course]]`: lessons for several days."
    )
    left_out: Annotated[tuple[LeftOutTable, ...], ARRAY] = Field(
        (), description="Tables `[[left_out]]`: passages that no claim uses."
    )
    scenario: Annotated[tuple[Scenario, ...], ARRAY] = Field(
        (), description="Tables `[[scenario]]`: stories of decisions."
    )


class PackFile(PartFile):
    """The file that makes a folder a pack, or a pack in a single file."""

    format: Annotated[int, Field(ge=1, le=FORMAT)] = Field(
        description="The number of the format, 1. Only in `pack.toml` or the single file."
    )
    pack: PackTable = Field(description="The table `[pack]`. Only in the same file.")


WRITTEN_BY_FIX: frozenset[tuple[type[Table], str]] = frozenset(
    {(ClaimTable, "id"), (QuestionTable, "id"), (QuoteTable, "id")}
)
"""Keys that `check --fix` writes where authors leave them out."""
