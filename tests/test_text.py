"""What foreign text may show, how it is wrapped, and which names are taken."""

import re
import time
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from quizgame.errors import UsageError
from quizgame.nicknames import NAME_CELLS, clean_name
from quizgame.text import ASCII, STATUSES, UNICODE
from quizgame.wrapping import wrap

HOSTILE = (
    "\x1b\x9b\x00\x07\x7f\x85\t\r\n\u202e\u2066\u2028\u2029\u200b\u200d\u200c\ufeff\u00ad"
    "\u200e\u200f\u061c\ud800\udfff\ue000\u0301\u0489\u20dd\u00a0\u3000\ufffe李🇺👨🏽\u200d“…€ńﬁ½"
)
texts = st.text(st.one_of(st.characters(), st.sampled_from(HOSTILE), st.sampled_from(" \n abc")))
every_character = "".join(map(chr, range(0x110000)))
dangerous = [
    char
    for char in every_character
    if unicodedata.category(char) in {"Cc", "Cs", "Co", "Zl", "Zp"} and char not in "\n\t"
] + list("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


def test_every_character_is_cleaned_to_one():
    assert len(UNICODE.clean(every_character)) == len(every_character)
    assert len(ASCII.clean(every_character)) == len(every_character)


def test_nothing_dangerous_is_ever_shown():
    shown = UNICODE.clean(every_character)
    assert set(shown).isdisjoint(dangerous)


def test_ascii_is_only_printable_ascii():
    shown = ASCII.clean(every_character)
    assert shown.isascii()
    assert set(shown) == {"\n", *map(chr, range(0x20, 0x7F))}


@given(texts)
def test_cleaning_is_done_once(text):
    for signs in (UNICODE, ASCII):
        once = signs.clean(text)
        assert len(once) == len(text)
        assert signs.clean(once) == once


@given(texts)
def test_a_line_is_one_line(text):
    for signs in (UNICODE, ASCII):
        assert "\n" not in signs.line(text)
        assert signs.line(text) == signs.clean(text).replace("\n", " ")


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a\tb", "a b"),
        ("a\u00a0b", "a b"),
        ("a\u3000b", "a b"),
        ("a\nb", "a\nb"),
        ("a\r\nb\r", "a \nb\ufffd"),
        ("\x1b[31mred", "\ufffd[31mred"),
        ("\x9b31m", "\ufffd31m"),
        ("abc\u202ecba", "abc\ufffdcba"),
        ("\ud800", "\ufffd"),
        ("\ufeffSchool news", "\u200cSchool news"),
        ("a\u200eb", "a\u200cb"),
        ("\u0915\u094d\u200d\u0937", "\u0915\u094d\u200d\u0937"),
        ("\u0646\u200c\u0645", "\u0646\u200c\u0645"),
        ("“toRussia And” – $2,000 {that a} [/b]", "“toRussia And” – $2,000 {that a} [/b]"),
        ("ń ó ł ü € …", "ń ó ł ü € …"),
    ],
)
def test_clean(raw, shown):
    assert UNICODE.clean(raw) == shown


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("“quoted”, ‘so’ – or — not…", "\"quoted\", 'so' - or - not."),
        ("Zażółć", "Zazo?c"),
        ("5 €", "5 E"),
        ("李", "?"),
        ("a\u00a0b", "a b"),
        ("\x1b", "?"),
    ],
)
def test_ascii_typography(raw, shown):
    assert ASCII.clean(raw) == shown


@pytest.mark.parametrize("signs", [UNICODE, ASCII])
def test_every_status_has_a_sign_of_its_own(signs):
    assert len({signs.sign(status) for status in STATUSES}) == len(STATUSES)
    assert all(signs.sign(status) for status in STATUSES)
    assert signs.sign("clean") == signs.sign("") == ""


def test_ascii_signs_are_ascii():
    drawn = [value for name in vars(ASCII) if isinstance(value := getattr(ASCII, name), str)]
    assert len(drawn) > len(STATUSES)
    assert all(map(str.isascii, drawn))


widths = st.integers(1, 30)


@given(texts, widths)
@example("", 1)
@example("\n\n", 5)
@example("a  b", 1)
def test_wrapped_lines_cover_everything_but_spaces_once(text, width):
    spans = list(wrap(text, width))
    covered = [at for begin, end in spans for at in range(begin, end)]
    assert covered == sorted(set(covered))
    assert set(range(len(text))) - set(covered) <= {
        at for at, char in enumerate(text) if char in " \n"
    }
    assert not any("\n" in text[begin:end] for begin, end in spans)


@given(texts, widths)
def test_no_wrapped_line_is_too_wide(text, width):
    for begin, end in wrap(text, width):
        assert cell_len(text[begin:end]) <= width or end - begin == 1


