"""What can go wrong with a save. None of these ever costs what was acknowledged before."""

from __future__ import annotations

from quizgame.errors import QuizgameError


class SaveError(QuizgameError):
    """Something about a player's save; each subclass is one situation that a front tells apart."""


class UnreadableSave(SaveError):
    """The file is no save, or its head cannot be read. It is left exactly as it is."""


class NewerSave(UnreadableSave):
    """The file was begun by a later version of the game, which this one does not understand."""


class NotSaved(SaveError):
    """A record did not reach the disk. The file holds exactly what it held before."""


class NotDeleted(SaveError):
    """Something of a player's data is still there."""


class NameTaken(SaveError):
    """Another player in the same folder has this name."""
