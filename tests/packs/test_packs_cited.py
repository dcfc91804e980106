"""Which quote lies on a desk on which day."""

from dataclasses import replace
from datetime import date

import pytest
from pack_samples import GAZETTE, HERALD, claim, pack, quote

from quizgame.packs.cited import cited, later

LATE = replace(HERALD, published=date(2026, 5, 9))
UNDATED = replace(GAZETTE, id="sheet", published=None)
QUOTES = [
    quote("No.", id="no", role="rejects"),
    quote("New.", id="new", article="herald"),
    quote("Old.", id="old"),
    quote("Sheet.", id="sheet", article="sheet"),
]
PACK = pack(claim("pool", quotes=QUOTES), GAZETTE, LATE, UNDATED)


@pytest.mark.parametrize(
    ("reference", "on", "shown"),
    [
        ("pool", None, "new"),
        ("pool", date(2026, 5, 9), "new"),
        ("pool", date(2026, 5, 8), "old"),
        ("pool", date(2026, 4, 1), "sheet"),
        ("pool@no", date(2026, 5, 8), "no"),
        ("pool@new", date(2026, 5, 8), "new"),
    ],
)
def test_the_quote_that_lies_there(reference, on, shown):
    claim, quote = cited(PACK, reference, on)
    assert (claim.id, quote.id) == ("pool", shown)


def test_without_a_fitting_quote_the_first_that_asserts_lies_there():
    only = pack(claim("pool", quotes=QUOTES[:2]), GAZETTE, LATE)
    assert cited(only, "pool", date(2026, 4, 1))[1].id == "new"
    assert later(only, QUOTES[1], date(2026, 4, 1))
    assert not later(only, QUOTES[1], None)
