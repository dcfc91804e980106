"""One round: drawn, asked, answered, kept, left and taken up again."""

from dataclasses import replace

import pytest
from pack_samples import claim, pack, question
from play_samples import FIRST, LESSON, NOON, SMALL, dealer, fresh, play

from quizgame.game.items import UnknownItemError
from quizgame.packs.pack import ItemSet
from quizgame.play.dealer import Dealer
from quizgame.play.player import CLOSED, FIRST_SESSION, SENSITIVE, Player
from quizgame.play.reviewing import review, statement
from quizgame.saves.reading import read
from quizgame.saves.records import Answer, Round, Setting


@pytest.fixture
def player(tmp_path):
    return fresh(tmp_path)


def written(sitting):
    return list(sitting.round.items)


def again(player):
    """The same player, read from the disk by another program."""
    player.flush()
    return Player(player.folder, read(player.path))


def test_a_round_is_kept_before_anything_is_asked(player):
    sitting = dealer(player).new_round()
    assert player.rounds == [sitting.round]
    assert (sitting.total, sitting.number, sitting.given) == (6, 0, [])
    assert (sitting.round.name, sitting.round.title) == ("round", "A small pack")
    assert sitting.round.at == NOON


def test_the_items_are_asked_in_order(player):
    sitting = dealer(player).new_round()
    asked = []
    while one := sitting.next():
        asked.append(one.item)
        assert sitting.number == len(asked)
        sitting.answer("confirmed", "", 1)
    assert asked == written(sitting)
    assert [answer.item for answer in sitting.given] == asked
    assert player.open_round() is None


def test_an_answer_is_kept_with_all_that_it_needs(player):
    sitting = dealer(player).play_set(ItemSet("s", "S", ("word-0",)))
    sitting.next()
    told = sitting.answer("confirmed", "sure", 2.345)
    assert player.answers == [
        Answer(
            item="small/word-0?two-way@gazette",
            quote="gazette",
            chosen="confirmed",
            right=False,
            status="alleged",
            skill="word",
            article="gazette",
            confidence="sure",
            seconds=2.3,
            session=sitting.round.session,
            round=sitting.round.id,
            line="Mayor: Headline word-0",
            at=NOON,
            options=2,
        )
    ]
    assert not told.right
    assert sitting.last.chosen == "confirmed"
    assert told.verdict.startswith("Not this time.")


def test_a_question_s_answer_has_no_quote_and_prints_nothing(player):
    sitting = dealer(player).play_set(ItemSet("s", "S", ("why",)))
    sitting.next()
    sitting.answer("why-key", "guess", 0.04)
    (kept,) = player.answers
    assert (kept.quote, kept.article, kept.status, kept.line) == ("", "", "", "")
    assert (kept.right, kept.skill, kept.chosen, kept.seconds) == (True, "scope", "why-key", 0.0)


def test_a_skill_that_is_missing_is_empty(player):
    small = pack(claim("it", skill=None))
    sitting = dealer(player, small).new_round()
    sitting.next()
    sitting.answer("alleged", "", 1)
    assert player.answers[0].skill == ""


def test_the_last_answer_is_forgotten_when_the_next_is_asked(player):
    sitting = dealer(player).new_round()
    play(sitting, items=1)
    assert sitting.last
    sitting.next()
    assert sitting.last is None


def test_a_set_in_its_author_s_order(player):
    sitting = dealer(player).play_set(LESSON)
    assert written(sitting) == [
        "small/fact-0?two-way@gazette",
        "small/why?choice",
        "small/word-1?five-way@gazette",
    ]
    assert (sitting.round.name, sitting.round.title) == ("lesson", "A lesson")
    assert all(answer.right for answer in play(sitting))


# First session


def test_the_first_session_is_the_pack_s_own(player):
    sitting = dealer(player, replace(SMALL, sets={FIRST.id: FIRST})).first_session()
    assert [item.split("?")[0] for item in written(sitting)] == ["small/word-0", "small/fact-0"]
    assert sitting.round.title == "Your first page"
    assert not sitting.asks_confidence


