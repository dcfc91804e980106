"""What `claim` and `claim@quote` mean where a scenario names them: a claim and one quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from quizgame.packs.models import Scenario, SceneTable
    from quizgame.packs.pack import Claim, Pack, Quote

_SHOWN = ("asserts", "checks")


def split(reference: str) -> tuple[str, str | None]:
    """The id of the claim, and that of the quote if one is named."""
    claim, _, quote = reference.partition("@")
    return claim, quote or None


def day(scenario: Scenario, scene: SceneTable, pack: Pack) -> date | None:
    """The day of a scene: its own, else the scenario's, else the pack's."""
    return scene.date or scenario.as_of or pack.as_of


def cited(pack: Pack, reference: str, on: date | None) -> tuple[Claim, Quote]:
    """The claim and the quote that lie on a desk on a day.

    Without a named quote it is the first that asserts or checks, among those from articles not
    dated after the day; an article without a date counts as printed by then. Where there is none,
    it is the first that asserts or checks, or the first of all, and the checker objects.
    """
    name, wanted = split(reference)
    claim = pack.claims[name]
    if wanted is not None:
        return claim, next(quote for quote in claim.quotes if quote.id == wanted)
    shown = [quote for quote in claim.quotes if quote.role in _SHOWN]
    by_then = [quote for quote in shown if not later(pack, quote, on)]
    return claim, next(iter(by_then + shown), claim.quotes[0])


def later(pack: Pack, quote: Quote, on: date | None) -> bool:
    """Whether the quote's article is dated after the day."""
    published = pack.articles[quote.article].published
    return on is not None and published is not None and published > on
