"""A small pack with a set for a class, and the hub that hosts it as a process of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.classroom_servers import Hub

if TYPE_CHECKING:
    from pathlib import Path

KEYS = ("confirmed", "alleged", "confirmed")
"""What is right of the three questions of the set."""

LONG = 18_000
"""How many characters the passage of the set `long` has."""

_HEAD = """
format = 1
[pack]
id = "pier"
title = "The old pier"

[[article]]
id = "gazette"
file = "gazette.txt"
outlet = "Harbour Gazette"
published = 2031-03-03

[[set]]
id = "class"
title = "A lesson"
items = ["closing", "passengers", "wreck"]

[[set]]
id = "long"
title = "A lesson with much to read"
items = ["timetable"]
"""
_CLAIM = """
[[claim]]
id = "{id}"
text = "{text}"
status = "{status}"
quote = '''{quote}'''
"""
_CLAIMS = (
    ("closing", "The council closes the old pier.", "confirmed",
     "The council voted on Monday evening to close the old pier, by nine votes to two."),
    ("passengers", "The ferry carried 40 passengers.", "alleged",
     "According to the harbour office, the ferry carried 40 passengers."),
    ("wreck", "The wreck is the trawler Anna.", "confirmed",
     "Divers from the university measured the wreck at 14 metres; it is the trawler Anna."),
    ("timetable", "The timetable is printed.", "confirmed", "The ferry leaves. " * (LONG // 18)),
)  # fmt: skip


def write_pack(folder: Path) -> Path:
    """A folder of packs with the small one in it."""
    home = folder / "packs" / "pier"
    home.mkdir(parents=True)
    text = _HEAD
    for id, claim, status, quote in _CLAIMS:
        text += _CLAIM.format(id=id, text=claim, status=status, quote=quote)
    (home / "pack.toml").write_text(text, encoding="utf-8")
    article = "\n".join(quote for *_, quote in _CLAIMS)
    (home / "gazette.txt").write_text(article, encoding="utf-8")
    return folder / "packs"


def host(folder: Path, *options: str) -> Hub:
    """Hosts the set with names as they come; the last of equal options counts."""
    packs = write_pack(folder)
    given = ("pier", "--set", "class", "--names", "free", "--packs", str(packs), *options)
    return Hub(folder / "saves", *given)
