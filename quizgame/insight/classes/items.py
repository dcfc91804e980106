"""What each item's answers tell: how many were right, what the others chose, what talking did."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.game import marking
from quizgame.insight.classes.counting import scored, surely_wrong, tally, votes
from quizgame.insight.classes.moments import mean
from quizgame.insight.classes.score import Score, score

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from quizgame.insight.given import AskedItem, AskedOption, Given, Held

HARDLY = 0.05
"""A wrong option that a smaller share chose does no work."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An option of an item, or words that somebody marked.

    Attributes:
        id: as the answers have it.
        because: the misconception behind it, if the pack's author has written one.
        right: whether it is an accepted answer; of raised hands and marks, too.
        count: how many people chose it.
        share: of all answers, 0 to 1.
        mean_total: the mean share right over everything, 0 to 1, of the students of a class who
            chose it; None where there are none.
    """

    id: str
    text: str
    because: str
    right: bool
    count: int
    share: float
    mean_total: float | None

    @property
    def idle(self) -> bool:
        """Whether it is a wrong option that hardly anybody takes."""
        return not self.right and self.share < HARDLY


@dataclass(frozen=True, slots=True)
class Talked:
    """A vote before a discussion and one after it, before the key was told.

    Attributes:
        to_right: how many people who voted twice went from a wrong answer to a right one.
        to_wrong: how many went the other way.
    """

    first: Score
    second: Score
    to_right: int
    to_wrong: int

    @property
    def gain(self) -> float | None:
        """How much the share right grew, -1 to 1; None where a vote has no answers."""
        before, after = self.first.share, self.second.share
        return None if before is None or after is None else after - before


@dataclass(frozen=True, slots=True)
class ItemResult:
    """One item over everything that is reported, in people, without a look at who answered.

    Attributes:
        key: the text of the right answer; empty where it is not known.
        score: the answers that count; of raised hands, what was counted.
        reported: the part of `score` that comes from students' own saves.
        by_guessing: the share that guessing would give.
        surely_wrong: how many people were sure of an answer that was not right.
        choices: in the order in which they were shown.
    """

    item: str
    kind: str
    statement: str
    skill: str
    key: str
    score: Score
    reported: Score
    by_guessing: float
    surely_wrong: int
    choices: tuple[Choice, ...]
    talked: Talked | None


@dataclass(frozen=True, slots=True)
class _Place:
    """An item where it was asked.

    Attributes:
        votes: everybody's answers in both votes.
        totals: of everybody in that class session the share right; empty for a save.
    """

    item: AskedItem
    votes: tuple[Given, ...]
    totals: Mapping[str, float]

    @property
    def counted(self) -> Iterator[Given]:
        return (one for one in self.votes if one.counts)

    def hands(self, vote: int) -> Mapping[str, int]:
        """Raised hands by option in one vote."""
        return self.item.hands[vote - 1] if 0 < vote <= len(self.item.hands) else {}

    def given(self, vote: int) -> dict[str, Given]:
        """The answers of one vote, by student."""
        return {one.student: one for one in self.votes if one.vote == vote}

    def score(self, vote: int) -> Score:
        """Everybody's answers in one vote, and raised hands."""
        hands = self.hands(vote)
        raised = Score(sum(hands.get(key, 0) for key in self.item.answers), sum(hands.values()))
        return raised + score(self.given(vote).values())


def items(every: Sequence[Held]) -> tuple[ItemResult, ...]:
    """Every item on which somebody could be right, in the order in which they were asked."""
    asked: dict[str, list[_Place]] = defaultdict(list)
    for held in every:
        given = _by_item(held)
        sums = tally(held).totals() if held.origin == "class" else {}
        for item in scored(held):
            asked[item.item].append(_Place(item, tuple(given[item.item]), sums))
    return tuple(_item(places) for places in asked.values())


def _by_item(held: Held) -> dict[str, list[Given]]:
    found: dict[str, list[Given]] = defaultdict(list)
    for given in votes(held):
        if given.right is not None:
            found[given.item].append(given)
    return found


def _item(places: Sequence[_Place]) -> ItemResult:
    last = _fullest(places)
    given = [one for place in places for one in place.counted]
    choices = _choices(places, given)
    hands = _hands(places)
    raised = Score(sum(hands[c.id] for c in choices if c.right), sum(hands.values()))
    return ItemResult(
        item=last.item,
        kind=last.kind,
        statement=last.statement,
        skill=last.skill,
        key=next((choice.text for choice in choices if choice.id in last.answers[:1]), ""),
        score=score(given) + raised,
        reported=score(one for one in given if one.origin == "self"),
        by_guessing=1 / max(2, last.guesses),
        surely_wrong=surely_wrong(given),
        choices=choices,
        talked=_talked(places),
    )


def _fullest(places: Sequence[_Place]) -> AskedItem:
    """The item as it was asked last, by a class if one did: a save does not tell its options."""
    asked = [place.item for place in places]
    return max(reversed(asked), key=lambda item: (bool(item.options), bool(item.answers)))


def _hands(places: Sequence[_Place]) -> Counter[str]:
    """Raised hands by option, in the last vote that counts and has some."""
    found: Counter[str] = Counter()
    for place in places:
        found.update(place.hands(place.item.raised))
    return found


def _choices(places: Sequence[_Place], given: Sequence[Given]) -> tuple[Choice, ...]:
    options: dict[str, AskedOption] = {o.id: o for place in places for o in place.item.options}
    accepted = {one.chosen for one in given if one.right}
    accepted.update(*(place.item.answers for place in places))
    counts = _hands(places)
    for one in given:
        counts[one.chosen] += one.people
    sums: dict[str, list[float]] = defaultdict(list)
    for place in places:
        for one in place.counted:
            if one.student in place.totals:
                sums[one.chosen].append(place.totals[one.student])
    # What was marked has no option, and neither has the key of a save: the most frequent first.
    known = {*counts, *_fullest(places).answers[:1]} - options.keys()
    marked = sorted(known, key=lambda chosen: (-counts[chosen], chosen))
    number = counts.total()
    return tuple(
        Choice(
            id=chosen,
            text=options[chosen].text if chosen in options else marking.bare(chosen),
            because=options[chosen].because if chosen in options else "",
            right=chosen in accepted,
            count=counts[chosen],
            share=counts[chosen] / number if number else 0.0,
            mean_total=mean(sums[chosen]) if sums[chosen] else None,
        )
        for chosen in (*options, *marked)
    )


def _talked(places: Sequence[_Place]) -> Talked | None:
    """Both votes where a class talked before the key was told; None where none did."""
    twice = [place for place in places if place.item.counted > 1]
    if not twice:
        return None
    first, second = (sum((place.score(n) for place in twice), Score(0, 0)) for n in (1, 2))
    changes: Counter[tuple[bool, bool]] = Counter()
    for place in twice:
        changes.update(_changes(place))
    return Talked(first, second, changes[False, True], changes[True, False])


def _changes(place: _Place) -> Counter[tuple[bool, bool]]:
    """How many people who voted twice were right before, and right after."""
    before, after = place.given(1), place.given(2)
    found: Counter[tuple[bool, bool]] = Counter()
    for student in before.keys() & after.keys():
        found[bool(before[student].right), bool(after[student].right)] += after[student].people
    return found
