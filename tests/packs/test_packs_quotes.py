"""The nearest passage, and how little time a hostile one takes."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packs_samples import ARTICLE, CLAIM, GAZETTE, HEAD, marked, write

from quizgame.packs.load import load
from quizgame.packs.nearest import nearest
from quizgame.packs.quotes import find, fold, quoted


def test_the_first_difference_is_shown_in_the_pack_and_in_the_article(tmp_path):
    toml = (
        HEAD + GAZETTE + CLAIM.replace("two teachers", "three\\u0020teachers").replace("'''", '"""')
    )
    (found,) = load(write(tmp_path, toml)).diagnostics
    assert marked(found.spot) == "three"
    (other,) = found.others
    assert other.path.name == "gazette.txt"
    assert marked(other) == "two"


def test_a_difference_late_in_a_long_quote(tmp_path):
    words = " ".join(f"word{n}" for n in range(2000))
    quote = words[1000:].replace("word1500", "w1500")
    near = nearest(quote, "x " + words + " y")
    assert near is not None
    assert quote[slice(*near.quoted)] == "w1500"
    assert ("x " + words + " y")[slice(*near.printed)] == "word1500"


def test_a_line_break_is_named(tmp_path):
    toml = HEAD + GAZETTE + CLAIM.replace("'''Acc", "'''School news. Acc")
    (found,) = load(write(tmp_path, toml)).diagnostics
    assert found.hint == "Write a line break in place of a space."


def test_nothing_alike():
    assert nearest("entirely other words here", fold(ARTICLE)) is None
    assert nearest("x", "") is None


@given(st.integers(0, 18), st.integers(6, 15), st.data())
def test_one_changed_word_is_found(first, length, data):
    article = fold(ARTICLE)
    words = article.split(" ")[first : first + length]
    changed = data.draw(st.integers(0, len(words) - 1))
    words[changed] = "Xyzzy"
    quote = " ".join(words).strip()
    near = nearest(quote, article)
    assert near is not None
    assert "Xyzzy" in quote[slice(*near.quoted)]
    assert article[slice(*near.printed)].strip()


@given(st.text('ab \n“"', max_size=80), st.text('ab \n“"', max_size=200))
def test_any_texts(quote, article):
    if find(quote, article) is None:
        near = nearest(fold(quote), fold(article))
        if near is not None:
            assert 0 <= near.quoted[0] <= near.quoted[1] <= len(quote)
            assert 0 <= near.printed[0] <= near.printed[1] <= len(article)


def test_repetitive_texts_take_no_time(tmp_path):
    claims = "".join(
        CLAIM.replace('"canteen"', f'"c{n}"').replace(
            "According to two teachers, the canteen", "ab " * (500 + n) + "c"
        )
        for n in range(200)
    )
    folder = write(tmp_path, HEAD + GAZETTE + claims)
    (folder / "gazette.txt").write_text("ab " * 300_000)
    start = time.perf_counter()
    found = load(folder).diagnostics
    assert len(found) == 200
    # Some tenths of a second; a search without bounds takes minutes.
    assert time.perf_counter() - start < 20


@pytest.mark.parametrize(
    ("text", "words", "inside"),
    [
        ('He said "no more" today.', "no more", True),
        ('He said "no more" today.', "today", False),
        ("„Nie“, said he", "Nie", True),
        ('to talk about "evidence” about the presence', "presence", False),
        ('and will not help," he said.', "will not help", True),
        ('"They come. So far we see nothing.', "we see nothing", True),
        ("nothing is quoted", "quoted", False),
        ("“One. “Two”, he said.", "One", True),
    ],
)
def test_what_stands_between_quotation_marks(text, words, inside):
    assert quoted(find(words, text), text) == inside
