"""Lists to choose from: lessons and packs, articles, players, settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.errors import QuizgameError
from quizgame.plain.prompts import Way, listen, pick, show
from quizgame.play.player import CONFIDENCE, SENSITIVE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from quizgame.plain.game import Game
    from quizgame.plain.voice import Voice

_SWITCHES = ((CONFIDENCE, "Ask how sure I am"), (SENSITIVE, "Ask sensitive items too"))


def choose(voice: Voice, title: str, entries: Sequence[tuple[str, str]]) -> int | None:
    """Asks for one of the entries, each a text and a note; None goes back."""
    voice.heading(title)
    ways = [Way(str(n), text, note) for n, (text, note) in enumerate(entries, 1)]
    show(voice, ways)
    key = pick(voice, "A number; Enter goes back", [Way("", "back"), *ways])
    return int(key) - 1 if key else None


def lessons(game: Game) -> None:
    """The sets of the pack in use, then the packs."""
    desk, pack = game.desk, game.desk.pack
    if pack is None:
        return
    sets = list(pack.sets.values())
    packs = list(desk.library.visible())
    entries = [(one.title, f"{len(one.items)} items") for one in sets]
    for found in packs:
        here = found.id == pack.id
        title = found.title or found.id or found.path.name
        entries.append((f"Pack: {title}", "in use" if here else "use this pack"))
    chosen = choose(game.voice, "Lessons and packs", entries)
    if chosen is None:
        return
    if chosen < len(sets):
        if desk.dealer:
            game.play(desk.dealer.play_set(sets[chosen]))
        return
    try:
        desk.use(packs[chosen - len(sets)].id)
    except QuizgameError as error:
        game.complain(error)


def articles(game: Game) -> None:
    """The articles of the pack in use."""
    pack = game.desk.pack
    if pack is None:
        return
    every = list(pack.articles.values())
    entries = [(f"{one.outlet}, {one.dated}", one.title) for one in every]
    chosen = choose(game.voice, "Articles", entries)
    if chosen is not None:
        game.read(pack, every[chosen].id, None)


def players(game: Game) -> None:
    """Everybody with a save in the folder; somebody new; another name."""
    desk = game.desk
    files = desk.players()
    entries = [(one.name or "No name yet", _here(game, one.path)) for one in files]
    chosen = choose(
        game.voice,
        "Players",
        [*entries, ("New player", ""), ("Rename yourself", "")],
    )
    if chosen is None:
        return
    if chosen < len(files):
        _seat(game, files[chosen].path)
    elif chosen == len(files):
        ask_name(game, lambda name: _make(game, name))
    else:
        ask_name(game, desk.player.rename)


def _here(game: Game, path: Path) -> str:
    return "plays now" if path == game.desk.player.path else ""


def ask_name(game: Game, take: Callable[[str], None]) -> None:
    """Asks for a nickname until one is taken; Enter alone takes none."""
    # 8 ms, which only a name that is being given needs.
    from quizgame.nicknames import clean_name

    about = "A nickname is enough. Enter alone takes none."
    while raw := listen(game.voice, "Nickname, or Enter alone", about=about):
        try:
            take(clean_name(raw))
        except QuizgameError as error:
            game.complain(error)
        else:
            game.voice.say(f"Kept for {game.desk.player.name}.")
            return


def _make(game: Game, name: str) -> None:
    game.desk.player.flush()
    game.desk.make(name)


def _seat(game: Game, path: Path) -> None:
    try:
        # The answers of whoever sits here must not leave with them.
        game.desk.player.flush()
        game.desk.seat(path)
    except QuizgameError as error:
        game.complain(error)


def settings(game: Game) -> None:
    """What can be switched off and on; kept with the save."""
    is_on = {key: game.desk.player.settings.get(key) is not False for key, _ in _SWITCHES}
    entries = [(text, "yes" if is_on[key] else "no") for key, text in _SWITCHES]
    chosen = choose(game.voice, "Settings; a number switches one", entries)
    if chosen is not None:
        key, text = _SWITCHES[chosen]
        game.desk.choose(key, not is_on[key])
        game.save()
        game.voice.say(f"{text}: {'no' if is_on[key] else 'yes'}.")
