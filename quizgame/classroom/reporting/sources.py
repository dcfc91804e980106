"""What a report is asked about: session ids, session folders, saves, or patterns of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.classroom import folder, journal, results, tickets
from quizgame.classroom.errors import NoSession
from quizgame.classroom.folder import Folder
from quizgame.classroom.reporting import solo
from quizgame.classroom.reporting.known import known_as
from quizgame.errors import QuizgameError
from quizgame.saves import listing
from quizgame.saves.reading import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quizgame.insight.given import Held


_PATTERN = re.compile(r"[*?\[]")


@dataclass(slots=True)
class Sources:
    """What was found.

    Attributes:
        held: each session and save, some perhaps more than once.
        notices: sentences about what was read all the same.
        problems: what could not be read; the rest is there.
    """

    held: list[Held] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    problems: list[QuizgameError] = field(default_factory=list)


def sources(named: Iterable[str], saves: Path) -> Sources:
    """Everything that is named; without a name, the session that was written to last.

    Args:
        named: what was given on the command line.
        saves: the folder of saves, in which sessions are looked for by their ids.
    """
    found = Sources()
    for one in list(named) or [""]:
        try:
            for place in _places(one, saves):
                _add(place, found)
        except QuizgameError as error:
            found.problems.append(error)
        except OSError as error:
            found.problems.append(_unreadable(one, error))
    return found


def _unreadable(named: str, error: OSError) -> QuizgameError:
    why = error.strerror or str(error)
    return NoSession("This cannot be read", f"{named[:80]}: {why}.", "Check its name.")


def _places(named: str, saves: Path) -> Iterator[Folder | Path]:
    """The sessions and files that an argument means.

    Raises:
        NoSession: it means none.
    """
    path = Path(named)
    if named and _is_tickets(path):
        return
    if named and path.is_dir():
        yield Folder(path)
    elif named and path.name == "journal.jsonl" and path.is_file():
        yield Folder(path.parent)
    elif named and path.exists():
        yield path
    elif _PATTERN.search(named):
        yield from _matching(named, saves)
    elif path.suffix == ".toml":
        raise NoSession("There is no such file", f"{named} is not there.", "Check its name.")
    else:
        yield folder.find(saves, named)


def _is_tickets(path: Path) -> bool:
    """Whether it is the folder beside the sessions that is none."""
    return path.name == tickets.folder(path).name and not Folder(path).journal.exists()


def _matching(pattern: str, saves: Path) -> Iterator[Folder | Path]:
    """The files and folders that a pattern means, which a shell did not look up."""
    root = Path(Path(pattern).anchor)
    try:
        found = sorted(root.glob(str(Path(pattern).relative_to(root))))
    except ValueError as error:
        raise NoSession("This is no pattern", f"{pattern}: {error}.", "Check it.") from error
    here = [path for path in found if not path.name.startswith(".")]
    there = [one.path for one in folder.every(saves) if Path(one.session).match(pattern)]
    if not here and not there:
        raise NoSession("Nothing is called so", f"{pattern} matches nothing.", "Check the pattern.")
    for path in here or sorted(there):
        if not _is_tickets(path):
            yield Folder(path) if path.is_dir() else path


def _add(place: Folder | Path, found: Sources) -> None:
    """Reads one source; one that cannot be read does not keep the others of its pattern away."""
    try:
        if isinstance(place, Folder):
            _add_session(place, found)
        elif not listing.is_other(place.name):
            save = read(place)
            found.held.append(solo.held(save))
            found.notices += [f"{place.name}: {notice}" for notice in save.notices]
    except QuizgameError as error:
        found.problems.append(error)


def _add_session(place: Folder, found: Sources) -> None:
    # Something else than a file can make whoever opens it wait for ever.
    if not place.journal.is_file():
        raise NoSession(
            "This is no session's folder",
            f"{place.path} holds no journal.",
            f"Name a session in `{folder.root(Path('saves'))}`, or saves with `*.toml`.",
        )
    kept = journal.load(place.journal)
    held = results.held(kept.events)
    found.held.append(_named(held, place, found))
    if kept.damaged:
        numbers = ", ".join(map(str, kept.damaged))
        found.notices.append(f"{place.journal}: left out is what is damaged, in line {numbers}.")
    if not held.ended:
        found.notices.append(f"Session {held.session} is not over: this is what there is so far.")


def _named(held: Held, place: Folder, found: Sources) -> Held:
    """The session with the names of its private list; with a list that is wrong, without them."""
    try:
        known = known_as(place, held.students)
    except QuizgameError as error:
        found.problems.append(error)
        return held
    return replace(held, known_as={**held.known_as, **known})
