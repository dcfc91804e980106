"""How claims are printed on the front page."""

import pytest
from pack_samples import claim, pack, question, quote

from quizgame.game.items import parse
from quizgame.game.printing import denier, line, line_of


def printed(status, **changes):
    said = quote(**{"status": status, "who": "Seoul"} | changes)
    return line(claim("it", quotes=[said]), said)


@pytest.mark.parametrize(
    ("status", "who", "text"),
    [
        ("confirmed", "DW", "Headline it"),
        ("confirmed", "", "Headline it"),
        ("alleged", "Seoul", "Seoul: Headline it"),
        ("alleged", "", "The mayor: Headline it"),
        ("denied", "Kyiv", "Kyiv: Headline it (the other side denies it)"),
        ("analysis", "Lange", "Opinion, Lange: Headline it"),
        ("analysis", "", "Opinion: Headline it"),
        ("unknown", "Seoul", "Not known: Headline it"),
    ],
)
def test_lines(status, who, text):
    assert printed(status, who=who) == text


def test_without_a_name_the_passage_s_own_words_stand_in_front():
    assert printed("alleged", who="", source="a report") == "A report: Headline it"
    assert printed("alleged", who="", source="") == "It is said: Headline it"


def no(who, article="gazette"):
    return quote(id=f"no-{who}", role="rejects", who=who, article=article, status="denied")


@pytest.mark.parametrize(
    ("rejecting", "name"),
    [
        ([], "the other side"),
        ([no("")], "the other side"),
        ([no("Moscow")], "Moscow"),
        ([no("Moscow", "herald")], "Moscow"),
        ([no("Moscow", "herald"), no("Pyongyang")], "Pyongyang"),
        ([no(""), no("Moscow")], "Moscow"),
    ],
)
def test_who_denies_it(rejecting, name):
    said = quote(status="denied", who="Kyiv")
    one = claim("it", quotes=[said, *rejecting])
    assert denier(one, said) == name
    assert line(one, said) == f"Kyiv: Headline it ({name} denies it)"


def test_the_line_of_an_item():
    small = pack(claim("it"), question("why"))
    assert line_of(small, parse("it", small)) == "Mayor: Headline it"
    assert line_of(small, parse("why", small)) == "Right"


def test_lines_of_the_shipped_pack(shipped):
    """Only facts are printed without a name or a word in front."""
    for one in shipped.claims.values():
        for said in one.quotes:
            text = line(one, said)
            assert (text == one.headline) == (said.status == "confirmed")
            assert one.headline in text
