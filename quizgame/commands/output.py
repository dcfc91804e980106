"""What commands print."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from quizgame.exchange.exercises import Loss


def show(lines: Iterable[str], file: TextIO | None = None) -> None:
    """Prints lines; what in them could command a terminal is replaced."""
    # 15 ms. Where a path or a pack's text is printed, it may hold what commands a terminal.
    from quizgame.text import UNICODE

    for line in lines:
        print(UNICODE.clean(line), file=file)


def losses(lost: Iterable[Loss]) -> None:
    """Names on standard error what a format could not hold."""
    import sys

    show((f"{loss.place}: {loss.what}" for loss in lost), sys.stderr)


def show_json(value: object) -> None:
    """Prints a value as JSON, in ASCII."""
    import json

    print(json.dumps(value, indent=2))
