"""A clock that stands, a pack on disk, and a player at a desk."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from pack_samples import claim, pack, question

from quizgame.packs.pack import ItemSet
from quizgame.play.dealer import Dealer
from quizgame.play.player import Player

NOON = datetime(2026, 5, 4, 12, 0, tzinfo=timezone(timedelta(hours=2)))

FACTS = [claim(f"fact-{n}", "confirmed") for n in range(8)]
WORDS = [claim(f"word-{n}", "alleged") for n in range(8)]
LESSON = ItemSet("lesson", "A lesson", ("fact-0", "why", "word-1?five-way"))
FIRST = ItemSet("first-session", "Your first page", ("word-0", "fact-0"))
SMALL = pack(*FACTS, *WORDS, question("why", claims=("fact-7",)), LESSON)


def now():
    return NOON


def dealer(player, of=SMALL, seed=1):
    return Dealer(of, player, now, seed)


def play(sitting, right=True, items=99):
    """Answers the next items with the key, or with something else; gives the answers."""
    for _ in range(items):
        asked = sitting.next()
        if asked is None:
            break
        item = asked.item
        key = sitting.pack.questions["why"].answer.id if "?choice" in item else _key(asked, sitting)
        sitting.answer(key if right else "something else", "", 1.26)
    return sitting.given


def _key(asked, sitting):
    ref = asked.item.partition("/")[2].partition("?")[0]
    return sitting.pack.claims[ref].status


def fresh(folder):
    return Player(folder)


PACK = """\
format = 1
[pack]
id = "{id}"
title = "The {id} pack"

[[article]]
id = "gazette"
file = "gazette.txt"
outlet = "The Gazette"
published = 2026-05-01

[[claim]]
id = "canteen"
text = "The canteen closes in May."
status = "alleged"
quote = '''According to two teachers, the canteen "closes in May".'''
"""


def write_pack(folder, name="school", text=PACK):
    """A pack of one claim on disk."""
    folder.mkdir(parents=True)
    (folder / "pack.toml").write_text(text.replace("{id}", name), "utf-8")
    said = 'News. According to two teachers, the canteen "closes in May".'
    (folder / "gazette.txt").write_text(said, "utf-8")
    return folder
