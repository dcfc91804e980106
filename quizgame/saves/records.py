"""What a journal records: plain values, each meaningful without the others.

Text in them comes from packs that others wrote, and is kept as it is; clean it where it is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import datetime

Confidence = Literal["guess", "fairly", "sure", ""]
"""How sure the player said they were; empty where they were not asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer, judged when it was given: a key corrected later changes nothing here.

    Attributes:
        item: the item's id, `pack/claim?kind@quote`.
        quote: the id of the shown quote; empty if none was shown.
        chosen: the id of the chosen option, never its position.
        status: the status that the key gave at the time; empty for multiple choice.
        skill: the skill it counts for; empty if the item has none.
        article: the id of the shown quote's article; empty if none was shown.
        seconds: from the question to the answer; recorded, never scored.
        session: the sitting that it was given in.
        round: the id of its `Round`; empty outside a round.
        line: the line that was printed on the front page; empty if none was.
        at: aware, with the player's local offset.
        options: among how many a guess would have fallen; 0 where that was not kept.
    """

    item: str
    quote: str
    chosen: str
    right: bool
    status: str
    skill: str
    article: str
    confidence: Confidence
    seconds: float
    session: str
    round: str
    line: str
    at: datetime
    options: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """A round that was begun: enough to draw it again and go on where it stopped.

    Attributes:
        id: what its answers carry in `round`.
        name: the set's id, or what kind of round it is.
        title: how it was announced.
        items: the item ids in the order of play.
        seed: what the options were shuffled with.
    """

    id: str
    pack: str
    name: str
    title: str
    items: tuple[str, ...]
    seed: int
    session: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A choice of the player's; for one key the last counts. The key `name` names the player."""

    key: str
    value: str | int | bool
    session: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of a scenario's run; the steps of a run and its seed are enough to play it again.

    Attributes:
        run: what the steps of one run share; answers that count for it carry it in `round`.
        seed: what its events are drawn with.
        did: `begin`, `choose`, `ask` or `undo`; a later version may know more.
        scene: the id of the scene in which it was done; of `begin` the one that opened.
        chosen: the id of the choice or the ask; of `undo` the one that was taken back.
        line: the line that a choice printed; empty if it printed none, or counts as an answer.
    """

    run: str
    pack: str
    scenario: str
    seed: int
    did: str
    scene: str
    chosen: str
    line: str
    session: str
    at: datetime


Record = Answer | Round | Setting | Step
