"""The tables of a pack file, as authors write them (format 1).

These models are the public format: strict, frozen, and an unknown key is an error. What a field
leaves out is filled in by `load`, which turns the tables into the values of `pack`.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, Strict, StringConstraints

from quizgame.packs.pack import Role, Skill, Status, Wording

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

    id: Id
    title: Text
    as_of: dt.date | None = Field(None, description="The day on which players sit at the desk.")
    summary: str = ""
    level: str = ""
    language: str = "en"
    content_note: str = ""
    parties: Texts = Field((), description="Who arms, fights or punishes a side: never a checker.")


class ArticleTable(Table):
    """`[[article]]`: where quotes come from."""

    id: Id
    file: Text = Field(description="Inside the pack, or in a known articles folder.")
    outlet: Text
    title: str = ""
    published: dt.date | None = None
    dated: str = Field("", description="The date in words, where none is printed.")
    report: Id | None = Field(None, description="Articles that retell one report share it.")
    wording: Wording = "original"


class QuoteTable(Table):
    """`[[claim.quote]]` and `[[question.quote]]`: a passage, exactly as printed."""

    id: Id | None = Field(None, description="Default: the article's id.")
    article: Id | None = Field(None, description="Needed where the pack has several articles.")
    text: Text
    role: Role = "asserts"
    status: Status | None = Field(None, description="Where this article alone gives another.")
    who: str = ""
    source: str = ""
    cue: str = ""
    hedges: Texts = ()
    means: str = ""


Quotes = Annotated[tuple[QuoteTable, ...], ARRAY]


class ClaimTable(Table):
    """`[[claim]]`: one who-did-what, and its status."""

    id: Id | None = None
    text: Text
    status: Status
    quote: Text | Annotated[Quotes, Field(min_length=1)] = Field(
        description="The passage, or tables with one passage each."
    )
    headline: str = ""
    skill: Skill | None = None
    topic: str = ""
    why: str = ""
    lifts: str = ""
    contrast: Id | None = None
    also_accept: Annotated[tuple[Status, ...], ARRAY] = ()
    sensitive: bool = False
    level: Level | None = None


class OptionTable(Table):
    """One option of a question; with an id, its text can be mended without losing answers."""

    text: Text
    id: Id | None = None
    because: str = ""


class QuestionTable(Table):
    """`[[question]]`: one right answer among two to five."""

    id: Id | None = None
    ask: Text
    answer: Text | OptionTable
    wrong: Annotated[tuple[Text | OptionTable, ...], ARRAY, Field(min_length=1, max_length=4)]
    claims: Ids = ()
    quote: Text | Quotes = ()
    skill: Skill | None = None
    why: str = ""
    sensitive: bool = False
    level: Level | None = None


class SetTable(Table):
    """`[[set]]`: what is hosted, set as homework, or printed."""

    id: Id
    title: Text
    summary: str = ""
    items: Annotated[tuple[Text, ...], ARRAY, Field(min_length=1)]


class LeftOutTable(Table):
    """`[[left_out]]`: a passage that no claim uses, and the reason why not."""

    article: Id | None = Field(None, description="Needed where the pack has several articles.")
    text: Text = Field(description="Exactly as printed, like a quote.")
    because: Text


Effect = dict[Id, Change]
Needs = dict[Id, Comparison | Ids]
"""Meters with a comparison, and the lists of `quizgame.packs.scenes.LISTS`."""


class AskTable(Table):
    """A second source, a check, a call: it costs something and brings a claim, or nothing."""

    id: Id
    text: Text
    cost: Effect = {}
    brings: Reference | None = None
    nothing: str = Field("", description="What the player hears where it brings no claim.")


class JudgesTable(Table):
    """A choice that counts as an answer of a skill."""

    skill: Skill
    right: bool


class ChoiceTable(Table):
    """`[[scenario.scene.choice]]`: a decision, what it prints, and what follows."""

    id: Id
    text: Text
    prints: str = ""
    judges: JudgesTable | None = None
    needs: Needs = Field({}, description='Meters (">=40"), or `chose` with a list of choice ids.')
    effect: Effect = {}
    because: str = ""
    claims: References = Field((), description="Claims whose quotes explain what followed.")
    goes: Id


class InsteadTable(Table):
    """A scene that opens in place of another where its needs hold."""

    needs: Needs
    goes: Id


class SceneTable(Table):
    """`[[scenario.scene]]`: what lies on the desk, or an ending."""

    id: Id
    time: str = ""
    date: dt.date | None = Field(None, description="Default: the day on which the scenario plays.")
    text: str = ""
    desk: References = ()
    asks: Annotated[tuple[AskTable, ...], ARRAY] = ()
    choice: Annotated[tuple[ChoiceTable, ...], ARRAY] = ()
    deadline: Annotated[int, Field(ge=1, le=20)] | None = Field(
        None, description="How many asks fit before the page closes."
    )
    late: Id | None = Field(None, description="The scene that follows a missed deadline.")
    careful: Ids = Field((), description="The choices that a careful editor could have taken.")
    instead: Annotated[tuple[InsteadTable, ...], ARRAY] = Field(
        (), description="Scenes that open in place of this one; the first whose needs hold."
    )
    ending: str = ""
    grade: Annotated[str, StringConstraints(pattern=r"^(strong|fair|weak)$")] | None = None


class EventTable(Table):
    """`[[scenario.event]]`: something that may happen when a scene opens, drawn from the seed."""

    id: Id
    text: Text
    chance: Annotated[float, Field(gt=0, le=1)] = 0.5
    scenes: Ids
    needs: Needs = {}
    effect: Effect = {}
    brings: Reference | None = None


class Scenario(Table):
    """`[[scenario]]`: branching decisions on the pack's claims."""

    id: Id
    title: Text
    summary: str = ""
    as_of: dt.date | None = None
    start: Id
    undo: bool = Field(True, description="Whether a choice may be taken back.")
    meters: dict[Id, Meter] = {}
    scene: Annotated[tuple[SceneTable, ...], ARRAY, Field(min_length=1)]
    event: Annotated[tuple[EventTable, ...], ARRAY] = ()


class PartFile(Table):
    """A file of a pack; `pack.toml` itself is a `PackFile`."""

    article: Annotated[tuple[ArticleTable, ...], ARRAY] = ()
    claim: Annotated[tuple[ClaimTable, ...], ARRAY] = ()
    question: Annotated[tuple[QuestionTable, ...], ARRAY] = ()
    set: Annotated[tuple[SetTable, ...], ARRAY] = ()
    left_out: Annotated[tuple[LeftOutTable, ...], ARRAY] = ()
    scenario: Annotated[tuple[Scenario, ...], ARRAY] = ()


class PackFile(PartFile):
    """The file that makes a folder a pack, or a pack in a single file."""

    format: Annotated[int, Field(ge=1, le=FORMAT)]
    pack: PackTable
