"""Every item of the shipped pack, with every choice that a player can make."""

from random import Random

import pytest

from quizgame.game import marking
from quizgame.game.asking import marks
from quizgame.game.explanation import explain
from quizgame.game.grading import ask, grade
from quizgame.game.items import parse
from quizgame.game.kinds import KINDS
from quizgame.game.layout import COLUMNS, ROWS, first_view, height, more
from quizgame.text import ASCII, UNICODE


@pytest.fixture(scope="module")
def told(shipped):
    """Every explanation: (item, chosen, explanation)."""
    return [
        (item, chosen, explain(shipped, grade(shipped, item, chosen)))
        for kind in KINDS.values()
        for item in kind.items(shipped)
        for chosen in responses(ask(shipped, item, Random(1)), kind.answers(shipped, item))
    ]


def responses(asked, answers):
    """Every choice; or the key, each single word, and the whole passage."""
    if asked.shape == "pick":
        return [choice.id for choice in asked.choices]
    text = asked.passages[0].text
    spans = [*asked.words, (0, len(text))]
    return list(dict.fromkeys([*answers, *(marking.written(text, span) for span in spans)]))


def test_every_kind_is_there(told):
    assert {item.kind for item, _, _ in told} == set(KINDS)
    assert len(told) > 500


def test_the_verdict_says_right_or_not(shipped, told):
    for item, chosen, explained in told:
        right = grade(shipped, item, chosen).right
        assert explained.right == right
        assert explained.verdict.startswith("Yes. " if right else "Not this time. ")


def test_every_item_can_be_missed_and_met(told):
    met = {(item, explained.right) for item, _, explained in told}
    assert {item for item, right in met if right} == {item for item, right in met if not right}


def test_marks_lie_inside_their_passage_and_apart(told):
    marked = 0
    for _, _, explained in told:
        for passage in (*explained.passages, *(other.passage for other in explained.others)):
            end = 0
            for mark in passage.marks:
                assert end <= mark.begin < mark.end <= len(passage.text)
                end = mark.end
                marked += 1
    assert marked > 500


def test_source_cue_and_hedges_are_found(shipped):
    for claim in shipped.claims.values():
        for quote in claim.quotes:
            roles = [mark.role for mark in marks(quote)]
            assert ("source" in roles) == bool(quote.source), quote
            assert ("cue" in roles) == bool(quote.cue), quote
            assert roles.count("hedge") == len(quote.hedges), quote


def test_the_first_view_holds_everything_uncut(told):
    for _, _, explained in told:
        shown = "\n".join(part.text for part in first_view(explained))
        wanted = [explained.verdict, explained.why, explained.printed, explained.who, explained.how]
        wanted += [passage.text for passage in explained.passages]
        wanted += [passage.note for passage in explained.passages]
        wanted += explained.small
        assert all(words in shown for words in wanted)


def test_the_first_view_fits(told):
    high = {
        (str(item), rows)
        for item, _, explained in told
        if (rows := height(first_view(explained))) > ROWS
    }
    assert not high, f"more than {ROWS} rows of {COLUMNS}: {sorted(high)}"


def test_what_is_said_is_not_empty(told):
    for item, _, explained in told:
        assert explained.why, item
        assert explained.skill, item
        assert explained.statement, item
        assert more(explained)


def test_a_wrong_option_is_answered(shipped, told):
    wrong = [e for item, _, e in told if item.kind == "choice" and not e.right]
    assert len(wrong) == 3 * len(shipped.questions)
    assert all(explained.because for explained in wrong)


def test_passages_are_not_repeated_among_the_others(told):
    for item, _, explained in told:
        shown = {(p.article, p.text) for p in explained.passages}
        others = [(o.passage.article, o.passage.text) for o in explained.others]
        assert shown.isdisjoint(others), item


def test_retellings_are_counted_as_one_source(shipped):
    """The uniforms stand in three articles, all of one report."""
    item = parse("uniforms", shipped)
    said = explain(shipped, grade(shipped, item, "alleged")).independence
    assert said == "These 3 articles retell one report: they count as one source."


def test_the_author_s_sets_can_be_asked(shipped):
    for one in shipped.sets.values():
        for written in one.items:
            assert responses(ask(shipped, parse(written, shipped), Random(1)), ())


def test_cleaning_shown_texts_loses_nothing(told):
    """No passage needs a replacement sign, and every text has an ASCII form of its length."""
    for _, _, explained in told:
        for part in (*first_view(explained), *more(explained)):
            assert "\ufffd" not in UNICODE.clean(part.text)
            assert len(ASCII.clean(part.text)) == len(part.text)
