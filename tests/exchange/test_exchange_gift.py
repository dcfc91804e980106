"""GIFT as others write it, and our GIFT as others read it."""

import json
import subprocess
import sys

import pytest
from exchange_samples import BOOK
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.exchange.exercises import Option
from quizgame.exchange.gift_in import read_gift
from quizgame.exchange.gift_out import gift
from quizgame.exchange.gift_text import unescape
from quizgame.exchange.of_pack import book as book_of


def only(source):
    taken = read_gift(source, "quiz.gift")
    assert taken.losses == []
    (one,) = taken.taken
    return one


def test_the_file_looks_as_moodle_documents_it():
    assert gift(BOOK) == (
        "$CATEGORY: $course$/top/The canteen\n\n"
        "// [id:closing] [tag:skill:word]\n"
        '::closing::[html]<blockquote><p>Two teachers say\\: "It closes in May."</p>'
        "<footer><cite>School Gazette</cite>, <time>12 May</time></footer></blockquote>"
        "<p>When does the canteen close?</p>{\n"
        "\t=[plain]In May\n"
        "\t~[plain]In June#[plain]No paper says so.\n"
        "\t####[html]<p>Both teachers say May.</p>"
        "<p>Whose word is it? High office is still a word.</p>\n"
        "}\n"
    )


def test_an_independent_reader_finds_every_question(tmp_path, shipped):
    """pygiftparser, in a process of its own: it uses what Python has deprecated."""
    book, _ = book_of(shipped)
    path = tmp_path / "shipped.gift"
    path.write_text(gift(book), encoding="utf-8")
    program = (
        "import json, sys; from pygiftparser import parser\n"
        "found = parser.parseFile(open(sys.argv[1], encoding='utf-8'))\n"
        "print(json.dumps([[q.title, q.valid, type(q.answers).__name__, q.generalFeedback,"
        " [[a.answer, a.fraction, a.feedback] for a in q.answers.answers]] for q in found]))"
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program, str(path)],
        capture_output=True,
        check=True,
        text=True,
        env={"PYTHONUTF8": "1"},
    )
    found = json.loads(done.stdout)
    assert len(found) == len(book.exercises)
    for (_, valid, kind, told, answers), ours in zip(found, book.exercises, strict=True):
        assert (valid, kind) == (True, "SelectSet")
        # It leaves the backslashes in answers where they are.
        read = [(plain(text), share, plain(said)) for text, share, said in answers]
        assert read == [(o.text, 100 * (o is ours.right), o.feedback) for o in ours.options]
        assert bool(told) == bool(ours.why or any(tag.startswith("skill:") for tag in ours.tags))


def plain(text):
    return unescape(text).removeprefix("[plain]")


def test_plain_multiple_choice():
    one = only("Who wrote it?{=Anna ~Ben#He read it. ~Carla}")
    assert (one.id, one.ask) == ("who-wrote-it", "Who wrote it?")
    assert one.options == (Option("Anna"), Option("Ben", "He read it."), Option("Carla"))


def test_a_missing_word_leaves_a_gap():
    assert only("The paper is {~daily =weekly} now.").ask == "The paper is _____ now."


@pytest.mark.parametrize(("word", "right"), [("T", "True"), ("FALSE", "False"), ("true", "True")])
def test_true_or_false(word, right):
    one = only(f"It rained.{{{word}#Look again.#Well seen.}}")
    assert one.right == Option(right, "Well seen.")
    assert one.wrong == (Option({"True": "False", "False": "True"}[right], "Look again."),)


def test_weights_that_mean_right_and_wrong():
    one = only("Q?{~%100%yes ~%0%no ~%-50%never}")
    assert [option.text for option in one.options] == ["yes", "no", "never"]


def test_text_in_html_loses_its_tags_only():
    one = only("[html]<p>A <b>bold</b> &amp; one<br>and two</p><script>x()</script>{=a ~b}")
    assert one.ask == "A bold & one\nand two"


def test_categories_become_sets():
    source = "$CATEGORY: $course$/top/Week 1/A//B\n\n::x::Q?{=a ~b}\n\n$CATEGORY: Two\nR?{=a ~b}"
    assert read_gift(source, "f").sets == {"A/B": ["x"], "Two": ["r"]}


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("Just a sentence.", "no answers"),
        ("Open {=a ~b", "never closed"),
        ("One {=a ~b}\n::Two:: two {=a ~b}", "a blank line ends a question"),
        ("Essay{}", "essay"),
        ("When?{#1822:5}", "number"),
        ("Match {=a -> b =c -> d}", "matching"),
        ("Word {=one =two}", "asks for a word"),
        ("Two {=a =b ~c}", "2 right answers"),
        ("None {~a ~b}", "no right answers"),
        ("Half {~%50%a ~%50%b ~c}", "no right answers"),
        ("Odd {what}", "not understood"),
        ("Same {=a ~a}", "no wrong answer"),
        ("Empty {= ~a}", "empty"),
        ("{=a ~b}", "asks nothing"),
        (f"{'x' * 20_001}{{=a ~b}}", "20,000"),
    ],
)
def test_what_cannot_be_asked_is_named_with_its_line(source, why):
    taken = read_gift(f"// a comment\nQ?{{=a ~b}}\n\n{source}\n", "quiz.gift")
    assert (len(taken.taken), taken.seen) == (1, 2)
    (place, what) = taken.losses[-1]
    assert place == "quiz.gift:4"
    assert why in what


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ("Q{=a ~%33%b ~c}", "credit of 33 %"),
        ("Q{=a ~b ~c ~d ~e ~f}", "more than a question can have"),
        ("Q{=a ~b ~b}", "there twice"),
    ],
)
def test_what_is_lost_of_a_question_is_named(source, what):
    taken = read_gift(source, "quiz.gift")
    assert len(taken.taken) == 1
    assert what in taken.losses[0].what


def test_an_id_that_is_there_twice_is_named():
    taken = read_gift("// [id:x]\nQ{=a ~b}\n\n// [id:x]\nR{=a ~b}", "f")
    assert [one.id for one in taken.taken] == ["x", "x-2"]
    assert "`x` is there twice" in taken.losses[0].what


@settings(max_examples=60)
@given(st.text("{}=~#:\\%->TF[]html plain\n/$CATEGORY: 0<>&;", max_size=80) | st.text(max_size=60))
def test_nothing_makes_reading_fail(source):
    taken = read_gift(source, "f")
    assert len(taken.taken) <= taken.seen
    assert taken.seen - len(taken.taken) == sum("question left out" in x.what for x in taken.losses)


def test_a_large_file_is_read_to_its_end():
    source = "\n\n".join(f"Question {n}?{{=yes ~no {'~x' * 50}}}" for n in range(500))
    assert read_gift(source, "f").seen == 500
    assert read_gift("{" * 100_000, "f").seen == 1
    assert read_gift("<p>" * 10_000 + "{=a ~b}", "f").seen == 1
