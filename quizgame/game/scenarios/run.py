"""A run of a scenario: the same moves and seed give the same run."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import TYPE_CHECKING, Literal

from quizgame.errors import QuizgameError
from quizgame.game.scenarios import moves

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizgame.game.scenarios.moves import Arrival, Lots
    from quizgame.game.scenarios.plan import Plan
    from quizgame.game.scenarios.state import State
    from quizgame.packs.models import EventTable

MoveKind = Literal["choose", "ask", "undo"]


class MoveRefusedError(QuizgameError):
    """A move that cannot be made where the run stands."""


@dataclass(frozen=True, slots=True)
class Move:
    """What a player did: made a choice, asked, or took the last decision back.

    Attributes:
        scene: the id of the scene in which it was done.
        id: of the choice or the ask; empty for an undo.
    """

    kind: MoveKind
    scene: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """A choice or an ask, and what came of it.

    Attributes:
        before: the state in which it was done.
        effected: the meters after its own effect, before anything happened on arrival.
        arrival: where the run stands afterwards; the same scene after an ask in time.
    """

    move: Move
    before: State
    effected: tuple[int, ...]
    arrival: Arrival

    @property
    def decided(self) -> bool:
        """Whether the scene was left: by a choice, or by an ask that came too late."""
        return self.move.kind == "choose" or self.arrival.state.used == 0


@dataclass(frozen=True, slots=True)
class Run:
    """A scenario being played, with everything that was done and not taken back."""

    plan: Plan
    seed: int
    opening: Arrival
    turns: tuple[Turn, ...] = ()

    @property
    def arrival(self) -> Arrival:
        """How the run came to where it stands."""
        return self.turns[-1].arrival if self.turns else self.opening

    @property
    def state(self) -> State:
        """Where it stands."""
        return self.arrival.state

    @property
    def ended(self) -> bool:
        """Whether the story is over."""
        return moves.is_ending(self.plan, self.state)

    @property
    def stuck(self) -> bool:
        """Whether no way leads on though the story is not over: a flaw that the checker finds."""
        possible = moves.choices(self.plan, self.state) or moves.asks(self.plan, self.state)
        return not self.ended and not possible

    @property
    def undoes(self) -> bool:
        """Whether a decision can be taken back."""
        return self.plan.scenario.undo and any(turn.decided for turn in self.turns)


def begin(plan: Plan, seed: int) -> Run:
    """A run at its first scene."""
    return Run(plan, seed, moves.begin(plan, _drawn(seed))[0])


def take(run: Run, move: Move) -> Run:
    """The run after one more move.

    Raises:
        MoveRefusedError: the move is of another scene, or cannot be made now.
    """
    if move.scene != run.state.scene:
        raise _refused(move)
    match move.kind:
        case "choose":
            return _choose(run, move)
        case "ask":
            return _ask(run, move)
        case _:
            return _undo(run, move)


def replay(plan: Plan, seed: int, moves_made: Iterable[Move]) -> tuple[Run, int]:
    """The run that the moves lead to, and how many did not fit and were passed over.

    A move does not fit after its pack has changed, or where two programs played one run at a time.
    """
    run, passed = begin(plan, seed), 0
    for move in moves_made:
        try:
            run = take(run, move)
        except MoveRefusedError:
            passed += 1
    return run, passed


def _choose(run: Run, move: Move) -> Run:
    choice = next((c for c in moves.choices(run.plan, run.state) if c.id == move.id), None)
    if choice is None:
        raise _refused(move)
    after = moves.made(run.plan, run.state, choice)
    arrival = moves.go(run.plan, after, choice.goes, _drawn(run.seed))[0]
    return _with(run, Turn(move, run.state, after.meters, arrival))


def _ask(run: Run, move: Move) -> Run:
    ask = next((a for a in moves.asks(run.plan, run.state) if a.id == move.id), None)
    if ask is None:
        raise _refused(move)
    after = moves.asked(run.plan, run.state, ask)
    late = run.plan.scenes[move.scene].late
    if moves.is_spent(run.plan, run.state) and late is not None:
        arrival = moves.go(run.plan, after, late, _drawn(run.seed))[0]
    else:
        arrival = moves.Arrival(after)
    return _with(run, Turn(move, run.state, after.meters, arrival))


def _undo(run: Run, move: Move) -> Run:
    """The run before its last decision; what was asked since then is forgotten too."""
    if not run.undoes:
        raise _refused(move)
    last = max(place for place, turn in enumerate(run.turns) if turn.decided)
    return replace(run, turns=run.turns[:last])


def _with(run: Run, turn: Turn) -> Run:
    return replace(run, turns=(*run.turns, turn))


def _drawn(seed: int) -> Lots:
    """Lots that depend on the seed, the event and the scene, and not on what came before.

    So a decision that is taken back and made again meets the same luck.
    """

    def lots(event: EventTable, scene: str) -> tuple[bool]:
        drawn = blake2b(f"{seed} {event.id} {scene}".encode(), digest_size=8).digest()
        return (int.from_bytes(drawn) / 2**64 < event.chance,)

    return lots


def _refused(move: Move) -> MoveRefusedError:
    return MoveRefusedError(
        "This cannot be done now",
        f'The scene "{move.scene}" does not offer "{move.id or move.kind}" here.',
        "Go on with what the page offers.",
    )
