"""A player's doubts about an item, kept beside the save for the teacher."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from quizgame.saves import blocks, disk
from quizgame.saves.appending import add_block
from quizgame.saves.blocks import in_whole_minutes
from quizgame.saves.glance import glance
from quizgame.saves.head import new_head
from quizgame.saves.locks import locked
from quizgame.saves.names import notes_name
from quizgame.saves.reading import load
from quizgame.saves.refusals import moved, telling

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from quizgame.saves.formats import Table

KEYS = ("item", "quote", "status", "rule", "text", "at")
"""What a note holds: texts, and when it was written."""


def note(
    path: Path,
    *,
    item: str,
    quote: str,
    status: str,
    rule: str,
    text: str = "",
    at: datetime,
    player: str = "",
) -> Path:
    """Add a note about an item to `<stem>.notes.toml` beside the save; durable like an answer.

    Args:
        path: the player's save.
        item: the item's id.
        quote: the passage as it was shown.
        status: the status that the key gives.
        rule: the rule that decided.
        text: the player's own words, if any.
        at: aware, with the player's local offset.
        player: the `Save.id` that is meant, as for `append`.

    Returns:
        The file that holds the notes.

    Raises:
        NotSaved: why, and what to do.
        ValueError: `at` has no offset.
    """
    table: Table = {"item": item, "quote": quote, "status": status, "rule": rule, "text": text}
    table["at"] = in_whole_minutes(at)
    notes = path.with_name(notes_name(path.name))
    # The save's lock, so that notes and save are never moved apart.
    with telling(notes), locked(path):
        with telling(path):
            owner = glance(path)
        if player and owner.id and owner.id != player:
            raise moved(path)
        if not os.path.lexists(notes):
            disk.make(notes, new_head(owner.name, at, owner.id))
        add_block(notes, "note", table)
    return notes


def notes_of(path: Path) -> list[Table]:
    """The notes beside a save, in order; what is damaged is passed over.

    Raises:
        UnreadableSave: there is a file of notes, but it is none.
    """
    notes = path.with_name(notes_name(path.name))
    if not os.path.lexists(notes):
        return []
    data, head = load(notes)
    sound = (one for one in blocks.split(data, max(head.length - 1, 0)) if one.state == "sound")
    tables = [parsed[1] for one in sound if (parsed := blocks.parse(one.body))]
    return [{key: table[key] for key in KEYS if key in table} for table in tables]
