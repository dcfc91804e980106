"""A rehearsal goes through items in any order, and survives a pack that changes."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st
from pack_samples import claim, few, pack, packs, question

from quizgame.game.grading import grade
from quizgame.game.items import parse
from quizgame.play.rehearsal import Rehearsal, every_item

NOW = datetime(2026, 5, 1, tzinfo=UTC)


def rehearsal(made, at=""):
    return Rehearsal(made, every_item(made), lambda: NOW, at)


def test_items_stand_in_the_order_of_the_pack():
    made = pack(claim("b", "confirmed"), claim("a"), question("q"))
    names = [item.partition("/")[2].partition("?")[0] for item in every_item(made)]
    assert list(dict.fromkeys(names)) == ["b", "a", "q"]


@few
@given(made=packs())
def test_every_item_can_be_asked_and_its_key_is_right(made):
    sitting = rehearsal(made)
    for number, item in enumerate(every_item(made), 1):
        asked = sitting.next()
        assert (asked.item, sitting.number, sitting.current) == (item, number, item)
        assert grade(made, parse(item, made), sitting.key()).right
        assert sitting.answer(sitting.key(), "", 0).right
    assert sitting.next() is None


@few
@given(before=packs(), after=packs(), start=st.integers(0, 40))
def test_a_pack_that_was_read_anew_goes_on_at_the_same_item(before, after, start):
    items, now = every_item(before), every_item(after)
    if not items or not now:
        return
    sitting = rehearsal(before, items[start % len(items)])
    current = sitting.next().item
    assert sitting.take(after, now) == (current in now)
    asked = sitting.next()
    if current in now:
        assert asked.item == current
    else:
        assert asked.item in now


def test_it_turns_both_ways_and_stays_within_its_items():
    made = pack(claim("a"), claim("b"))
    sitting = rehearsal(made)
    first = sitting.next().item
    sitting.turn_to(-5)
    assert sitting.next().item == first
    sitting.turn_to(99)
    assert sitting.next().item == every_item(made)[-1]
    assert sitting.next() is None


def test_a_pack_may_lose_every_item_and_get_them_back():
    made = pack(claim("a"))
    sitting = rehearsal(made)
    sitting.next()
    assert not sitting.take(pack(), [])
    assert (sitting.current, sitting.next()) == ("", None)
    sitting.take(made, every_item(made))
    assert sitting.next().item == every_item(made)[0]
