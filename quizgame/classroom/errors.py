"""What can go wrong with a live session in a way that a person can mend."""

from __future__ import annotations

from quizgame.errors import QuizgameError


class SessionError(QuizgameError):
    """Something about a session's folder, its journal or its hub."""


class NoSession(SessionError):
    """There is no such session."""

    exit_code = 2


class UnreadableJournal(SessionError):
    """The journal cannot be used. It is left exactly as it is."""


class HubLives(SessionError):
    """Another process runs the hub of this session."""


class HubNotStarted(SessionError):
    """The hub's process has ended, or did not listen in time."""


class NoHub(SessionError):
    """No process runs the hub of this session."""


class Unreachable(SessionError):
    """Nobody answers at the address, or it is no hub."""
