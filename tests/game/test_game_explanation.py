"""What is said after an answer."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pack_samples import (
    COURIER,
    GAZETTE,
    HERALD,
    claim,
    few,
    five_speakers,
    pack,
    packs,
    question,
    quote,
)

from quizgame.game.asking import marks
from quizgame.game.explanation import explain
from quizgame.game.grading import grade
from quizgame.game.items import parse
from quizgame.game.kinds import KINDS
from quizgame.packs.pack import Article
from quizgame.packs.quotes import fold
from quizgame.text import STATUSES


def explained(small, written, chosen=""):
    return explain(small, grade(small, parse(written, small), chosen))


def one(status, *quotes, **changes):
    said = quote("The Mayor says so.", status=status)
    return pack(claim("it", status, [said, *quotes], **changes), *five_speakers())


# The verdict


@pytest.mark.parametrize(
    ("status", "kind", "chosen", "verdict"),
    [
        ("confirmed", "two-way", "confirmed", "Yes. On that day it was CONFIRMED."),
        ("confirmed", "two-way", "alleged", "Not this time. On that day it was CONFIRMED."),
        ("alleged", "two-way", "alleged", "Yes. On that day it was ALLEGED."),
        ("alleged", "five-way", "denied", "Not this time. On that day it was ALLEGED."),
        ("unknown", "five-way", "unknown", "Yes. On that day it was UNKNOWN."),
        ("analysis", "five-way", "alleged", "Not this time. On that day it was ANALYSIS."),
        ("alleged", "source", "Mayor", "Yes. It rests on the word of Mayor."),
        ("alleged", "source", "Baker", "Not this time. It rests on the word of Mayor."),
    ],
)
def test_verdicts(status, kind, chosen, verdict):
    told = explained(one(status), f"it?{kind}", chosen)
    assert told.verdict == verdict
    assert told.right == verdict.startswith("Yes.")


@pytest.mark.parametrize(
    ("kind", "verdict"),
    [
        ("two-way", "Yes. On that day it was ALLEGED, and denied by Baker."),
        ("five-way", "Not this time. On that day it was DENIED by Baker."),
    ],
)
def test_who_denies_it_is_named(kind, verdict):
    no = quote("No.", id="no", role="rejects", who="Baker", status="denied")
    assert explained(one("denied", no), f"it?{kind}", "alleged").verdict == verdict


def test_what_can_be_defended_too():
    small = one("alleged", also_accept=("analysis",))
    told = explained(small, "it?five-way", "analysis")
    assert told.verdict == "Yes. On that day it was ALLEGED; ANALYSIS can be defended too."
    assert "defended" not in explained(small, "it?five-way", "alleged").verdict
    assert "defended" not in explained(small, "it?five-way", "unknown").verdict


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [("Seoul", "Yes. Seoul."), ("Who knows?", "Yes. Who knows?"), ("None.", "Yes. None.")],
)
def test_verdict_on_a_question(answer, verdict):
    asked = question("why")
    asked = replace(asked, answer=replace(asked.answer, text=answer))
    told = explained(pack(asked), "why", "why-key")
    assert (told.verdict, told.right, told.status) == (verdict, True, None)
    assert explained(pack(asked), "why", "why-0").verdict == verdict.replace("Yes", "Not this time")


# What it says


def test_because_belongs_to_the_chosen_option():
    small = pack(question("why"))
    assert explained(small, "why", "why-1").because == "Because 1."
    assert explained(small, "why", "why-key").because == ""


@pytest.mark.parametrize("status", STATUSES)
def test_the_author_s_reason_comes_before_the_general_one(status):
    assert explained(one(status, why="Only he says so."), "it?five-way").why == "Only he says so."
    assert explained(one(status), "it?five-way").why


def test_names():
    said = quote("The Mayor says, perhaps so.", source="The Mayor", cue="says", hedges=("perhaps",))
    told = explained(pack(claim("it", quotes=[said], skill=None, lifts="A count.")), "it")
    assert (told.who, told.how, told.small) == ("The Mayor", "says", ("perhaps",))
    assert told.skill is None
    assert told.lifts == "A count."
    assert told.printed == "Mayor: Headline it"
    assert told.statement == "It is it."


@pytest.mark.parametrize(
    ("status", "changes", "skill", "who"),
    [
        ("alleged", {"cue": "reportedly"}, "word", "nobody is named"),
        ("denied", {"hedges": ("may",)}, "word", "nobody is named"),
        ("alleged", {}, "headline", "nobody is named"),
        ("alleged", {}, "word", ""),
        ("confirmed", {"cue": "reportedly"}, "headline", ""),
        ("unknown", {"cue": "reportedly"}, "headline", ""),
        ("alleged", {"source": "Reports"}, "headline", "Reports"),
    ],
)
def test_that_nobody_is_named_is_said_where_it_matters(status, changes, skill, who):
    said = quote("Reports may be reportedly flat.", status=status, **changes)
    small = pack(claim("it", status, [said], skill=skill))
    assert explained(small, "it?five-way").who == who


def test_the_names_of_two_passages_stand_together():
    one_, two = (quote(f"The {n} says so.", id=n, who=n) for n in ("Mayor", "Baker"))
    told = explained(pack(question("why", quotes=(one_, two, one_))), "why")
    assert (told.who, told.how) == ("The Mayor, The Baker", "says")


def test_others_are_all_the_claim_s_other_quotes():
    no = quote("No.", id="no", role="rejects", status="denied")
    there = quote("So they say.", id="herald", article="herald", status="confirmed")
    told = explained(one("alleged", no, there), "it?two-way@gazette")
    assert [(o.passage.text, o.status, o.rejects) for o in told.others] == [
        ("No.", "denied", True),
        ("So they say.", "confirmed", False),
    ]
    again = explained(one("alleged", no, there), "it?two-way@herald")
    assert [o.passage.text for o in again.others] == ["The Mayor says so.", "No."]


def test_a_question_s_others_are_its_claims_passages_but_none_twice():
    own = quote("The Mayor says so.", id="own", status="unknown")
    there = quote("So they say.", id="herald", article="herald")
    small = pack(
        claim("it", quotes=[quote("The Mayor says so."), there]),
        question("why", claims=("it",), quotes=(own,)),
    )
    told = explained(small, "why")
    assert [p.text for p in told.passages] == ["The Mayor says so."]
    assert [o.passage.text for o in told.others] == ["So they say."]


def test_a_question_without_passages():
    told = explained(pack(question("why")), "why")
    assert told.passages == told.others == ()
    assert told.who == told.how == told.independence == ""


# How many sources?


def carried(*articles, rejected=()):
    quotes = [quote(id=a.id, article=a.id) for a in articles]
    quotes += [quote(id=f"no-{a.id}", article=a.id, role="rejects") for a in rejected]
    return explained(pack(claim("it", quotes=quotes), *articles, *rejected), "it").independence


def retold(*articles):
    return [replace(article, report="one") for article in articles]


def test_one_article_is_no_question_of_independence():
    assert carried(GAZETTE) == carried(GAZETTE, rejected=[HERALD]) == ""


def test_retellings_count_once():
    three = retold(GAZETTE, HERALD, COURIER)
    assert carried(*three) == "These 3 articles retell one report: they count as one source."
    assert carried(*three[:2]).startswith("These 2 articles retell one report")


def test_reports_are_counted_not_articles():
    two_of_three = [*retold(GAZETTE, HERALD), COURIER]
    assert carried(*two_of_three) == "3 articles, but only 2 reports: retellings count once."


def test_articles_of_their_own():
    assert carried(GAZETTE, HERALD, COURIER) == "These 3 articles retell no common report."


def test_one_article_with_two_quotes_is_one():
    twice = [quote(id="a"), quote(id="b")]
    assert explained(pack(claim("it", quotes=twice)), "it").independence == ""


def test_a_rejection_is_no_carrier():
    assert carried(GAZETTE, HERALD, rejected=[COURIER]).startswith("These 2 articles")


reports = st.lists(st.sampled_from([None, "one", "two"]), min_size=1, max_size=5)


@given(reports)
def test_the_number_of_sources_is_right(given_reports):
    articles = [
        Article(f"a{n}", "A", "", "May", None, report, "original", None)
        for n, report in enumerate(given_reports)
    ]
    said = carried(*articles)
    sources = given_reports.count(None) + len(set(given_reports) - {None})
    if len(articles) == 1:
        assert said == ""
    elif sources == 1:
        assert f"These {len(articles)} articles retell one report" in said
    elif sources == len(articles):
        assert "no common report" in said
    else:
        assert said.startswith(f"{len(articles)} articles, but only {sources} reports")


# Marks

bits = st.text('ab \u00a0“"', max_size=6)


@given(st.text('ab \u00a0“"', max_size=30), bits, bits, st.lists(bits, max_size=3))
def test_marks_stand_on_their_words_and_never_overlap(text, source, cue, hedges):
    found = marks(quote(text, source=source, cue=cue, hedges=tuple(hedges)))
    end = 0
    for mark in found:
        assert end <= mark.begin < mark.end <= len(text)
        end = mark.end
        words = {"source": [source], "cue": [cue], "hedge": hedges}[mark.role]
        assert fold(text[mark.begin : mark.end]) in map(fold, words)


@pytest.mark.parametrize(
    ("text", "given_words", "found"),
    [
        ("Kim says so", ("Kim", "says", ()), [("Kim", "source"), ("says", "cue")]),
        ("says Kim, maybe", ("Kim", "says", ("maybe",)), ["says", "Kim", "maybe"]),
        ("Kim Kim", ("Kim", "Kim", ()), [("Kim", "source"), ("Kim", "cue")]),
        ("it is said", ("", "it is said", ("is",)), ["it is said"]),
        ("may say he may", ("", "may say", ("may",)), [("may say", "cue"), ("may", "hedge")]),
        ("“Kim” said", ('"Kim"', "said", ()), ["“Kim”", "said"]),
        ("nothing", ("absent", "", ()), []),
    ],
)
def test_marks(text, given_words, found):
    source, cue, hedges = given_words
    made = marks(quote(text, source=source, cue=cue, hedges=hedges))
    shown = [(text[m.begin : m.end], m.role) for m in made]
    assert [s if isinstance(f, tuple) else s[0] for s, f in zip(shown, found, strict=True)] == found


@few
@given(packs())
def test_every_answer_is_explained(small):
    for kind in KINDS.values():
        for item in kind.items(small):
            for chosen in (*kind.answers(small, item), "nothing"):
                told = explain(small, grade(small, item, chosen))
                assert told.right == (chosen != "nothing")
                assert told.verdict.startswith("Yes." if told.right else "Not this time.")
                assert told.decided
