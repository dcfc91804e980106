"""The page that a player's verdicts have made."""

from datetime import date, timedelta

import pytest
from answer_samples import NOON, answered, answers
from hypothesis import given

from quizgame.game.front_page import days, front_page, page_of

DAY = timedelta(days=1)


def texts(lines):
    return [line.text for line in lines]


def test_before_the_first_answer():
    page = front_page([])
    assert page.empty
    assert page.day is None


def test_right_answers_are_printed_in_order():
    page = front_page([answered("c0"), answered("c1", line="Duma ratifies")])
    assert texts(page.news) == ["Mayor: c0", "Duma ratifies"]
    assert page.day == date(2026, 5, 4)
    assert not page.empty


def test_a_miss_is_a_correction_and_no_news():
    page = front_page([answered(right=False)])
    assert (page.news, texts(page.corrections)) == ((), ["Mayor: c0"])
    assert not page.corrections[0].struck
    assert not page.empty


def test_opinion_stands_apart():
    page = front_page([answered(status="analysis", line="Opinion, Lange: no"), answered("c1")])
    assert texts(page.opinion) == ["Opinion, Lange: no"]
    assert texts(page.news) == ["Mayor: c1"]


@pytest.mark.parametrize("status", ["confirmed", "alleged", "denied", "unknown"])
def test_the_rest_is_news(status):
    (line,) = front_page([answered(status=status)]).news
    assert line.status == status


def test_a_line_stands_once():
    assert len(front_page([answered(), answered(), answered()]).news) == 1


def test_the_last_answer_to_a_line_counts():
    assert texts(front_page([answered(right=False), answered()]).news) == ["Mayor: c0"]
    assert front_page([answered(), answered(right=False)]).news == ()


@pytest.mark.parametrize("right", [True, False])
def test_questions_without_a_line_print_nothing(right):
    page = front_page([answered(right=right, kind="choice", line="")])
    assert page.empty
    assert page.day is not None


def test_yesterday_s_news_is_gone_and_its_corrections_stay():
    past = [answered("c0"), answered("c1", right=False), answered("c2", at=NOON + DAY)]
    page = front_page(past)
    assert texts(page.news) == ["Mayor: c2"]
    assert texts(page.corrections) == ["Mayor: c1"]
    assert page.day == date(2026, 5, 5)


def test_a_correction_is_struck_out_and_leaves_the_page_the_day_after():
    past = [answered("c0", right=False), answered("c1", round="r2", at=NOON + DAY)]
    (line,) = front_page(past).corrections
    assert line.struck
    past.append(answered("c2", round="r3", at=NOON + 2 * DAY))
    assert front_page(past).corrections == ()


def test_the_day_is_the_player_s_own():
    late = NOON.replace(hour=23, minute=59)
    assert front_page([answered(at=late)]).day == date(2026, 5, 4)


@given(answers())
def test_no_line_is_lost_or_made_up(past):
    page = front_page(past)
    right = {a.line for a in past if a.right}
    wrong = {a.line for a in past if not a.right}
    assert set(texts(page.news + page.opinion)) <= right
    assert set(texts(page.corrections)) <= wrong
    for column in (page.news, page.opinion, page.corrections):
        assert len(set(texts(column))) == len(column)
    assert not any(line.struck for line in page.news + page.opinion)


def test_earlier_pages_are_as_they_were_at_the_end_of_their_day():
    past = [
        answered("c0"),
        answered("c1", right=False),
        answered("c2", round="r2", at=NOON + DAY),
        answered("c3", round="r3", at=NOON + 3 * DAY),
    ]
    first, second, third = days(past)
    assert (first, third) == (date(2026, 5, 4), date(2026, 5, 7))
    assert texts(page_of(first, past).news) == ["Mayor: c0"]
    assert [line.struck for line in page_of(first, past).corrections] == [False]
    assert [line.struck for line in page_of(second, past).corrections] == [True]
    assert page_of(third, past) == front_page(past)


def test_a_day_with_a_printed_line_alone_has_a_page():
    printed = [answered(line="Run after all", at=NOON + DAY)]
    assert days([answered()], printed) == [date(2026, 5, 4), date(2026, 5, 5)]
    assert texts(page_of(date(2026, 5, 5), [answered()], printed).news) == ["Run after all"]
    assert page_of(date(2026, 5, 6), [answered()], printed).empty


@given(answers())
def test_every_right_line_stands_on_the_page_of_some_day(past):
    pages = [page_of(day, past) for day in days(past)]
    shown = {line.text for page in pages for line in page.news + page.opinion}
    assert shown <= {answer.line for answer in past if answer.right}
    assert [page.day for page in pages] == sorted({answer.at.date() for answer in past})
