"""Who may import whom, seen in fresh processes, and what the rules of the game never touch."""

import ast
import pkgutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import quizgame

ROOT = Path(quizgame.__file__).parent
BELOW_THE_SCREENS = (
    "packs",
    "game",
    "checking",
    "saves",
    "insight",
    "drafting",
    "exchange",
    "play",
    "classroom",
    "plain",
)
ROOMS_OF_RULES = ("game", "classroom/rules")
RULES = sorted(path for room in ROOMS_OF_RULES for path in (ROOT / room).rglob("*.py"))


def modules(package):
    """The names of a package and of every module in it."""
    found = import_module(package)
    inside = pkgutil.walk_packages(found.__path__, f"{package}.")
    return [package, *(module.name for module in inside)]


def loaded_by(names):
    """The top-level packages that a fresh process has after importing the modules."""
    program = "import sys, importlib\nfor name in sys.argv[1:]: importlib.import_module(name)\n"
    program += "print(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run(
        [sys.executable, "-c", program, *names], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


@pytest.mark.parametrize("room", BELOW_THE_SCREENS)
def test_nothing_below_the_screens_loads_textual(room):
    names = modules(f"quizgame.{room}")
    assert len(names) > 1
    assert "textual" not in loaded_by(names)


def test_the_rules_and_the_command_do_without_the_validation_library():
    names = [*modules("quizgame.game"), "quizgame.packs.pack", "quizgame.cli"]
    loaded = loaded_by(names)
    assert "quizgame" in loaded
    assert loaded.isdisjoint({"pydantic", "pydantic_core", "textual", "rich"})


def test_opening_the_desk_waits_for_nothing_heavy():
    loaded = loaded_by(["quizgame.play.opening", "quizgame.text", "quizgame.places"])
    assert loaded.isdisjoint({"pydantic", "textual", "rich", "platformdirs"})


def test_a_heavy_import_would_be_seen():
    """The test above sees what it is meant to see."""
    assert "pydantic" in loaded_by(["quizgame.packs.models"])


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_the_rules_know_no_clock_file_or_chance(path):
    assert list(forbidden(ast.parse(path.read_text("utf-8")))) == []


FORBIDDEN_MODULES = {
    *("time", "os", "pathlib", "io", "sys", "secrets", "uuid", "tempfile", "shutil", "locale"),
    *("textual", "pydantic", "rich", "platformdirs", "logging", "threading", "asyncio"),
}
FORBIDDEN_CALLS = {"open", "print", "input", "hash", "id", "exec", "eval", "__import__"}
FORBIDDEN_ATTRIBUTES = {"now", "today", "utcnow", "read_text", "write_text"}
ALLOWED_NAMES = {
    # A generator and a time are passed in.
    "random": {"Random"},
    "datetime": {"UTC", "date", "datetime", "timedelta"},
}


def forbidden(tree):
    """What in a module's code would reach for a file, a clock, a screen or global chance."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (
                    n.name
                    for n in names
                    if n.name.partition(".")[0] in FORBIDDEN_MODULES | ALLOWED_NAMES.keys()
                )
            case ast.ImportFrom(module=str(module), names=names):
                top = module.partition(".")[0]
                if top in FORBIDDEN_MODULES or module in _OTHER_ROOMS:
                    yield module
                if top in ALLOWED_NAMES:
                    yield from (n.name for n in names if n.name not in ALLOWED_NAMES[top])
            case ast.Call(func=ast.Name(id=name)) if name in FORBIDDEN_CALLS | {"Random"}:
                yield name
            case ast.Attribute(attr=name) if name in FORBIDDEN_ATTRIBUTES:
                yield name


_OTHER_ROOMS = {"quizgame.places", "quizgame.saves", "quizgame.play", "quizgame.tui"}


@pytest.mark.parametrize(
    "code",
    [
        "import time",
        "import os.path",
        "from pathlib import Path",
        "import random",
        "from random import shuffle",
        "from random import choice, Random",
        "def f():\n    return datetime.now()",
        "x = date.today()",
        "open('x')",
        "rng = Random(1)",
        "order = hash('x')",
        "from quizgame.places import saves",
    ],
)
def test_what_is_forbidden_is_seen(code):
    assert list(forbidden(ast.parse(code)))


def test_what_is_allowed_is_not_held_against_anybody():
    code = "from random import Random\nfrom datetime import date\nx = rng.random()\nimport re"
    assert list(forbidden(ast.parse(code))) == []


@pytest.mark.parametrize("room", ROOMS_OF_RULES)
def test_there_are_rules_to_look_at(room):
    assert sum(path.is_relative_to(ROOT / room) for path in RULES) > 10
