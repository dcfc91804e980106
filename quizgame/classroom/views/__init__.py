"""What each role may see of a session, by functions of its own."""

from __future__ import annotations

from quizgame.classroom.views.host import host_view, progress
from quizgame.classroom.views.projector import projector_view
from quizgame.classroom.views.student import StudentViews

__all__ = ["StudentViews", "host_view", "progress", "projector_view"]
