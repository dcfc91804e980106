"""A pack, a save and a name made of everything that a terminal or a toolkit could mistake."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import tomli_w

MARKUP = "[/b] [@click=app.exit]x[/] [red]r {that a} {0} {} $2,000 %s %(a)s $accent \\[ &amp; <b>"
COMMANDS = (
    "\x1b[2J\x1b]52;c;YXR0YWNr\x07\x1b]8;;http://x.example\x1b\\\x1bP0q\x1b\\\x1b[?1049l"
    "\x9b31m\x9d52;c;eA==\x9c\x85\x00\x07\x08\x7f\r\x0b\x0c"
)
DIRECTIONS = "\u202eabc\u202c \u202dq\u202c \u2066x\u2069 \u2067y\u2069 \u200e \u200f \u061c \ufeff"
LETTERS = (
    "e\u0301" + "\u0300\u0316" * 40 + " \u200d\u200c 漢字仮名交じり文 한국어 "
    "👩‍👩‍👧‍👦 🇰🇵 👍🏽 سلام دنیا שלום \u00ad\u2028\u2029 \ue000 \U000e0041 "
)
LONG = "x" * 300 + " " + "漢" * 300


def hostile(tag: str, *, long: bool = False) -> str:
    """A text that starts with a tag to find it by."""
    parts = [tag, MARKUP, COMMANDS, DIRECTIONS, LETTERS, "two\nlines\tand a tab"]
    return " ".join([*parts, LONG] if long else parts)


def pack() -> tuple[dict, str]:
    """The tables of a pack of every kind of item, and the text of its article."""
    speakers = [f"W{n} {MARKUP} {COMMANDS}{DIRECTIONS}" for n in range(5)]
    quotes = [
        f"{hostile(f'Quote{n}', long=n == 1)} SOURCE{n} {COMMANDS} CUE{n} HEDGE{n}."
        for n in range(5)
    ]
    statuses = ("alleged", "confirmed", "denied", "analysis", "unknown")
    claims = [
        {
            "id": f"c{n}",
            "text": hostile(f"Claim{n}", long=n == 2),
            "headline": hostile(f"Headline{n}"),
            "status": status,
            "skill": "word",
            "topic": hostile("Topic"),
            "why": hostile(f"Why{n}", long=n == 3),
            "lifts": hostile(f"Lifts{n}"),
            "quote": [
                {
                    "article": "first",
                    "text": quotes[n],
                    "who": speakers[n],
                    "source": f"SOURCE{n} {COMMANDS}",
                    "cue": f"CUE{n}",
                    "hedges": [f"HEDGE{n}"],
                    "means": hostile("Means"),
                },
                {"id": "again", "article": "second", "text": quotes[n], "who": speakers[n]},
            ],
        }
        for n, status in enumerate(statuses)
    ]
    question = {
        "id": "q",
        "ask": hostile("Ask"),
        "answer": hostile("Answer"),
        "wrong": [
            {"text": hostile(f"Wrong{n}"), "id": f"w{n}", "because": hostile(f"Because{n}")}
            for n in range(3)
        ],
        "claims": ["c0"],
        "skill": "scope",
        "why": hostile("Whyq"),
    }
    about = {
        "id": "hostile",
        "title": hostile("Title"),
        "summary": hostile("Summary"),
        "content_note": hostile("Content"),
        "parties": [hostile("Party")],
    }
    article = {"file": "a.txt", "title": hostile("Piece"), "dated": hostile("Dated")}
    sets = [
        {"id": "first-session", "title": hostile("First"), "items": ["c0", "c1"]},
        {
            "id": "all",
            "title": hostile("All"),
            "items": ["c0?two-way", "c3?five-way", "c1?source", "q"],
        },
    ]
    tables = {
        "format": 1,
        "pack": about,
        "article": [
            {"id": "first", "outlet": hostile("Outlet"), **article},
            {"id": "second", "outlet": hostile("Other"), "wording": "reworded", **article},
        ],
        "claim": claims,
        "question": [question],
        "set": sets,
    }
    text = "\n".join([hostile("Lead", long=True), *quotes, hostile("End")])
    return tables, text


def write_hostile(folder: Path) -> Path:
    """A folder with the hostile pack, and a broken one with a hostile name."""
    tables, text = pack()
    where = folder / "packs" / "hostile"
    where.mkdir(parents=True)
    (where / "pack.toml").write_bytes(tomli_w.dumps(tables).encode())
    (where / "a.txt").write_bytes(text.encode())
    broken = folder / "packs" / "broken \u202e[red]{0}"
    broken.mkdir()
    about = {"id": "x \x1b[2J\u202e", "title": hostile("Broken"), "what": 1}
    (broken / "pack.toml").write_bytes(tomli_w.dumps({"format": 1, "pack": about}).encode())
    return folder / "packs"


def write_hostile_story(packs: Path) -> None:
    """Gives the hostile pack a scenario whose every text is hostile."""
    choice = {
        "id": "go",
        "text": hostile("Choice"),
        "prints": hostile("Prints"),
        "because": hostile("Reason", long=True),
        "judges": {"skill": "word", "right": False},
        "effect": {"trust": -60},
        "claims": ["c0", "c1"],
        "goes": "end",
    }
    ask = {"id": "ask", "text": hostile("Asked"), "nothing": hostile("Nothing"), "brings": "c2"}
    other = {"id": "stay", "text": hostile("Other"), "because": hostile("Wiser"), "goes": "end"}
    first = {
        "id": "first",
        "time": hostile("Time"),
        "text": hostile("Scene", long=True),
        "desk": ["c0", "c1@again"],
        "asks": [ask],
        "careful": ["stay"],
        "choice": [choice, {**other, "needs": {"any": ["ask"]}}],
    }
    end = {"id": "end", "text": hostile("After"), "ending": hostile("End"), "grade": "weak"}
    event = {"id": "rain", "text": hostile("Event"), "chance": 1.0, "scenes": ["first"]}
    story = {
        "id": "story",
        "title": hostile("Story"),
        "summary": hostile("About"),
        "start": "first",
        "meters": {"trust": 50},
        "scene": [first, end],
        "event": [event],
    }
    toml = tomli_w.dumps({"scenario": [story]})
    (packs / "hostile" / "story.toml").write_text(toml, encoding="utf-8")


def controls(text: str) -> set[str]:
    """The characters of a row that a terminal could obey, or that turn its letters round."""
    directions = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
    return {
        char
        for char in text
        if unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} or char in directions
    }
