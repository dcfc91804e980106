"""What goes out comes in again: text, feedback, passages with their sources, tags, ids, order."""

from dataclasses import replace

from exchange_samples import BOOK, PLAIN, books
from hypothesis import HealthCheck, given, settings

from quizgame.exchange.csv_in import read_csv
from quizgame.exchange.csv_out import table
from quizgame.exchange.exercises import Evidence
from quizgame.exchange.gift_in import read_gift
from quizgame.exchange.gift_out import gift, rule
from quizgame.exchange.of_pack import book as book_of
from quizgame.exchange.to_pack import IMPORTED, pack_toml
from quizgame.packs.articles import UNDATED
from quizgame.packs.load import load

many = settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def told(book):
    """The exercises without a reason that is nothing but the rule of their skill."""
    return [
        replace(one, why="\n".join(x for x in one.why.split("\n") if x != rule(one.tags)))
        for one in book.exercises
    ]


@many
@given(books())
def test_gift(book):
    taken = read_gift(gift(book), "a.gift")
    assert taken.losses == []
    assert taken.taken == told(book)
    assert taken.seen == len(book.exercises)
    assert taken.sets == {book.title.strip(): [one.id for one in book.exercises]}


@many
@given(books())
def test_csv(book):
    taken = read_csv(table(book), "a.csv")
    assert taken.losses == []
    assert taken.taken == list(book.exercises)


@settings(many, max_examples=30)
@given(books())
def test_a_pack(tmp_path, book):
    """An import is a pack without errors, and exports to what was imported."""
    taken = read_csv(table(book), "a.csv")
    (tmp_path / "pack.toml").write_text(pack_toml(taken, "a-pack", "A pack"), encoding="utf-8")
    loaded = load(tmp_path)
    assert [d for d in loaded.diagnostics if d.severity == "error"] == []
    again, losses = book_of(loaded.pack)
    assert losses == []
    for before, after in zip(book.exercises, again.exercises, strict=True):
        mark = set() if before.evidence else {IMPORTED}
        assert set(after.tags) == set(before.tags) | mark
        shown = tuple(replace(one, dated=one.dated or UNDATED) for one in before.evidence)
        dated = tuple(replace(one, dated=one.dated or UNDATED) for one in after.evidence)
        assert dated == shown
        assert replace(after, tags=(), evidence=()) == replace(before, tags=(), evidence=())


def test_the_shipped_pack_as_gift_and_as_a_table(shipped):
    book, _ = book_of(shipped)
    for taken in (read_gift(gift(book), "a.gift"), read_csv(table(book), "a.csv")):
        assert taken.losses == []
        assert taken.seen == len(taken.taken) == len(book.exercises)
        for before, after in zip(book.exercises, taken.taken, strict=True):
            assert (after.id, after.ask, after.evidence) == (before.id, before.ask, before.evidence)
            assert after.right == before.right
            assert (after.why, after.tags) == (before.why, before.tags)


def test_a_passage_without_a_paper_stays_in_the_question():
    source = "::q::[html]<blockquote>Said so.</blockquote><p>Who?</p>{=A ~B}"
    (one,) = read_gift(source, "a.gift").taken
    assert (one.ask, one.evidence) == ("Said so.\nWho?", ())


def test_the_example_reads_as_it_should():
    (one,) = read_gift(gift(BOOK), "a.gift").taken
    assert one == PLAIN
    assert one.evidence == (
        Evidence('Two teachers say: "It closes in May."', "School Gazette", "12 May"),
    )
