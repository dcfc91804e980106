"""What the views say, that they fit, and that nothing hostile comes through."""

import json
import unicodedata
from datetime import date, datetime, timedelta, timezone

import pytest
from answer_samples import NOON, answered, answers
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pack_samples import claim, pack, question

from quizgame.game.mastery import Offer
from quizgame.game.skills import SKILLS
from quizgame.insight import plots
from quizgame.insight.data import data
from quizgame.insight.days import monday, played, stretches
from quizgame.insight.figures import figures
from quizgame.insight.topics import of_pack, topics
from quizgame.insight.views.rows import Sheet, lines
from quizgame.insight.views.table import VIEWS
from quizgame.text import ASCII, HIDDEN, UNICODE
from quizgame.wrapping import width

TODAY = NOON.date()
EAST = timezone(timedelta(hours=1))
HOSTILE = "\x1b[2J[red]x[/red]\u202e{0}%s\n=1+1 北京"


def view(name, past, cells=76, type=UNICODE, wants_figures=False, names=None, today=TODAY):
    """The lines of a view."""
    chosen = next(one for one in VIEWS if one.tab == name)
    made = figures(past, today, names or {}, {})
    return list(lines(chosen.rows(made, Sheet(cells, type, wants_figures)), cells))


def flat(*args, **kwargs):
    return " ".join(" ".join(view(*args, **kwargs)).split())


def two_way(hits, misses, false_alarms, rejections):
    return [
        *[answered(chosen="confirmed", right=True)] * hits,
        *[answered(chosen="alleged", right=False)] * misses,
        *[answered(chosen="confirmed", right=False)] * false_alarms,
        *[answered(chosen="alleged", right=True)] * rejections,
    ]


@pytest.mark.parametrize("one", VIEWS, ids=lambda one: one.tab)
def test_before_the_first_answer_a_view_says_what_will_stand_there(one):
    text = flat(one.tab, [])
    assert len(text) > 40
    assert "will stand" in text or "you find here" in text or "not yet" in text


@settings(max_examples=25)
@given(
    answers(max_size=30),
    st.sampled_from([56, 76, 84]),
    st.sampled_from([UNICODE, ASCII]),
    st.booleans(),
    st.text(max_size=60) | st.just(HOSTILE),
)
def test_every_view_fits_and_is_clean(past, cells, type, wants_figures, topic):
    past = [*past, answered("c1", right=False, line=HOSTILE, minutes=6000)]
    names = {f"small/c{n}": f"{topic}{n % 3}" for n in range(8)}
    for one in VIEWS:
        for line in view(one.tab, past, cells, type, wants_figures, names):
            assert width(line) <= cells, line
            assert line.isascii() or not type.ascii, line
            seen = set(line) - {"\N{ZERO WIDTH JOINER}", "\N{ZERO WIDTH NON-JOINER}"}
            assert not {unicodedata.category(char) for char in seen} & HIDDEN


@settings(max_examples=25)
@example([datetime.min.replace(tzinfo=EAST), datetime.max.replace(tzinfo=EAST)])
@given(st.lists(st.datetimes(timezones=st.just(EAST)), max_size=12))
def test_any_date_can_be_told(moments):
    past = [answered(f"c{n}", n % 3 > 0, at=at) for n, at in enumerate(moments)]
    for one in VIEWS:
        assert all(width(line) <= 56 for line in view(one.tab, past, 56))
    assert json.loads(json.dumps(data("Ana", figures(past, TODAY, {}, {}))))["answers"] == len(past)


