"""Records as tables and back. Keys that a later version adds are passed over."""

from __future__ import annotations

from dataclasses import MISSING, Field, fields
from datetime import datetime
from typing import TYPE_CHECKING, get_args

from quizgame.saves.blocks import in_whole_minutes
from quizgame.saves.records import Answer, Confidence, Record, Round, Setting, Step

if TYPE_CHECKING:
    from quizgame.saves.formats import Table

_KINDS: dict[str, type[Answer | Round | Setting | Step]] = {
    "answer": Answer,
    "round": Round,
    "setting": Setting,
    "step": Step,
}
_NAMES = {cls: kind for kind, cls in _KINDS.items()}
_TYPES: dict[str, tuple[type, ...]] = {
    "str": (str,),
    "Confidence": (str,),
    "bool": (bool,),
    "int": (int,),
    "float": (float, int),
    "datetime": (datetime,),
    "tuple[str, ...]": (list,),
    "str | int | bool": (str, int, bool),
}


def _type_of(field: Field[object]) -> str:
    return field.type if isinstance(field.type, str) else field.type.__name__


_SHAPES = {
    kind: tuple((field.name, _TYPES[_type_of(field)], field.default) for field in fields(cls))
    for kind, cls in _KINDS.items()
}


def kinds() -> tuple[str, ...]:
    """The kinds of records that this version has."""
    return tuple(_KINDS)


def known(kind: str) -> bool:
    """Whether this version has records of this kind."""
    return kind in _KINDS


def to_table(record: Record) -> tuple[str, Table]:
    """A record's kind and its table.

    Raises:
        ValueError: its time has no offset.
    """
    table: Table = {field.name: getattr(record, field.name) for field in fields(record)}
    table["at"] = in_whole_minutes(record.at)
    return _NAMES[type(record)], table


def to_record(kind: str, table: Table, shared: dict[str, str]) -> Record | None:
    """The record of a known kind; None if a value is missing or of another type.

    What came into the format later has a default, and may be missing.

    Args:
        kind: a known one.
        table: what the block says.
        shared: strings met before; a journal repeats itself, and memory need not.
    """
    values: dict[str, object] = {}
    for name, types, default in _SHAPES[kind]:
        value = table.get(name, default)
        if value is MISSING or type(value) not in types:
            return None
        values[name] = shared.setdefault(value, value) if isinstance(value, str) else value
    if not _mend(values):
        return None
    return _KINDS[kind](**values)  # type: ignore[arg-type]


def _mend(values: Table) -> bool:
    """Turn what TOML cannot tell apart into what records hold; False if it cannot be."""
    at = values["at"]
    if isinstance(at, datetime) and at.tzinfo is None:
        return False
    if "seconds" in values:
        values["seconds"] = float(values["seconds"])  # type: ignore[arg-type]
    if values.get("confidence", "") not in get_args(Confidence):
        values["confidence"] = ""
    if isinstance(items := values.get("items"), list):
        values["items"] = tuple(items)
        return all(isinstance(item, str) for item in items)
    return True
