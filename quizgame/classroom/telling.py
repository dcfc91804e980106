"""What happens in a session, one plain line each, for people and for programs."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING

from quizgame.classroom.events import Answered, Begun, Event, Joined
from quizgame.classroom.lesson import Question

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizgame.classroom.folder import Running
    from quizgame.classroom.wire.outgoing import HostView

_LEFT_OUT: dict[type[Event], frozenset[str]] = {
    # What somebody answered is nobody's business while they are watched.
    Answered: frozenset({"choice", "confidence", "right", "submission"}),
    Joined: frozenset({"token"}),
    Begun: frozenset({"lesson"}),
}


def line(event: Event) -> str:
    """`12.500 joined student=1 name="Brave Otter" …`: seconds, what happened, its particulars."""
    hidden = _LEFT_OUT.get(type(event), frozenset()) | {"t"}
    told = ((one.name, getattr(event, one.name)) for one in fields(event) if one.name not in hidden)
    return _joined([f"{event.t:.3f}", type(event).__name__.lower()], told)


def listening(running: Running) -> str:
    """`listening session=… code=… address=… port=… pid=…`: students can join from now on."""
    return _joined(
        ["listening"],
        [
            ("session", running.session),
            ("code", running.code),
            ("address", running.host),
            ("port", running.port),
            ("pid", running.pid),
        ],
    )


def status(view: HostView) -> str:
    """`phase=open question=2 of=6 …`: how things stand."""
    common = view.common
    tally = view.tallies[-1] if view.tallies else None
    told: list[tuple[str, object]] = [("phase", str(common.phase)), ("question", common.number)]
    told += [("of", common.total)] if common.total is not None else []
    told += [("vote", common.vote)] if common.vote else []
    told += [("left", round(common.left, 1))] if common.left is not None else []
    told += [("paused", common.paused), ("closed", view.closed)]
    told += [("answered", tally.answered)] if tally else []
    told += [("present", sum(seat.present for seat in view.seats)), ("joined", len(view.seats))]
    told += [("bad", view.bad_frames)] if view.bad_frames else []
    told += [("unsaved", view.unsaved)] if view.unsaved else []
    told += [("notice", view.notice)] if view.notice else []
    return _joined([], told)


def _joined(
    begin: Sequence[str], told: Iterator[tuple[str, object]] | list[tuple[str, object]]
) -> str:
    return " ".join([*begin, *(f"{name}={_value(value)}" for name, value in told)])


def _value(value: object) -> str:
    if isinstance(value, Question):
        return _value(value.id)
    if isinstance(value, str):
        # A value with nothing in it that ends a word stands alone.
        plain = value.isascii() and value and all(c.isalnum() or c in "-_./:@?+" for c in value)
        return value if plain else json.dumps(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return json.dumps(value)
