"""A drafted pack as the texts of its files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgame.drafting.claim_blocks import blocks, lines
from quizgame.drafting.report import warnings
from quizgame.drafting.segmentation import sentences
from quizgame.packs.names import slug, unused
from quizgame.packs.toml_text import basic, comment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizgame.drafting.draft import Draft, Drafted

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in _MONTHS if month != "september")
_DATE = re.compile(
    rf"(?P<year>20\d\d)-(?P<number>\d\d)-(?P<day>\d\d)|"
    rf"(?P<day2>\d\d)\.(?P<number2>\d\d)\.(?P<year2>20\d\d)|"
    rf"(?P<month>{_MONTH}|sept?(?:ember)?)\.? (?P<day3>\d\d?),? (?P<year3>20\d\d)|"
    rf"(?P<day4>\d\d?) (?P<month4>{_MONTH}|sept?(?:ember)?)\.? (?P<year4>20\d\d)",
    re.IGNORECASE,
)
_LONGEST_DATELINE = 60
_LONGEST_TITLE = 120

_HEAD = """\
# A draft. Nothing here has been decided yet: `quizgame check` stops at every claim whose status is
# still a comment. For each claim
#   1. read the sentence in its article, and what stands around it;
#   2. cut `text` to one who-did-what in your own plain words, without "X said that";
#   3. decide the status: take away the # before it if you agree, or write another one
#      (confirmed, alleged, denied, analysis, unknown);
#   4. add `why = "…"` in one sentence, and `lifts = "…"`: what would move it up.
# A claim that teaches nothing is best removed. Between 40 and 60 in 100 of those that stay should
# be confirmed: that somebody spoke in public, on a day, is a claim of its own, and confirmed.
# Never change a quote: the check compares it with the article, character by character.
"""


def article_ids(draft: Draft) -> list[str]:
    """An id for each article, after its name."""
    taken: dict[str, int] = {}
    return [unused(slug(article.name, "article"), taken) for article in draft.articles]


def files(draft: Draft, pack: str, articles: Sequence[str]) -> dict[str, str]:
    """The texts of `pack.toml` and of the claims' files, by their names.

    `pack` names the pack; `articles` are the paths of the articles as the pack gives them.
    """
    ids = article_ids(draft)
    made = {"pack.toml": "\n".join(_pack(draft, pack, articles, ids)) + "\n"}
    for number, claims in blocks(draft).items():
        if claims:
            listed = [line for block in claims for line in lines(draft, block, ids)]
            made[f"claims-{ids[number]}.toml"] = "\n".join([_HEAD, *listed]).rstrip() + "\n"
    return made


def _pack(draft: Draft, pack: str, articles: Sequence[str], ids: Sequence[str]) -> Iterator[str]:
    yield "format = 1"
    yield ""
    yield "[pack]"
    yield f'id = "{slug(pack, "my-pack")}"'
    yield f"title = {basic(_title(draft.articles[0]) or pack)}"
    yield "# The day on which players sit at the desk; nothing in the pack may be later."
    yield "# as_of = 2026-01-31"
    yield '# summary = "What the pack is about, in one sentence."'
    yield "# Who takes a side in what the articles tell: a party's check is only its word."
    yield '# parties = ["…", "…"]'
    for number, article in enumerate(draft.articles):
        yield ""
        yield from (f"# {comment(line)}".rstrip() for line in warnings(article) if line)
        yield "[[article]]"
        yield f'id = "{ids[number]}"'
        yield f"file = {basic(articles[number])}"
        yield f"outlet = {basic(_outlet(article.name))}  # who printed it, as your class knows it"
        if title := _title(article):
            yield f"title = {basic(title)}"
        yield f"# published = {_printed_date(article.text) or '2026-01-31'}"
        yield from _report(draft, number)
        if article.spun.suspicious:
            yield 'wording = "reworded"'


def _report(draft: Draft, number: int) -> Iterator[str]:
    for index, group in enumerate(draft.retold, 1):
        if number in group:
            yield f'report = "report-{index}"  # these articles retell one report: one source'


def _outlet(name: str) -> str:
    """A first guess at who printed the article: the file's name in words."""
    words = name.replace("_", " ").replace("-", " ").strip() or name
    return words[:1].upper() + words[1:]


def _title(article: Drafted) -> str:
    """The first line, if it is a headline: short, and without a stop."""
    for begin, end in sentences(article.text)[:1]:
        title = " ".join(article.text[begin:end].split())
        if len(title) <= _LONGEST_TITLE and not title.endswith("."):
            return title
    return ""


def _printed_date(text: str) -> str:
    """The first date that stands in a line of its own, as TOML writes it; empty if none does."""
    for line in text.splitlines():
        found = _DATE.search(line) if len(line) <= _LONGEST_DATELINE else None
        if found:
            parts = {key.rstrip("234"): value for key, value in found.groupdict().items() if value}
            name = parts.get("month", "")[:3].lower()
            month = next((i for i, one in enumerate(_MONTHS, 1) if one[:3] == name), 0)
            number = month or int(parts["number"])
            return f"{parts['year']}-{number:02}-{int(parts['day']):02}"
    return ""
