"""Worksheets: handouts without a key, a key for every version, and nothing but text in them."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from exchange_samples import BOOK, PLAIN, books
from hypothesis import given, settings

from quizgame.exchange import worksheet_html, worksheet_markdown
from quizgame.exchange.exercises import Option
from quizgame.exchange.of_pack import book as book_of
from quizgame.exchange.worksheet import letters, versions

STYLES = (worksheet_markdown, worksheet_html)


class Text(HTMLParser):
    """The text of a page, and its tags."""

    def __init__(self, source):
        super().__init__()
        self.tags, self.words = [], []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        self.words.append(data)


@pytest.fixture
def lesson(shipped):
    return book_of(shipped, "lesson-acts-and-words")[0]


def test_the_same_seed_gives_the_same_sheets(lesson):
    assert versions(lesson, 3, 1) == versions(lesson, 3, 1)
    assert versions(lesson, 3, 1) != versions(lesson, 3, 2)


def test_versions_have_the_same_exercises_in_another_order(lesson):
    made = versions(lesson, 3, 0)
    orders = [tuple(task.exercise.id for task in version.tasks) for version in made]
    assert [version.name for version in made] == ["A", "B", "C"]
    assert len(set(orders)) == 3
    assert len({frozenset(order) for order in orders}) == 1


def test_a_single_version_keeps_the_order_of_the_set(lesson):
    (made,) = versions(lesson, 1, 5)
    assert tuple(task.exercise for task in made.tasks) == lesson.exercises


def test_the_letter_is_that_of_the_right_option(lesson):
    for version in versions(lesson, 2, 0):
        for task in version.tasks:
            assert dict(task.lettered())[task.letter] == task.exercise.right


def test_options_with_an_order_of_their_own_keep_it(lesson):
    for version in versions(lesson, 3, 0):
        for task in version.tasks:
            if task.exercise.ordered:
                assert task.options == task.exercise.options


@pytest.mark.parametrize("style", STYLES)
def test_a_handout_does_not_tell_the_key(style, lesson):
    made = versions(lesson, 2, 0)
    sheet, key = style.handouts(lesson, made), style.key(lesson, made)
    for exercise in lesson.exercises:
        for line in exercise.why.split("\n"):
            words = line[:20]
            if words.isalpha():
                assert words in key
                assert words not in sheet
    for version in made:
        assert letters(version) not in sheet


def test_sources_stand_on_both_sheets(lesson):
    made = versions(lesson, 1, 0)
    outlets = {shown.outlet for one in lesson.exercises for shown in one.evidence}
    assert outlets
    for sheet in (worksheet_html.handouts(lesson, made), worksheet_html.key(lesson, made)):
        assert all(outlet in sheet for outlet in outlets)


def test_a_page_needs_nothing_else(lesson):
    page = worksheet_html.handouts(lesson, versions(lesson, 2, 0))
    assert not re.search(r"https?:|src=|url\(|@import", page)
    assert "@page" in page
    assert "size:" not in page.partition("@page")[2][:40]
    assert page.count("<section>") == 2


@settings(max_examples=15)
@given(books())
def test_foreign_text_brings_no_tags(book):
    quiet = replace(book, title="x", exercises=(replace(PLAIN, tags=book.exercises[0].tags),))
    for sheet in (worksheet_html.handouts, worksheet_html.key):
        known = set(Text(sheet(quiet, versions(quiet, 1, 0))).tags)
        assert set(Text(sheet(book, versions(book, 1, 0))).tags) <= known | {"br"}


def test_markdown_shows_signs_as_they_are():
    one = replace(PLAIN, ask="1. *Not* a [link](x) <b>", options=(Option("- a"), Option("# b_c")))
    book = replace(BOOK, exercises=(one,))
    sheet = worksheet_markdown.handouts(book, versions(book, 1, 0))
    assert r"**1\. \*Not\* a \[link\](x) \<b\>**" in sheet
    assert r"** \- a" in sheet
    assert r"** \# b\_c" in sheet
