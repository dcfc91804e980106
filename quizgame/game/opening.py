"""The first words that a new player reads: no form, no menu, no settings."""

from __future__ import annotations

WORDS = (
    "You edit the news. Each sentence needs one decision:",
    "",
    "c  CONFIRMED   Print it as fact.",
    "   Somebody who takes no side checked it, or it was done in public.",
    "",
    "a  ALLEGED     Put a name in front.",
    "   It rests on somebody's word. It may still be true.",
    "",
    "What you have learned since does not count: nobody at this desk knew it.",
    "A fact printed as an allegation is an error too.",
)
"""The lines; those that begin with a key are the two decisions."""
