import pytest
from lesson_samples import ITEMS, PACK, STORY, Taught, lesson_of
from pack_samples import claim, five_speakers, pack

from quizgame.classroom.material import material
from quizgame.classroom.material.misreading import misreading
from quizgame.errors import UsageError
from quizgame.text import STATUSES


def questions(*items, seed=7, source=PACK):
    return material(source, lesson_of(source, items, seed=seed)).every()


def test_an_item_becomes_a_question_with_all_that_a_journal_needs():
    (asked,) = questions("vote")
    assert asked.id == "small/vote?two-way@gazette"
    assert (asked.kind, asked.statement) == ("two-way", "It is vote.")
    assert [option.id for option in asked.options] == ["confirmed", "alleged"]
    assert asked.answers == ("confirmed",)
    assert (asked.skill, asked.article, asked.quote) == ("record", "gazette", "gazette")
    assert (asked.status, asked.line, asked.guesses) == ("confirmed", "Headline vote", 2)
    texts = ("The council voted on Monday.", "It is vote.", "On that day, how do you print this?")
    assert asked.words == sum(len(text.split()) for text in texts) + len(asked.options)


def test_where_words_are_marked_the_passage_stands_in_place_of_options():
    (asked,) = questions("pool?cue")
    assert asked.options == ()
    assert asked.passage == "The mayor says that the pool closes in May, perhaps."
    assert asked.answers == ("says@10",)
    assert asked.guesses == 4


def test_a_question_of_an_author_prints_nothing_and_has_misconceptions():
    (asked,) = questions("when")
    assert asked.line == asked.status == ""
    because = {option.id: option.because for option in asked.options}
    assert because == {
        "when-key": "", "when-0": "Because 0.", "when-1": "Because 1.", "when-2": "Because 2.",
    }  # fmt: skip


def test_a_wrong_status_is_a_misreading_and_the_right_one_none():
    vote, pool, five = questions("vote", "pool", "pool?five-way")
    assert [bool(option.because) for option in vote.options] == [False, True]
    assert [bool(option.because) for option in pool.options] == [True, False]
    assert {o.id: bool(o.because) for o in five.options} == {
        "confirmed": True, "alleged": True, "denied": False, "analysis": True, "unknown": True,
    }  # fmt: skip


@pytest.mark.parametrize("key", STATUSES)
def test_every_missed_status_has_a_misreading(key):
    missed = {misreading(chosen, key) for chosen in STATUSES if chosen != key}
    assert all(missed)
    assert misreading("a text", key) == misreading("confirmed", None) == ""


def test_items_that_ask_in_the_same_words_differ_by_their_claim():
    source = pack(
        claim("one", "confirmed", contrast="two"), claim("two", contrast="one"), *five_speakers()
    )
    one, two = questions("one?pair", "two?pair", source=source)
    assert one.statement.startswith("Which of these two is confirmed?")
    assert one.statement != two.statement


def test_the_order_of_options_follows_from_the_seed_and_is_the_same_in_both():
    orders = set()
    for seed in range(6):
        taught = material(PACK, lesson_of(PACK, ("when",), seed=seed))
        (asked,) = taught.every()
        assert [o.id for o in asked.options] == [c.id for c in taught.asked(asked).choices]
        orders.add(tuple(option.id for option in asked.options))
    assert len(orders) > 1
    assert questions("when", seed=3) == questions("when", seed=3)


def test_all_questions_are_posed_in_order_and_each_once():
    taught = Taught(items=("vote", "pool", "when"))
    taught.join("Ana")
    posed = []
    while asked := taught.next():
        posed.append(asked.id.partition("?")[0])
        taught.vote(asked.options[0].id)
        taught.verb("reveal")
    assert posed == ["small/vote", "small/pool", "small/when"]
    assert taught.material.total() == 3


def test_grading_is_that_of_the_game():
    taught = material(PACK, lesson_of(PACK))
    vote, _pool, when, _five, cue = taught.every()
    assert taught.grade(vote, "confirmed") is True
    assert taught.grade(vote, "alleged") is False
    assert taught.grade(when, "when-0") is False
    assert taught.grade(cue, "says@10") is True
    assert taught.grade(cue, "mayor says@4") is True
    assert taught.grade(cue, "perhaps@44") is False


def test_the_explanation_is_the_students_own_and_without_an_answer_takes_no_side():
    taught = material(PACK, lesson_of(PACK))
    vote = taught.every()[0]
    right, wrong, none = (taught.explained(vote, one) for one in ("confirmed", "alleged", ""))
    assert right.verdict == f"Yes. {none.verdict}"
    assert wrong.verdict == f"Not this time. {none.verdict}"
    assert none.why == right.why == "A vote in public needs no witness."


@pytest.mark.parametrize("written", ["gone", "vote@nowhere", "vote?cue@herald", "vote?marks", "?"])
def test_an_item_that_the_pack_does_not_yield_is_named(written):
    with pytest.raises(UsageError) as caught:
        material(PACK, lesson_of(PACK, ("vote", written)))
    assert f'"{written}"' in caught.value.message
    assert '"first"' in caught.value.message
    assert caught.value.hint


def test_a_kind_that_a_claim_does_not_yield_is_named():
    with pytest.raises(UsageError, match=r"vote\?source"):
        material(PACK, lesson_of(PACK, ("vote?source",)))


def test_a_scenario_cannot_be_played_at_everybodys_own_pace():
    with pytest.raises(UsageError, match="decided together"):
        material(STORY, lesson_of(STORY, story="desk", pace="own"))


def test_a_scenario_that_is_gone_is_named_with_those_that_are_there():
    with pytest.raises(UsageError) as caught:
        material(STORY, lesson_of(STORY, story="office"))
    assert '"office"' in caught.value.message
    assert "desk" in caught.value.hint


def test_every_set_of_the_shipped_pack_can_be_hosted(shipped):
    for one in shipped.sets.values():
        taught = material(shipped, lesson_of(shipped, one.items))
        assert taught.total() == len(one.items)
        for asked in taught.every():
            assert asked.answers
            for option in asked.options:
                assert taught.grade(asked, option.id) is (option.id in asked.answers)


def test_lines_are_printed_when_they_are_told_and_boarded():
    taught = Taught(items=ITEMS[:2])
    taught.join("Ana")
    taught.next()
    taught.vote("confirmed")
    assert taught.wall().common.page == ()
    taught.verb("reveal")
    assert taught.wall().common.page == ()
    taught.verb("board")
    page = taught.wall().common.page
    assert [(line.text, line.status) for line in page] == [("Headline vote", "confirmed")]
