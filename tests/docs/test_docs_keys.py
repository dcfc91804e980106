"""Every key that can be rebound is in the docs, with the key that it has."""

import pkgutil
import tomllib
from importlib import import_module

from docs_reading import files, rows
from textual.binding import Binding
from textual.dom import DOMNode

from quizgame.tui.app import QuizApp
from quizgame.tui.keys import PACKAGES, known_ids, read_keys

PAGE = "docs/students.md"


def bindings():
    packages = [import_module(name) for name in PACKAGES]
    names = (
        f"{package.__name__}.{module.name}"
        for package in packages
        for module in pkgutil.iter_modules(package.__path__)
    )
    modules = [import_module(name) for name in names]
    found = [QuizApp, *(value for module in modules for value in vars(module).values())]
    classes = [one for one in found if isinstance(one, type) and issubclass(one, DOMNode)]
    return [b for c in classes for b in c.BINDINGS if isinstance(b, Binding) and b.id]


def test_every_key_that_can_be_rebound_is_told_and_no_other():
    told = {name.strip("`"): key.strip("`") for name, key, _ in rows(PAGE, "Other keys")}
    assert set(told) == known_ids()
    keys = {}
    for binding in bindings():
        keys.setdefault(binding.id, set()).add(binding.key)
    assert {name for name, key in told.items() if key not in keys[name]} == set()


def test_the_example_of_rebound_keys_can_be_read(tmp_path):
    shown = files(PAGE)["keys.toml"]
    path = tmp_path / "keys.toml"
    path.write_text(shown, encoding="utf-8")
    assert read_keys(path) == tomllib.loads(shown)
