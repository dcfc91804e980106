"""Right or not, with everything that is accepted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pack_samples import claim, few, five_speakers, pack, packs, question, quote

from quizgame.game.grading import grade, skill_of
from quizgame.game.items import parse
from quizgame.game.kinds import KINDS
from quizgame.game.statuses import CHECKED, IN_PUBLIC, WORDS, accepted, decided
from quizgame.text import STATUSES


def right(small, written):
    item = parse(written, small)
    ids = {*STATUSES, *(f"why-{n}" for n in range(3)), "why-key", "Mayor", "Baker"}
    return {chosen for chosen in ids if grade(small, item, chosen).right}


@pytest.mark.parametrize(
    ("status", "also", "five_way", "two_way"),
    [
        ("confirmed", (), {"confirmed"}, {"confirmed"}),
        ("alleged", (), {"alleged"}, {"alleged"}),
        ("denied", (), {"denied"}, {"alleged"}),
        ("alleged", ("analysis",), {"alleged", "analysis"}, {"alleged"}),
        ("alleged", ("denied",), {"alleged", "denied"}, {"alleged"}),
        ("denied", ("confirmed",), {"denied", "confirmed"}, {"alleged", "confirmed"}),
        ("alleged", ("alleged",), {"alleged"}, {"alleged"}),
        ("analysis", (), {"analysis"}, None),
        ("unknown", ("analysis",), {"unknown", "analysis"}, None),
    ],
)
def test_what_is_right(status, also, five_way, two_way):
    small = pack(claim("it", status, also_accept=also))
    assert right(small, "it?five-way") == five_way
    if two_way:
        assert right(small, "it?two-way") == two_way


def test_the_status_is_the_quote_s():
    said = [quote(), quote(id="other", status="confirmed"), quote(id="third", status="denied")]
    small = pack(claim("it", "alleged", said))
    assert right(small, "it?five-way@gazette") == {"alleged"}
    assert right(small, "it?five-way@other") == {"confirmed"}
    assert right(small, "it?two-way@other") == {"confirmed"}
    assert right(small, "it?five-way@third") == {"denied"}


def test_sources_and_choices():
    small = pack(question("why"), *five_speakers())
    assert right(small, "by-mayor?source") == {"Mayor"}
    assert right(small, "why") == {"why-key"}


@few
@given(packs(), st.text())
def test_the_key_comes_first_and_is_right(small, nonsense):
    for kind in KINDS.values():
        for item in kind.items(small):
            answers = grade(small, item, "").answers
            assert grade(small, item, answers[0]).right
            assert grade(small, item, nonsense).right == (nonsense in answers)


def test_the_key_comes_first():
    both = claim("it", "alleged", also_accept=("confirmed", "alleged"))
    told = pack(both)
    assert accepted(both, both.quotes[0]) == ("alleged", "confirmed")
    assert grade(told, parse("it?two-way", told), "confirmed").answers == ("alleged", "confirmed")


def test_skills():
    small = pack(claim("it", skill="chain"), claim("none", skill=None), question("why"))
    assert skill_of(small, parse("it", small)) == "chain"
    assert skill_of(small, parse("none", small)) is None
    assert skill_of(small, parse("why", small)) == "scope"


def test_every_status_has_words():
    assert tuple(WORDS) == STATUSES
    assert len({words.name for words in WORDS.values()}) == len(STATUSES)
    assert [words.name.lower() for words in WORDS.values()] == list(STATUSES)


def test_which_rule_decided():
    public = claim("it", "confirmed")
    checked = claim("it", "confirmed", [quote(status="confirmed"), quote(id="c", role="checks")])
    assert decided(public, public.quotes[0]) == IN_PUBLIC
    assert decided(checked, checked.quotes[0]) == CHECKED
    rules = {decided(c, c.quotes[0]) for c in (claim("it", status) for status in STATUSES)}
    assert len(rules) == len(STATUSES)