def test_a_pack_without_one_gets_four_fixed_items(player, tmp_path):
    one, two = (dealer(fresh(tmp_path), seed=seed).first_session() for seed in (1, 2))
    assert written(one) == written(two)
    assert len(written(one)) == 4
    assert one.round.name == FIRST_SESSION
    sides = [SMALL.claims[i.split("/")[1].split("?")[0]].status for i in written(one)]
    assert sides.count("confirmed") == 2


def test_an_empty_pack_can_be_played_at_once_to_its_end(player):
    for begin in ("first_session", "new_round"):
        sitting = getattr(dealer(player, pack()), begin)()
        assert sitting.next() is None
        assert player.open_round() is None


# Drawing


def test_rounds_follow_from_the_seed(tmp_path):
    def items(seed):
        player = fresh(tmp_path)
        return [written(dealer(player, seed=seed).new_round()) for _ in range(3)]

    assert items(5) == items(5)
    assert items(5) != items(500)
    first, second, _ = items(5)
    assert first != second


@pytest.mark.parametrize("seed", [-7, 0, 2**70])
def test_any_number_is_a_seed(player, seed):
    sitting = dealer(player, seed=seed).new_round()
    assert sitting.round.seed == seed
    play(sitting, items=1)
    assert dealer(again(player)).resume().round == sitting.round


def test_without_a_seed_rounds_differ(tmp_path):
    rounds = {tuple(written(dealer(fresh(tmp_path), seed=None).new_round())) for _ in range(8)}
    assert len(rounds) > 4


def test_what_was_answered_is_not_asked_again_soon(player):
    seen = set()
    for _ in range(2):
        sitting = dealer(player).new_round()
        assert seen.isdisjoint(written(sitting))
        seen |= {answer.item for answer in play(sitting)}


def test_only_answers_in_this_pack_make_the_level(player):
    """Somebody who is good at another pack begins with the easy items of this one."""
    other = replace(SMALL, id="small-too")
    for _ in range(9):
        play(dealer(player, other).new_round())
    hard = {n: replace(c, level=4) for n, c in SMALL.claims.items() if n[-1] in "0123"}
    sitting = dealer(player, replace(SMALL, claims=SMALL.claims | hard)).new_round()
    assert not {i.split("/")[1].split("?")[0] for i in written(sitting)} & set(hard)


def test_sensitive_items_can_be_switched_off(player):
    small = pack(claim("grave", sensitive=True), claim("light"))
    assert len(written(dealer(player, small).new_round())) == 2
    player.keep(Setting(key=SENSITIVE, value=False, session="s", at=NOON))
    assert written(dealer(player, small).new_round()) == ["small/light?two-way@gazette"]
    player.keep(Setting(key=SENSITIVE, value=True, session="s", at=NOON))
    assert len(written(dealer(player, small).new_round())) == 2


# Left and taken up again


@pytest.mark.parametrize("answered", range(6))
def test_a_round_goes_on_where_it_was_left(player, answered):
    left = dealer(player).new_round()
    play(left, items=answered)
    asked = left.next()
    taken_up = dealer(again(player), seed=99).resume()
    assert taken_up.round == left.round
    assert taken_up.given == left.given
    assert taken_up.next() == asked
    assert taken_up.number == answered + 1


def test_options_come_in_the_same_order_again(player):
    small = pack(*(question(f"why-{n}") for n in range(6)))
    left = dealer(player, small).new_round()
    before = [left.next() for _ in range(6)]
    taken_up = dealer(again(player), small).resume()
    assert [taken_up.next() for _ in range(6)] == before
    assert len({tuple(c.id[-1] for c in asked.choices) for asked in before}) > 1


def test_a_finished_round_is_not_taken_up(player):
    play(dealer(player).new_round())
    assert dealer(player).resume() is None
    assert dealer(again(player)).resume() is None


def test_a_round_of_another_pack_is_not_taken_up_here(player):
    dealer(player).new_round()
    assert dealer(player, replace(SMALL, id="other")).resume() is None


