"""A teacher's private list of who was who: the name that was given in class, and the real one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.classroom.roster_file import rows, text_of
from quizgame.errors import QuizgameError
from quizgame.exchange.cells import unguard

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizgame.classroom.folder import Folder

FILE = "names.csv"
"""Where it lies in a session's folder, if the teacher has put one there."""


def known_as(folder: Folder, students: Iterable[str]) -> dict[str, str]:
    """For each student of the list the real name; empty without a list.

    Lines about nobody in the session, such as headings, are passed over.

    Raises:
        QuizgameError: it cannot be read, or gives one student two names.
    """
    path = folder.path / FILE
    if not path.is_file():
        return {}
    try:
        listed = rows(text_of(path.read_bytes(), str(path)), str(path))
    except OSError as error:
        raise QuizgameError(
            "The list of names cannot be read", f"{path}: {error.strerror}.", "Allow reading it."
        ) from error
    names = {student.casefold(): student for student in students}
    found: dict[str, str] = {}
    for row in listed:
        given, real, *_ = (unguard(cell).strip() for cell in (*row.cells, "", ""))
        student = names.get(given.casefold())
        if student and real and found.setdefault(student, real) != real:
            raise QuizgameError(
                "The list of names has somebody twice",
                f"{path}:{row.line}: {student} is {found[student]} already.",
                "Leave one of the two lines.",
            )
    return found
