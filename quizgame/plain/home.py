"""Home: what waits today, and the ways to everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.plain.prompts import Way, pick, show
from quizgame.play import standing, today

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.game.courses import Place
    from quizgame.plain.voice import Voice
    from quizgame.play.desk import Desk


def choose(voice: Voice, desk: Desk) -> str:
    """Says what there is to do, and gives the key of what the player wants."""
    voice.heading("CONFIRMED or ALLEGED?")
    voice.say(f"{desk.player.name or 'No name yet'}, day {max(1, desk.player.days())}.")
    voice.tell([*desk.player.notices, *desk.notices])
    ways = [*_today(voice, desk), *_others(voice, desk)]
    show(voice, ways)
    return pick(voice, "What do you want to do", ways, "You are at home.")


def course(desk: Desk) -> Place | None:
    """Where the player stands in the first course that is not at its end."""
    left = desk.player.open_round()
    places = desk.dealer.courses() if desk.dealer else []
    place = next((place for place in places if place.next), None)
    going = place and place.next and left and place.next.name == left[0].name
    return None if going else place


def _today(voice: Voice, desk: Desk) -> Iterator[Way]:
    if left := desk.player.open_round():
        begun, given = left
        yield Way("g", "Go on", f"{begun.title}, item {len(given) + 1} of {len(begun.items)}")
    dealer = desk.dealer
    if dealer is None:
        return
    if waits := today.corrections(dealer):
        yield Way("c", waits[0], waits[1])
    if place := course(desk):
        yield Way("t", place.plan.title, today.part(place, voice.type))
    yield Way("n", "New round", today.new_round(dealer, voice.type))
    yield Way("d", "The daily round", today.daily(dealer))


def _others(voice: Voice, desk: Desk) -> Iterator[Way]:
    if desk.newsroom and desk.newsroom.scenarios:
        yield Way("s", *standing.home(desk, voice.type))
    if desk.pack:
        yield Way("b", "Lessons and packs")
        yield Way("r", "Read the articles")
    yield Way("f", "Your front page")
    yield Way("p", "Progress")
    yield Way("w", "Players")
    if desk.player.answers and not desk.player.name:
        yield Way("k", "Keep your page", "a nickname is enough")
    yield Way("o", "Settings")