def test_skipped_items_close_the_round(player):
    sitting = dealer(player).new_round()
    sitting.next()
    play(sitting)
    assert len(sitting.given) == 5
    assert player.open_round() is None
    assert player.settings[CLOSED] == sitting.round.id
    assert dealer(again(player)).resume() is None


def test_a_round_is_closed_once(player):
    sitting = dealer(player).new_round()
    while sitting.next():
        pass
    assert sitting.next() is None
    kinds = [type(r) for r in read(again(player).path).records]
    assert kinds == [Round, Setting]


def test_a_round_with_all_its_answers_needs_no_closing(player):
    play(dealer(player).new_round())
    assert CLOSED not in player.settings


def test_skipped_items_come_again_if_the_round_is_left_open(player):
    left = dealer(player).new_round()
    skipped = left.next()
    play(left, items=2)
    taken_up = dealer(again(player)).resume()
    assert taken_up.next() == skipped
    play(taken_up)
    assert [answer.item for answer in taken_up.given] == [
        *(answer.item for answer in left.given),
        *written(left)[3:],
    ]


# A pack that has changed


def without(sitting, *gone):
    names = [written(sitting)[n].split("/")[1].split("?")[0] for n in gone]
    return replace(SMALL, claims={n: c for n, c in SMALL.claims.items() if n not in names})


@pytest.mark.parametrize("gone", [(0,), (5,), (0, 1, 2), (1, 3, 5), range(6)])
def test_items_that_are_gone_are_passed_over(player, gone):
    left = dealer(player).new_round()
    changed = dealer(again(player), without(left, *gone))
    taken_up = changed.resume()
    play(taken_up)
    asked = [item for n, item in enumerate(written(left)) if n not in gone]
    assert [answer.item for answer in taken_up.given] == asked
    assert changed.player.open_round() is None
    assert dealer(again(changed.player)).resume() is None


def test_a_quote_that_is_gone(player):
    left = dealer(player).play_set(LESSON)
    fact = SMALL.claims["fact-0"]
    moved = replace(fact, quotes=(replace(fact.quotes[0], id="herald"),))
    changed = dealer(player, replace(SMALL, claims=SMALL.claims | {"fact-0": moved}))
    assert changed.resume().next().item == written(left)[1]


def test_a_status_that_two_ways_cannot_ask_any_longer(player):
    dealer(player).play_set(LESSON)
    view = claim("fact-0", "analysis")
    changed = dealer(player, replace(SMALL, claims=SMALL.claims | {"fact-0": view}))
    assert changed.resume().next().item == "small/why?choice"


def test_history_is_not_rewritten_by_a_new_key(player):
    play(dealer(player).play_set(LESSON))
    flipped = {"fact-0": claim("fact-0", "alleged")}
    changed = replace(SMALL, claims=SMALL.claims | flipped)
    assert again(player).answers[0].right
    assert not review(changed, player.answers[0]).right


# Looking back


def test_review_explains_again(player):
    sitting = dealer(player).play_set(LESSON)
    told = []
    while sitting.next():
        told.append(sitting.answer("confirmed", "", 1))
    assert [review(SMALL, answer) for answer in player.answers] == told


def test_review_of_what_is_gone(player):
    play(dealer(player).play_set(LESSON))
    with pytest.raises(UnknownItemError):
        review(pack(), player.answers[0])


def test_what_an_answer_was_about(player):
    play(dealer(player).play_set(LESSON))
    said = [statement(SMALL, answer) for answer in player.answers]
    assert said == ["It is fact-0.", "What is why?", "It is word-1."]
    assert [statement(pack(), answer) for answer in player.answers] == ["", "", ""]


def test_the_records_of_a_sitting_share_its_session(player):
    one = Dealer(SMALL, player, lambda: NOON, 1, "monday")
    play(one.new_round())
    assert {record.session for record in (*player.rounds, *player.answers)} == {"monday"}
    assert len({Dealer(SMALL, player, lambda: NOON).session for _ in range(5)}) == 5
