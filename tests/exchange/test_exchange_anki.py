"""Notes for Anki, read by Anki itself."""

from dataclasses import replace

import pytest
from exchange_samples import BOOK, PLAIN

from quizgame.exchange.anki import notes
from quizgame.exchange.exercises import Option
from quizgame.exchange.of_pack import book as book_of

HOSTILE = replace(
    PLAIN,
    id="hostile",
    ask='<b>=1+1</b>\t"{{c1::x}}" [sound:x.mp3]\nwhat?',
    options=(Option("<script>x</script>"), Option('"quoted"\tand tabbed')),
    tags=("two words", "skill:word"),
)


@pytest.fixture
def collection(tmp_path):
    """An empty collection of Anki's."""
    anki = pytest.importorskip("anki.collection", reason="no wheel of Anki's for this system")
    opened = anki.Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def imported(collection, path, text):
    """What Anki says of an import."""
    from anki.import_export_pb2 import ImportCsvRequest

    path.write_text(text, encoding="utf-8")
    metadata = collection.get_csv_metadata(path=str(path), delimiter=None)
    return collection.import_csv(ImportCsvRequest(path=str(path), metadata=metadata)).log


def test_a_note_has_two_sides():
    *_, note = notes(BOOK).splitlines()
    guid, front, back, tags = note.split("\t")
    assert guid == "quizgame:canteen:closing"
    assert "It closes in May." in front
    assert "School Gazette" in front
    assert "No paper says so." in back
    assert tags == "skill::word"


def test_anki_takes_every_note_and_a_second_import_updates(tmp_path, collection, shipped):
    book, _ = book_of(shipped)
    path = tmp_path / "notes.txt"
    first = imported(collection, path, notes(book))
    assert (len(first.new), first.found_notes) == (len(book.exercises),) * 2
    changed = replace(book.exercises[0], why="Mended.")
    book = replace(book, exercises=(changed, *book.exercises[1:]))
    second = imported(collection, path, notes(book))
    assert (len(second.new), len(second.updated)) == (0, 1)
    note = collection.get_note(second.updated[0].id.nid)
    assert "Mended." in note.fields[1]
    assert collection.decks.id_for_name(book.title)


def test_hostile_text_stays_text(tmp_path, collection):
    book = replace(BOOK, title="A::B\tC\nD", exercises=(HOSTILE,))
    log = imported(collection, tmp_path / "notes.txt", notes(book))
    note = collection.get_note(log.new[0].id.nid)
    assert "&lt;b&gt;=1+1&lt;/b&gt;" in note.fields[0]
    assert "<script>" not in "".join(note.fields)
    assert note.tags == ["skill::word", "two_words"]
