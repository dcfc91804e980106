import subprocess
import sys

import pytest
from packs_samples import MINIMAL, write

from quizgame.packs import library
from quizgame.packs.items import item_name


def named(name):
    return MINIMAL.replace('"school"', f'"{name}"')


@pytest.fixture
def places(tmp_path):
    """Two places with packs, one hidden by another, one broken."""
    write(tmp_path / "one" / "b", named("b"))
    write(tmp_path / "one" / "a", named("a"))
    (tmp_path / "one" / "single.toml").write_text(named("single"))
    (tmp_path / "one" / "notes.txt").write_text("no pack")
    write(tmp_path / "two" / "c", named("a"))
    write(tmp_path / "two" / "d", "nonsense = ")
    return [tmp_path / "one", tmp_path / "two", tmp_path / "gone"]


def test_the_first_pack_with_an_id_is_played_and_the_other_named(places):
    found = library.find(places)
    assert [(one.path.name, one.id) for one in found.entries] == [
        ("a", "a"),
        ("b", "b"),
        ("single.toml", "single"),
        ("c", "a"),
        ("d", ""),
    ]
    assert found.get("a").path == places[0] / "a"
    assert [one.hidden_by for one in found.entries if one.path.name == "c"] == [places[0] / "a"]
    assert [one.path.name for one in found.visible()] == ["a", "b", "single.toml", "d"]
    assert found.get("nothing") is None


def test_a_broken_pack_hides_nothing_and_tells_what_is_wrong(places):
    broken = library.find(places).entries[-1].load()
    assert broken.pack is None
    assert [one.code for one in broken.diagnostics] == ["T101"]


def test_a_place_may_be_a_pack_itself(places):
    assert [one.id for one in library.find([places[0] / "b"]).entries] == ["b"]
    assert [one.id for one in library.find([places[0] / "single.toml"]).entries] == ["single"]
    assert library.packs_at(places[0] / "b" / "pack.toml") == [places[0] / "b"]


def test_places_come_from_the_environment(places):
    found = library.find(environ={"QUIZGAME_PACKS": str(places[1])})
    assert [one.place.why for one in found.entries] == ["QUIZGAME_PACKS"] * 2


def test_finding_packs_reads_no_articles(places):
    for article in places[0].rglob("gazette.txt"):
        article.unlink()
        article.mkdir()
    assert len(library.find(places).entries) == 5


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a", ("a", None, None)),
        ("a?two-way", ("a", "two-way", None)),
        ("a@fakti-2", ("a", None, "fakti-2")),
        ("a?source@b", ("a", "source", "b")),
        ("a@b?source", None),
        ("A", None),
        ("a?", None),
        ("", None),
    ],
)
def test_names_of_items(text, parts):
    assert item_name(text) == parts


@pytest.mark.parametrize("module", ["pack", "quotes", "diagnostics", "render", "library", "items"])
def test_playing_waits_for_no_validation_library(module):
    code = f"import sys, quizgame.packs.{module}; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"pydantic", "textual", "rich"} & set(run.stdout.split())
