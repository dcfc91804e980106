"""No test touches the folders of whoever runs it, nor the saves of the checkout."""

from pathlib import Path

import pytest
from hypothesis import settings

from quizgame.packs.load import load

# A machine that is busy must fail no test.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

CONTENT = Path(__file__).parent.parent / "content"

_HOMES = (
    "HOME",
    "USERPROFILE",
    "APPDATA",
    "LOCALAPPDATA",
    "XDG_DATA_HOME",
    "XDG_CONFIG_HOME",
    "XDG_CACHE_HOME",
    "XDG_STATE_HOME",
)


@pytest.fixture(autouse=True)
def home(tmp_path_factory, monkeypatch):
    """An empty home, and nothing that says where else packs or saves may be."""
    folder = tmp_path_factory.mktemp("home", numbered=True)
    for name in _HOMES:
        monkeypatch.setenv(name, str(folder))
    monkeypatch.delenv("QUIZGAME_PACKS", raising=False)
    monkeypatch.setenv("QUIZGAME_SAVES", str(folder / "saves"))
    monkeypatch.setenv("QUIZGAME_KEYS", str(folder / "keys.toml"))
    return folder


@pytest.fixture(scope="session")
def shipped():
    """The pack that ships with the game."""
    loaded = load(CONTENT / "october-2024")
    assert loaded.pack, loaded.diagnostics
    return loaded.pack
