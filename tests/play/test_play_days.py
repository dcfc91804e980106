"""Rounds of a day: corrections, the daily round, courses and tests."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pack_samples import claim, pack, question
from play_samples import FACTS, NOON, WORDS, play

from quizgame.game.courses import place
from quizgame.packs.library import find
from quizgame.packs.pack import Course, ItemSet
from quizgame.play.dealer import Dealer
from quizgame.play.desk import Desk as Room
from quizgame.play.player import CONFIDENCE, SENSITIVE, Player
from quizgame.saves.reading import read
from quizgame.saves.records import Setting

BEFORE = ItemSet("before", "Before", ("fact-0", "word-0"), test="before")
AFTER = ItemSet("after", "After", ("fact-1", "word-1"), test="after")
LESSON = ItemSet("lesson", "A lesson", ("fact-2", "word-2"))
FULL = pack(
    *FACTS,
    *WORDS,
    question("why", claims=("fact-7",)),
    *(claim(f"scope-{n}", "confirmed" if n % 2 else "alleged", skill="scope") for n in range(4)),
    BEFORE,
    AFTER,
    LESSON,
    courses={"days": Course("days", "Days", ("lesson",))},
)
PLAIN = replace(FULL, sets={}, courses={})


class Desk:
    """A player and a clock that can be turned on."""

    def __init__(self, folder, of=FULL, seed=1):
        self.now = NOON
        self.player = Player(folder)
        self.dealer = Dealer(of, self.player, lambda: self.now, seed)

    def tomorrow(self):
        self.now += timedelta(days=1)

    def again(self):
        """The same player after the game was closed and opened."""
        self.player.flush()
        self.player = Player(self.player.folder, read(self.player.path))
        self.dealer = Dealer(self.dealer.pack, self.player, lambda: self.now, 5)


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path)


@pytest.fixture
def plain(tmp_path):
    return Desk(tmp_path, PLAIN)


def refs(sitting):
    return [item.partition("/")[2].partition("?")[0] for item in sitting.round.items]


# Corrections


def test_without_a_miss_there_is_no_round_of_corrections(plain):
    play(plain.dealer.new_round())
    assert plain.dealer.agenda().waiting == 0
    assert plain.dealer.corrections() is None


def test_a_round_of_corrections_strikes_them_out(plain):
    missed = play(plain.dealer.new_round(), right=False, items=1)[0]
    assert plain.dealer.agenda().waiting == 1
    sitting = plain.dealer.corrections()
    assert missed.item not in sitting.round.items
    assert (sitting.round.name, sitting.total) == ("corrections", 2)
    play(sitting)
    assert plain.dealer.agenda().waiting == 0


def test_the_agenda_follows_every_answer_and_the_day(plain):
    play(plain.dealer.new_round())
    first = plain.dealer.agenda()
    assert plain.dealer.agenda() is first
    assert first.due == ()
    plain.now += timedelta(days=3)
    assert plain.dealer.agenda().due != ()


# The daily round


def test_the_daily_round_is_the_same_for_everybody_that_day(tmp_path):
    one, other = Desk(tmp_path / "a", PLAIN, seed=1), Desk(tmp_path / "b", PLAIN, seed=2)
    play(other.dealer.new_round(), right=False)
    other.player.keep(Setting(key=SENSITIVE, value=False, session="s", at=NOON))
    first, second = one.dealer.daily(), other.dealer.daily()
    assert first.round.items == second.round.items
    assert [first.next() for _ in range(6)] == [second.next() for _ in range(6)]
    one.tomorrow()
    assert one.dealer.daily().round.items != first.round.items


def test_it_is_played_once(plain):
    assert plain.dealer.daily_left() is None
    play(plain.dealer.daily(), items=2)
    assert plain.dealer.daily_left() == 4
    plain.again()
    left = plain.dealer.daily()
    assert (left.number, left.total) == (2, 6)
    play(plain.dealer.new_round())
    play(plain.dealer.daily())
    assert (plain.dealer.daily_left(), plain.dealer.daily()) == (0, None)
    plain.tomorrow()
    assert plain.dealer.daily_left() is None


# Courses


def here(desk):
    return desk.dealer.courses()[0]


def test_a_course_goes_on_day_by_day(desk):
    for name in ("before", "lesson", "after"):
        assert here(desk).next.name == name
        assert here(desk).opens is None
        play(desk.dealer.play_part(here(desk).next))
        assert here(desk).opens == (
            (desk.now + timedelta(days=1)).date() if name != "after" else None
        )
        desk.tomorrow()
    assert here(desk).next is None


def test_a_part_that_was_left_goes_on_where_it_stopped(desk):
    play(desk.dealer.play_part(here(desk).next), items=1)
    play(desk.dealer.new_round())
    desk.again()
    assert here(desk).done == 0
    sitting = desk.dealer.play_part(here(desk).next)
    assert (sitting.number, sitting.total) == (1, 2)


def test_a_part_that_was_skipped_through_is_done(desk):
    sitting = desk.dealer.play_part(here(desk).next)
    while sitting.next():
        pass
    assert here(desk).done == 1
    desk.again()
    assert here(desk).done == 1


def test_a_lesson_can_be_played_on_any_day_and_counts(desk):
    play(desk.dealer.play_part(here(desk).next))
    assert here(desk).opens
    play(desk.dealer.play_set(LESSON))
    assert here(desk).next.name == "after"


def test_a_course_made_from_a_pack_draws_a_block_a_day(tmp_path):
    skills = ("record", "word", "scope", "silence", "headline", "chain")
    of = pack(
        *(
            claim(f"{s}-{n}", "confirmed" if n % 2 else "alleged", skill=s, level=1)
            for s in skills
            for n in range(8)
        )
    )
    desk = Desk(tmp_path, of)
    seen: list[str] = []
    for number in range(5):
        part = here(desk).next
        sitting = desk.dealer.play_part(part)
        assert sitting.round.name == f"course/{number + 1}"
        given = play(sitting)
        if part.skills:
            assert {a.skill for a in given} == set(part.skills)
        assert set(refs(sitting)).isdisjoint(seen)
        seen += refs(sitting)
        desk.tomorrow()
    assert here(desk).next is None


# Tests


def test_a_test_gives_nothing_away_before_its_end(desk):
    sitting = desk.dealer.play_part(here(desk).next)
    assert sitting.exam
    play(sitting, right=False, items=1)
    assert len(desk.player.answers) == 1
    assert desk.dealer.told() == []
    assert desk.dealer.agenda().waiting == 0
    play(desk.dealer.new_round())
    assert all(a.round != sitting.round.id for a in desk.dealer.told())
    play(desk.dealer.play_part(here(desk).next), right=False)
    assert len(desk.dealer.told()) == len(desk.player.answers)
    assert desk.dealer.agenda().waiting == 1  # The round between struck the other out.


def test_the_reader_marks_nothing_of_a_test_that_is_not_at_its_end(tmp_path):
    room = Room(find([tmp_path]), tmp_path, Player(tmp_path), lambda: NOON, 1)
    room.pack = FULL
    sitting = room.dealer.play_set(BEFORE)
    play(sitting, items=1)
    assert room.judged(FULL) == frozenset()
    play(sitting)
    assert room.judged(FULL) == {"fact-0", "word-0"}


def test_a_test_asks_how_sure_from_the_first_time_on_unless_it_is_switched_off(desk):
    assert desk.dealer.play_set(BEFORE).asks_confidence
    assert not Desk(desk.player.folder).dealer.play_set(LESSON).asks_confidence
    desk.player.keep(Setting(key=CONFIDENCE, value=False, session="s", at=NOON))
    assert not desk.dealer.play_set(AFTER).asks_confidence


def test_only_a_test_after_is_compared_and_only_with_one_that_was_finished(desk):
    after = desk.dealer.play_set(AFTER)
    assert desk.dealer.answers_before(after) == []
    before = desk.dealer.play_set(BEFORE)
    play(before, items=1)
    assert desk.dealer.answers_before(after) == []
    play(before)
    assert desk.dealer.answers_before(after) == before.given
    play(desk.dealer.play_set(BEFORE), items=1)
    assert desk.dealer.answers_before(after) == before.given
    assert desk.dealer.answers_before(desk.dealer.play_set(LESSON)) == []


# Points


def test_a_round_adds_up_its_points(desk):
    play(desk.dealer.new_round())
    sitting = desk.dealer.play_set(LESSON)
    sitting.next()
    sitting.answer("confirmed", "sure", 1.0)
    sitting.next()
    sitting.answer("confirmed", "guess", 1.0)
    assert sitting.points() == (10, 20)
    assert desk.dealer.play_set(LESSON).points() == (0, 0)


def test_what_was_earned_stays_though_the_pack_loses_the_item(desk):
    play(desk.dealer.new_round())
    sitting = desk.dealer.play_set(LESSON)
    sitting.next()
    sitting.answer("confirmed", "sure", 1.0)
    earned = sitting.points()
    assert earned.most == 10
    sitting.pack = pack()
    assert sitting.points() == earned


def test_where_a_player_stands_follows_from_the_save_alone(desk):
    play(desk.dealer.play_part(here(desk).next))
    before = here(desk)
    desk.again()
    assert here(desk) == before
    assert desk.player.played("small") == {"before": NOON.date()}
    assert desk.player.played("other") == {}
    assert place(before.plan, desk.player.played("small"), NOON.date()) == before