def test_accuracy_over_time_has_a_column_for_each_day():
    past = [answered(right=n > 0, at=NOON + timedelta(days=n // 2)) for n in range(4)]
    text = "\n".join(view("Trend", past))
    assert "for each day" in text
    tops = [row.split("│")[1].split() for row in text.split("\n") if "│" in row]
    assert tops[0] == ["100"]
    assert tops[4] == ["50", "███"]
    assert "5 May 2026: 2 of 2 right (100 %)." in text
    assert "4 May 2026: 1 of 2 (50 %)." in text
    assert "Time is never scored." in text


@pytest.mark.parametrize(("days", "most", "unit", "number"), [
    (5, 5, "day", 5), (6, 5, "week", 1), (40, 6, "week", 6), (40, 5, "month", 2),
    (800, 10, "year", 3), (800, 2, "year", 2),
])  # fmt: skip
def test_time_is_told_in_the_shortest_unit_that_fits(days, most, unit, number):
    past = [answered(right=n % 2 > 0, at=NOON + timedelta(days=n)) for n in range(days)]
    found = stretches(past, most)
    assert (found[-1].unit, len(found)) == (unit, number)
    if len(found) < most:
        assert sum(one.answers for one in found) == days


@given(st.dates())
def test_monday_is_one_where_there_is_one(day):
    assert monday(day).weekday() == 0 or monday(day) == date.min
    assert 0 <= (day - monday(day)).days < 7


def test_trust_is_words_first_and_figures_on_demand():
    past = two_way(24, 1, 12, 13)
    text = flat("Trust", past)
    assert "Facts printed as fact" in text
    assert "24 of 25" in text
    assert "13 of 25" in text
    assert "Trusting:" in text
    assert "who checked it" in text
    assert "d'" not in text
    assert "d' +1.62 (95 %:" in flat("Trust", past, wants_figures=True)


def test_a_lean_is_not_named_before_there_are_50_answers():
    text = flat("Trust", two_way(24, 0, 24, 1))
    assert "from 50 such answers on; there are 49." in text
    assert "Trusting" not in text + flat("All", two_way(24, 0, 24, 1))


def test_sure_says_how_often_sure_was_right():
    past = [answered(right=n < 17, confidence="sure") for n in range(24)]
    text = flat("Sure", past)
    assert "When you were sure: 71 % right, less than the 95 % you said (17 of 24)." in text
    assert 'say "sure" more seldom' in text
    assert "Brier" not in text
    assert "Brier score" in flat("Sure", past, wants_figures=True)
    row = next(line for line in view("Sure", past) if line.startswith("sure "))
    bar = row[14:54]
    assert bar.count("▇") in {27, 28}
    assert bar.index("│") == 38


def test_the_calendar_counts_days_and_knows_no_streak():
    past = [answered(at=NOON - timedelta(days=n)) for n in (0, 0, 1, 9)]
    rows = view("Days", past)
    assert rows[0] == "You played on 3 days since 25 April 2026: 4 answers."
    assert next(row for row in rows if row.startswith("Mon")).endswith("[2]")
    assert next(row for row in rows if row.startswith("Sun")).split() == ["Sun", "·", "·", "1"]
    text = " ".join(rows).lower()
    assert "streak" not in text
    assert "missed" not in text


def test_a_clock_that_was_ahead_loses_no_day():
    past = [answered(at=NOON + timedelta(days=30))]
    assert "[1]" in " ".join(view("Days", past))


def test_old_weeks_without_a_day_are_left_out():
    past = [answered(at=NOON - timedelta(days=300)), answered(at=NOON)]
    rows = view("Days", past)
    assert sum(row.startswith("Mon") for row in rows) == 2
    assert " ".join(rows).count("[") == 2


def test_today_is_shown_even_long_after_the_last_day():
    rows = view("Days", [answered(at=NOON - timedelta(days=200))])
    assert next(row for row in rows if row.startswith("Mon")).endswith("[·]")
    assert sum(row.startswith("Mon") for row in rows) == 2
    assert " ".join(rows).count("[") == 2


def test_topics_come_from_claims_and_through_questions():
    made = pack(claim("a", topic="money"), claim("b"), question("q", claims=("b", "a")))
    assert of_pack(made) == {"small/a": "money", "small/q": "money"}
    past = [answered("a"), answered("q", False, kind="choice"), answered("b")]
    assert [(t.name, t.answers, t.right) for t in topics(past, of_pack(made))] == [
        ("money", 2, 1),
        ("", 1, 1),
    ]
    assert view("Topics", past, names=of_pack(made))[0].endswith(" 50 %  1 of 2")
    assert "no topic" in flat("Topics", past, names=of_pack(made))


def test_corrections_open_and_struck():
    past = [
        answered("c0", False, line="Mayor: first"),
        answered("c1", False, line="Mayor: second", minutes=1),
        answered("c2", round="r2", minutes=1440),
    ]
    text = "\n".join(view("Corrections", past, today=date(2027, 1, 1)))
    assert "1 correction open, 1 struck out." in text
    opened, struck = text.split("Struck out\n")
    assert "Mayor: second" in opened
    assert "Mayor: first" not in opened
    assert "Missed on 4 May 2026, struck out on 5 May 2026." in struck
    assert "Missed on 4 May." in "\n".join(view("Corrections", past))


def test_many_struck_corrections_are_counted():
    past = [answered(f"c{n}", False) for n in range(13)]
    past += [answered(f"d{n}", round="r2", minutes=n) for n in range(13)]
    assert "+ 3 earlier" in view("Corrections", past)


@pytest.mark.parametrize("type", [UNICODE, ASCII])
@pytest.mark.parametrize(("share", "mark"), [(0, 0), (0.5, 1), (1, None), (1, 0.5)])
def test_a_bar_has_its_width(share, mark, type):
    drawn = plots.bar(share, 20, type, mark)
    assert len(drawn) == 20
    assert drawn.count(type.bar) == (mark is not None)
    assert abs(drawn.count(type.full) - 20 * share) <= 1


@settings(max_examples=40)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=14), st.sampled_from([UNICODE, ASCII]))
def test_columns_stand_on_one_line_and_show_their_numbers(shares, type):
    rows = plots.columns(shares, [f"{n}" for n in range(len(shares))], type)
    shown = " ".join(row.split(type.bar, 1)[1] for row in rows[:-2]).replace(type.full, " ")
    numbers = sorted(int(part) for part in shown.split() if part.isdigit())
    assert numbers == sorted(round(100 * share) for share in shares)
    assert all(width(row) <= plots.AXIS + plots.STEP * len(shares) for row in rows)


@settings(max_examples=25)
@given(answers())
def test_the_data_agree_with_the_answers(past):
    told = data("Ana", figures(past, TODAY, {}, {}))
    assert json.loads(json.dumps(told, allow_nan=False)) == told
    assert sum(day["answers"] for day in told["days"]) == len(past)
    assert sum(played(past).values()) == len(past)
    assert sum(band["answers"] for band in told["sure"]["bands"]) == sum(
        bool(answer.confidence) for answer in past
    )
    assert told["trust"]["facts"] + told["trust"]["claims"] == sum(
        "?two-way" in answer.item for answer in past
    )
    assert (told["trust"]["d_prime"] is None) == (
        told["trust"]["facts"] + told["trust"]["claims"] == 0
    )


def test_a_skill_says_what_it_lacks_and_when_it_comes_back():
    past = [
        *[answered(right=False, skill="word")] * 3,
        *[answered(kind="source", skill="scope", confidence="sure")] * 5,
        *[
            answered(kind="source", skill="date", confidence="sure", article=f"a{n}",
                     at=NOON - timedelta(days=n % 2))
            for n in range(6)
        ],
    ]  # fmt: skip
    rows = view("Skills", past)
    word = next(row for row in rows if row.startswith("Whose word"))
    scope = next(row for row in rows if row.startswith("What exactly"))
    date_ = next(row for row in rows if row.startswith("On which day"))
    assert word.endswith("5 more right")
    assert scope.endswith("another paper, another day")
    assert date_.endswith("mastered")
    assert next(row for row in rows if row.startswith("A number")).endswith("not met yet")
    later = view("Skills", past, today=TODAY + timedelta(days=4000))
    assert sum("today" in row for row in later) == 3
    narrow = view("Skills", past, 56)
    assert (
        narrow[narrow.index(next(r for r in narrow if "Whose word" in r)) + 1] == "  5 more right"
    )


def test_the_figures_of_a_skill_are_its_conditions():
    rows = view("Skills", [answered(skill="word", confidence="sure")] * 3, wants_figures=True)
    word = next(row for row in rows if row.startswith("Whose word"))
    assert word.split("?")[1].split() == ["3/5", "0/2", "1/2", "1/2", "3/5"]


def test_in_a_narrow_window_letters_stand_for_the_conditions():
    text = flat("Skills", [answered()], 56, wants_figures=True)
    assert "r k p d s" in text
    assert "r right, k kinds, p papers, d days, s sure." in text


def test_what_a_pack_cannot_give_is_waived_and_said():
    made = figures([answered()], TODAY, {}, {"word": Offer(0, 1)}, asked_how_sure=False)
    chosen = next(one for one in VIEWS if one.tab == "Skills")
    text = " ".join(row.text for row in chosen.rows(made, Sheet(76, UNICODE, figures=True)))
    assert "cannot give is not asked for" in text
    assert "1/5     0/0     1/1     1/2     0/0" in text


def test_the_overview_says_what_is_due():
    past = [answered(skill=name, right=False) for name in list(SKILLS)[:5]]
    text = flat("All", past, today=TODAY + timedelta(days=60))
    assert "Due today Was it done in public?" in text
    assert "+ 2 more" in text
    assert "0 of 5 right (0 %), on 1 day." in text
