"""Ink on paper, one accent: light, dark, and with the strongest contrast there is."""

from __future__ import annotations

from textual.theme import Theme

DARK, LIGHT, CONTRAST = "night-desk", "morning-paper", "high-contrast"

THEMES = (
    Theme(
        name=DARK,
        primary="#d9b45b",
        accent="#d9b45b",
        foreground="#e6e1d6",
        background="#161614",
        surface="#161614",
        panel="#24231f",
        dark=True,
    ),
    Theme(
        name=LIGHT,
        primary="#8a2b1d",
        accent="#8a2b1d",
        foreground="#1d1b18",
        background="#f6f2e7",
        surface="#f6f2e7",
        panel="#e8e2d2",
        dark=False,
    ),
    Theme(
        name=CONTRAST,
        primary="#ffff00",
        accent="#ffff00",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#000000",
        dark=True,
        text_alpha=1.0,
        variables={"foreground-muted": "#ffffff"},
    ),
)
