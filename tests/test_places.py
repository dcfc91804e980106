"""Which folders are looked at, in which order, and never the working directory."""

import os
import sys
from pathlib import Path

import pytest

from quizgame import places

ROOT = Path(places.__file__).parent.parent
NOTHING = {}


@pytest.fixture
def installed(monkeypatch, tmp_path):
    """The package as if it lay among other packages."""
    package = tmp_path / "site-packages" / "quizgame"
    monkeypatch.setattr(places, "_PACKAGE", package)
    return package


@pytest.fixture
def data(monkeypatch, tmp_path):
    """The user's data folder."""
    monkeypatch.setattr(places, "_data_folder", lambda: tmp_path / "data")
    return tmp_path / "data"


def test_this_is_a_checkout():
    assert places.checkout() == ROOT


@pytest.mark.parametrize("missing", ["pyproject.toml", "content"])
def test_a_folder_that_only_looks_like_a_checkout(installed, missing):
    root = installed.parent
    (root / "content").mkdir(parents=True)
    (root / "pyproject.toml").touch()
    assert places.checkout() == root
    lost = root / missing
    lost.rmdir() if lost.is_dir() else lost.unlink()
    assert places.checkout() is None


def test_packs_in_a_checkout(data):
    found = list(places.packs(environ=NOTHING))
    assert [place.path for place in found] == [ROOT / "content", data / "packs"]
    assert [place.why for place in found] == ["this checkout", "your data folder"]


def test_packs_when_installed(installed, data):
    found = [place.path for place in places.packs(environ=NOTHING)]
    assert found == [data / "packs", installed / "content"]


def test_packs_named_in_the_environment_are_the_only_ones(data):
    environ = {"QUIZGAME_PACKS": os.pathsep.join(["/one", "", "/two"])}
    found = list(places.packs(environ=environ))
    assert [place.path for place in found] == [Path("/one"), Path("/two")]
    assert {place.why for place in found} == {"QUIZGAME_PACKS"}


def test_packs_named_by_hand_are_the_only_ones():
    given = [Path("b"), Path("a")]
    found = list(places.packs(given, {"QUIZGAME_PACKS": "/one"}))
    assert [place.path for place in found] == given
    assert {place.why for place in found} == {"--packs"}


def test_an_empty_variable_is_none(data):
    assert len(list(places.packs(environ={"QUIZGAME_PACKS": ""}))) == 2
    assert places.saves(environ={"QUIZGAME_SAVES": ""}).path == ROOT / "saves"
    assert places.keys({"QUIZGAME_KEYS": ""}).path == ROOT / "saves" / "keys.toml"


def test_articles_in_a_checkout(data):
    assert [place.path for place in places.articles()] == [ROOT / "seeds", data / "articles"]


def test_articles_when_installed(installed, data):
    assert [place.path for place in places.articles()] == [data / "articles"]


def test_saves_in_order(installed, data):
    environ = {"QUIZGAME_SAVES": "/named"}
    by_hand = places.saves(Path("/given"), environ)
    assert (by_hand.path, by_hand.why) == (Path("/given"), "--saves")
    assert places.saves(None, environ).path == Path("/named")
    assert places.saves(None, NOTHING).path == data / "saves"


def test_saves_in_a_checkout(data):
    assert places.saves(None, NOTHING).path == ROOT / "saves"


def test_keys_in_order(installed, data):
    assert places.keys({"QUIZGAME_KEYS": "/k.toml"}).path == Path("/k.toml")
    assert places.keys(NOTHING).path == data / "keys.toml"


def test_keys_in_a_checkout(data):
    assert places.keys(NOTHING).path == ROOT / "saves" / "keys.toml"


@pytest.mark.parametrize("where", ["checkout", "installed"])
def test_never_the_working_directory(monkeypatch, tmp_path, home, where, request):
    """A folder that is full of packs and saves is not looked at for being stood in."""
    if where == "installed":
        request.getfixturevalue("installed")
    here = tmp_path / "here"
    for folder in ("content", "packs", "saves", "seeds", "articles"):
        (here / folder).mkdir(parents=True)
    (here / "pyproject.toml").touch()
    before = _everything()
    monkeypatch.chdir(here)
    assert _everything() == before
    assert all(path.is_absolute() and here not in path.parents for path in before)


def _everything():
    found = [*places.packs(environ=NOTHING), *places.articles()]
    found += [places.saves(environ=NOTHING), places.keys(NOTHING)]
    return [place.path for place in found]


def test_tests_stay_at_home(home):
    """What the other tests rely on: nothing of theirs reaches the real folders."""
    assert places.saves().path == home / "saves"
    assert places.keys().path == home / "keys.toml"
    if sys.platform != "win32":  # where the system is asked, not the environment
        assert home in places._data_folder().parents


def test_looking_makes_nothing(home):
    _everything()
    assert list(home.iterdir()) == []
