"""Whether a port of this machine can be had."""

from __future__ import annotations

import socket
import sys

from quizgame.classroom.targets import MOST_PORTS, Target

_NEXT = 20


def is_mine(address: str) -> bool:
    """Whether this machine has an IPv4 address."""
    return _can_have(Target(address, 0))


def free_after(target: Target) -> int | None:
    """The next port of an address that is free; None if none near it is."""
    following = range(target.port + 1, min(target.port + _NEXT, MOST_PORTS) + 1)
    return next((port for port in following if _can_have(Target(target.host, port))), None)


def _can_have(target: Target) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as tried:
        if sys.platform != "win32":
            # What was closed a moment ago may still be held back otherwise.
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((target.host, target.port))
        except (OSError, UnicodeError):
            return False
    return True
