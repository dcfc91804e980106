"""Keys that a player has rebound, in a TOML file of `id = "key"` lines."""

from __future__ import annotations

import pkgutil
import tomllib
from difflib import get_close_matches
from importlib import import_module
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.dom import DOMNode

from quizgame.errors import UsageError
from quizgame.text import UNICODE

if TYPE_CHECKING:
    from pathlib import Path


PACKAGES = ("quizgame.tui.screens", "quizgame.tui.classroom.student")
"""Where the pages are whose keys can be rebound."""


def known_ids() -> frozenset[str]:
    """The ids of every key that can be rebound."""
    # 30 ms for pages that a game may never open; only a file of rebound keys asks for them.
    from quizgame.tui.app import QuizApp

    modules = [
        import_module(f"{package.__name__}.{module.name}")
        for package in map(import_module, PACKAGES)
        for module in pkgutil.iter_modules(package.__path__)
    ]
    pages = (page for module in modules for page in vars(module).values())
    classes = [QuizApp, *(page for page in pages if isinstance(page, type))]
    bindings = (b for c in classes if issubclass(c, DOMNode) for b in c.BINDINGS)
    return frozenset(b.id for b in bindings if isinstance(b, Binding) and b.id)


def read_keys(path: Path) -> dict[str, str]:
    """The rebound keys by binding id; empty if there is no such file.

    Raises:
        UsageError: the file is not TOML, an id is unknown, or a key is no text.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise _error(path, str(error), "Mend the file, or move it away.") from error
    known = known_ids()
    for name, key in table.items():
        if name not in known:
            close = get_close_matches(name, known, 1)
            hint = f'Did you mean "{close[0]}"?' if close else "The docs list every id."
            raise _error(path, f'There is no key named "{name}".', hint)
        if not isinstance(key, str) or not key or UNICODE.line(key) != key:
            hint = f'For example "{name}" = "j".'
            raise _error(path, f'"{name}" must be a key, in quotes.', hint)
    return dict(table)


def _error(path: Path, what: str, hint: str) -> UsageError:
    return UsageError("The rebound keys cannot be used", f"{path}: {what}", hint)
