"""The ways into a scenario, through it and out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.errors import QuizgameError
from quizgame.tui.navigation import Navigation

# Pages are imported when they are first opened.
if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgame.game.scenarios.papers import Paper
    from quizgame.packs.pack import Pack
    from quizgame.play.shift import Shift


class StoryWays(Navigation):
    """What can be done with the scenarios of a pack."""

    async def open_stories(self) -> None:
        """Lists the scenarios of the pack in use; opens the only one at once."""
        from quizgame.tui.screens.stories import Stories

        newsroom = self.desk.newsroom if self.desk else None
        if newsroom is None or not newsroom.scenarios:
            return
        if len(newsroom.scenarios) == 1:
            await self.play_story(newsroom.scenarios[0].id)
        else:
            await self.push_screen(Stories(newsroom))

    async def play_story(self, scenario: str) -> None:
        """Goes on where a scenario of the pack in use was left, or begins it."""
        newsroom = self.desk.newsroom if self.desk else None
        if newsroom:
            await self.go_on(newsroom.resume(scenario) or newsroom.start(scenario))

    async def start_story(self, scenario: str, pack: Pack) -> None:
        """Begins a scenario of a pack from its first scene."""
        try:
            newsroom = self.desk.newsroom_of(pack) if self.desk else None
            shift = newsroom.start(scenario) if newsroom else None
        except QuizgameError as error:
            self.tell(error)
            return
        if shift:
            await self.go_on(shift)

    async def go_on(self, shift: Shift) -> None:
        """Opens the scene at which a run stands, or its end."""
        from quizgame.tui.screens.story import Story

        self.save()
        if shift.run.ended:
            await self.end_story(shift)
        else:
            await self._alone(Story(shift))

    async def end_story(self, shift: Shift) -> None:
        """Opens the end page of a run."""
        from quizgame.tui.screens.story_end import StoryEnd

        self.save()
        await self._alone(StoryEnd(shift))

    async def open_papers(self, pack: Pack, sheets: Sequence[Paper], here: int, index: int) -> None:
        """Opens papers in full; the first `here` of them lie on the desk now."""
        from quizgame.tui.screens.papers import Papers

        await self.push_screen(Papers(pack, sheets, here, index))
