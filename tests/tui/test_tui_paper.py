"""A paper is as high as what stands on it."""

from __future__ import annotations

import asyncio

from textual.app import App

from quizgame.tui.widgets.paper import Paper, para


class Sheet(App):
    CSS = "Paper { height: auto; }"

    def compose(self):
        yield Paper()


async def test_a_layout_between_two_changes_leaves_the_height_right():
    async with Sheet().run_test() as pilot:
        paper = pilot.app.query_one(Paper)
        for rows in (3, 1):
            paper.show([para("row")] * (rows + 2))
            # As another widget of the page asks for it at this very moment.
            pilot.app.screen._refresh_layout()
            paper.show([para("row")] * rows)
            async with asyncio.timeout(5):
                while paper.size.height != rows:
                    await asyncio.sleep(0.005)