@given(st.text("ab \n", max_size=60), widths)
def test_lines_are_full(text, width):
    """A line ends only where the next word would not fit."""
    spans = list(wrap(text, width))
    for (begin, end), (after, last) in pairwise(spans):
        if "\n" in text[end:after]:
            continue
        if text[end:after]:
            word = text[after:last].split(" ")[0]
            assert len(text[begin:after]) + len(word) > width
        else:
            assert end - begin == width


@given(st.text("ab \n", max_size=60), widths)
def test_a_word_that_fits_a_line_is_not_broken(text, width):
    begun = {begin for begin, _ in wrap(text, width)}
    for word in re.finditer(r"[^ \n]+", text):
        if len(word[0]) <= width:
            assert begun.isdisjoint(range(word.start() + 1, word.end()))


@given(st.lists(st.text("ab", max_size=9), max_size=9))
def test_every_newline_ends_a_line(lines):
    text = "".join(f"{line}\n" for line in lines)
    assert [text[b:e] for b, e in wrap(text, 10)] == (lines or [""])


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 5, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 8, ["one two", "three"]),
        ("  indented", 20, ["indented"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("to abcdefgh", 5, ["to", "abcde", "fgh"]),
        ("a\n\nb", 5, ["a", "", "b"]),
        ("a\n", 5, ["a"]),
        ("李小龙", 4, ["李小", "龙"]),
        ("李小", 1, ["李", "小"]),
        ("ab", 0, ["a", "b"]),
    ],
)
def test_wrap(text, width, lines):
    assert [text[b:e] for b, e in wrap(text, width)] == lines


@pytest.mark.parametrize("letter", ["a", "李", "e\u0301", "\u0301", "\u200d", "a ", "\u200b "])
def test_wrapping_takes_time_in_proportion_to_the_text(letter):
    def taken(length):
        text = letter * (length // len(letter))
        start = time.process_time()
        assert sum(1 for _ in wrap(text, 40)) >= length // 400
        return time.process_time() - start

    # A quadratic one would need 64 times as long.
    assert min(taken(80_000) for _ in range(2)) < 24 * max(taken(10_000), 0.002)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Ana", "Ana"),
        ("Jörg Müller", "Jörg Müller"),
        ("Jo\u0308rg", "Jörg"),
        ("李小龙", "李小龙"),
        ("  Ana   Maria\t", "Ana Maria"),
        ("Ana\nMaria\u2028Pia", "Ana Maria Pia"),
        ("Ａｎａ", "Ana"),
        ("Ana\u202e", "Ana"),
        ("\u2066Ana\u2069", "Ana"),
        ("\x1b[31mAna", "[31mAna"),
        ("A\u200bn\u00ada", "Ana"),
        ("e\u200d\u0301", "é"),
        ("🦊", "🦊"),
        ("Z\u0301\u0302\u0303\u0304", "Ź\u0302\u0303"),
        ("x\u0323\u0302\u0303\u0304", "x\u0323\u0302"),
        ("x" + "\u0316\u0317\u200d" * 30, "x\u0316\u0317"),
        ("x" + "\u20dd" * 30, "x\u20dd\u20dd"),
        ("क्षितिज", "क्षितिज"),
        ("ที่รัก", "ที่รัก"),
        ("..", ".."),
        ("CON", "CON"),
        ("a" * 20, "a" * 20),
        ("李" * 10, "李" * 10),
        ("A\u3164na", "Ana"),
    ],
)
def test_names(raw, name):
    assert clean_name(raw) == name


@pytest.mark.parametrize(
    "raw",
    ["", " ", "\t \n", "\u200b", "\u202e\u202c", "\u0301", "\u20dd ", "\u3164", "\u2800", "\x00"],
)
def test_names_that_cannot_be_seen(raw):
    with pytest.raises(UsageError, match="needed"):
        clean_name(raw)


@pytest.mark.parametrize("raw", ["a" * 21, "李" * 11, "क" + "\u0941" * 1000, "ﷺ" * 2])
def test_names_that_are_too_long(raw):
    with pytest.raises(UsageError, match="too long") as error:
        clean_name(raw)
    assert str(NAME_CELLS) in error.value.hint


@given(st.text(st.one_of(st.characters(), st.sampled_from(HOSTILE)), max_size=25))
def test_a_name_is_clean_and_stays_as_it_is(raw):
    try:
        name = clean_name(raw)
    except UsageError:
        return
    assert clean_name(name) == name
    assert unicodedata.is_normalized("NFKC", name)
    assert 0 < cell_len(name) <= NAME_CELLS
    assert len(name) < 100
    assert name == name.strip()
    assert UNICODE.line(name) == name
    marks = 0
    for char in name:
        marks = marks + 1 if unicodedata.combining(char) else 0
        assert marks <= 2
