"""The front page as text, Markdown and SVG, whatever stands on it."""

import re
import unicodedata
from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizgame.exchange.page_markdown import escape, markdown
from quizgame.exchange.page_svg import Style, broken, measure, svg
from quizgame.exchange.page_text import text
from quizgame.game.front_page import FrontPage, PageLine
from quizgame.text import HIDDEN, STATUSES
from quizgame.wrapping import width

HOSTILE = (
    "</text><script>alert(1)</script>",
    '"><image href="http://x.example/a.png" onload="x()"/>',
    "]]>&lt;&#0;&bogus;",
    "\x00\x1b[2J\ufffe\u202e\ud800\x85",
    "北京" * 60,
    "W" * 300,
    "a\u0301" * 200,
)
anything = st.text(max_size=60) | st.sampled_from(HOSTILE)
lines = st.lists(
    st.builds(PageLine, anything, st.sampled_from([*STATUSES, ""]), st.booleans()), max_size=6
).map(tuple)
pages = st.builds(FrontPage, st.none() | st.dates(), lines, lines, lines)
SVG = "{http://www.w3.org/2000/svg}"
PAGE = FrontPage(
    date(2031, 3, 4),
    (PageLine("Council closes old pier", "confirmed"), PageLine("Run after all", "")),
    (PageLine("Opinion, A historian: Town spends too little", "analysis"),),
    (PageLine("Pilot: It was dark", "denied"), PageLine("Office: 40 on board", "alleged", True)),
)


@settings(max_examples=40)
@example(FrontPage(None, (), (), ()), "")
@example(FrontPage(None, tuple(PageLine(one, "alleged") for one in HOSTILE), (), ()), HOSTILE[0])
@given(pages, anything)
def test_any_page_is_a_picture_that_does_nothing(page, owner):
    made = svg(page, owner)
    root = ElementTree.fromstring(made.encode())
    used = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert used <= {"svg", "title", "rect", "g", "text", "line"}
    names = {name for element in root.iter() for name in element.attrib}
    assert not {name for name in names if name.startswith("on") or "href" in name}
    height = float(root.attrib["height"])
    for element in root.iter(f"{SVG}text"):
        assert 0 < float(element.attrib["y"]) < height


@settings(max_examples=40)
@example(FrontPage(None, tuple(PageLine(one, "alleged") for one in HOSTILE), (), ()), HOSTILE[3])
@given(pages, anything)
def test_any_page_is_clean_as_text_and_markdown(page, owner):
    many = len(page.news) + len(page.opinion) + len(page.corrections)
    for made in (text(page, owner), markdown(page, owner)):
        seen = set(made) - {"\n", "\N{ZERO WIDTH JOINER}", "\N{ZERO WIDTH NON-JOINER}"}
        assert not {unicodedata.category(char) for char in seen} & HIDDEN
    assert len(re.findall("^- ", markdown(page, owner), re.MULTILINE)) == many
    assert len(re.findall("^#", markdown(page, owner), re.MULTILINE)) == 1 + bool(
        page.opinion
    ) + bool(page.corrections)


def test_what_stands_on_the_picture():
    root = ElementTree.fromstring(svg(PAGE, "Ana"))
    shown = [element.text for element in root.iter(f"{SVG}text")]
    assert shown[:3] == ["ANA'S FRONT PAGE", "4 March 2031", "Confirmed or Alleged?"]
    flat = " ".join(shown)
    for words in ("CONFIRMED Council closes old pier Run after all", "Opinion ANALYSIS Opinion, A",
                  "Corrections DENIED Pilot: It was dark", "ALLEGED (STRUCK OUT) Office: 40 on",
                  "Denied: alleged, and a party rejects it"):  # fmt: skip
        assert words in flat
    struck = [e.text for e in root.iter(f"{SVG}text") if "text-decoration" in e.attrib]
    assert struck == ["Office: 40 on board"]
    assert "Unknown:" not in flat


def test_the_page_as_text():
    made = text(PAGE, "Ana").splitlines()
    assert made[0].strip() == "ANA'S FRONT PAGE"
    assert made[1].strip() == "4 March 2031"
    assert "✔ Council closes old pier" in made
    assert "  Run after all" in made
    assert "~ Office: 40 on board (struck out)" in made
    assert made[-1] == "✔ confirmed   ~ alleged   ≠ denied   ◆ analysis"
    assert max(map(width, made)) <= 76


def test_the_page_as_markdown():
    made = markdown(PAGE, "Ana").splitlines()
    assert made[:3] == ["# Ana's front page", "", "*4 March 2031*"]
    assert "- **Confirmed:** Council closes old pier" in made
    assert "- **Printed:** Run after all" in made
    assert "- **Alleged:** ~~Office: 40 on board~~ (struck out)" in made


def test_an_empty_page_says_so():
    empty = FrontPage(None, (), (), ())
    for made in (svg(empty, ""), text(empty, ""), markdown(empty, "")):
        assert "Nothing is printed yet." in made
        assert "front page" in made.lower()


@pytest.mark.parametrize(("foreign", "shown"), [
    ("a [b](http://x.example)", r"a \[b\](http\://x.example)"),
    ("<b>*x*</b> `y`", r"\<b\>\*x\*\</b\> \`y\`"),
    ("www.x.example a@x.example", r"www\.x.example a\@x.example"),
    ("![x] ~~y~~ & 3.5 %", r"\!\[x\] \~\~y\~\~ \& 3.5 %"),
    ("two\nlines", "two lines"),
])  # fmt: skip
def test_markdown_does_not_take_foreign_text_for_markup(foreign, shown):
    assert escape(foreign) == shown


@settings(max_examples=40)
@given(st.text(alphabet="aWi 北\u0301", max_size=80))
def test_rows_fit_and_lose_no_letter(words):
    rows = list(broken(words, Style(19, 25), 100))
    assert "".join("".join(rows).split()) == "".join(words.split())
    assert all(measure(row, 19) <= 100 for row in rows)


def test_a_very_long_line_takes_no_time():
    assert len(list(broken("x" * 100_000, Style(19, 25), 300))) > 1000
