"""What is counted for a player: topics and offers of packs, and the two tests."""

from dataclasses import replace

from pack_samples import claim, pack
from play_samples import FACTS, NOON, WORDS, dealer, fresh, play

from quizgame.insight.data import data
from quizgame.insight.views.rows import Sheet
from quizgame.insight.views.table import VIEWS
from quizgame.packs.library import Library
from quizgame.packs.pack import ItemSet
from quizgame.play.figures import player_figures
from quizgame.play.player import CONFIDENCE
from quizgame.saves.records import Setting
from quizgame.text import UNICODE

BEFORE = ItemSet("before", "Before", ("fact-0", "word-0"), test="before")
AFTER = ItemSet("after", "After", ("fact-1", "word-1"), test="after")
LESSON = ItemSet("lesson", "A lesson", ("fact-2", "word-2"))
TESTED = pack(
    *(replace(one, topic="money") for one in FACTS), *WORDS, BEFORE, LESSON, AFTER,
)  # fmt: skip


def told_of(player, of=TESTED):
    told = dealer(player, of).told()
    return player_figures(player, told, NOON.date(), Library(()), of)


def overview(made):
    return " ".join(row.text for row in VIEWS[0].rows(made, Sheet(76, UNICODE)))


def test_the_two_tests_are_compared_once_both_have_been_taken(tmp_path):
    player = fresh(tmp_path)
    play(dealer(player, TESTED).play_set(BEFORE), right=False)
    assert told_of(player).tests is None
    play(dealer(player, TESTED).play_set(LESSON))
    half = dealer(player, TESTED).play_set(AFTER)
    play(half, items=1)
    assert told_of(player).tests is None
    play(half)
    made = told_of(player)
    assert (made.tests.before.right, made.tests.after.right) == (0, 2)
    assert "Before: 0 of 2. Now: 2 of 2." in overview(made)
    assert data("Ana", made)["tests"]["after"] == {"answers": 2, "right": 2}


def test_a_test_that_is_taken_again_changes_no_comparison(tmp_path):
    player = fresh(tmp_path)
    play(dealer(player, TESTED).play_set(BEFORE), right=False)
    play(dealer(player, TESTED).play_set(AFTER))
    again = dealer(player, TESTED).play_set(BEFORE)
    play(again, items=1)
    assert told_of(player).tests.before.right == 0
    play(again)
    assert told_of(player).tests.before.right == 0


def test_nothing_is_told_of_a_test_that_is_not_at_its_end(tmp_path):
    player = fresh(tmp_path)
    play(dealer(player, TESTED).play_set(BEFORE), right=False, items=1)
    assert len(player.answers) == 1
    made = told_of(player)
    assert (made.progress.answers, made.corrections) == (0, [])


def test_topics_come_from_the_pack_in_use_and_packs_that_are_gone_have_none(tmp_path):
    player = fresh(tmp_path)
    play(dealer(player, TESTED).play_set(LESSON))
    assert [(topic.name, topic.answers) for topic in told_of(player).topics] == [
        ("money", 1),
        ("", 1),
    ]
    other = replace(pack(claim("fact-2", topic="else")), id="other")
    assert [topic.name for topic in told_of(player, other).topics] == [""]
    made = player_figures(player, player.answers, NOON.date(), Library(()), None)
    assert [topic.name for topic in made.topics] == [""]
    assert not any(one.waived for near in made.mastery.values() for one in near.conditions)


def test_what_the_pack_or_the_settings_cannot_give_is_waived(tmp_path):
    player = fresh(tmp_path)
    made = told_of(player, pack(*WORDS))
    waived = {one.name for one in made.mastery["word"].conditions if one.waived}
    assert "articles" in waived
    assert "sure" not in waived
    player.keep(Setting(key=CONFIDENCE, value=False, session="s", at=NOON))
    made = told_of(player, pack(*WORDS))
    assert "sure" in {one.name for one in made.mastery["word"].conditions if one.waived}
