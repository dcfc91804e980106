"""What a player's answers tell, with what only the packs know: topics, and what can be mastered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.play.player import CONFIDENCE, SENSITIVE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from quizgame.game.comparing import Comparison
    from quizgame.game.history import Answered
    from quizgame.insight.figures import Figures
    from quizgame.packs.library import Library
    from quizgame.packs.pack import Pack
    from quizgame.play.player import Player
    from quizgame.saves.records import Answer


def player_figures(
    player: Player,
    told: Sequence[Answered],
    today: date,
    library: Library,
    pack: Pack | None,
) -> Figures:
    """Counts a player's answers. Packs that are gone or broken have no topics and offer nothing.

    Args:
        player: whose answers.
        told: the answers that may be told of, the oldest first.
        today: the player's own day.
        library: where the packs are that were played.
        pack: the one in use; None if there is none.
    """
    # 10 ms, for what many games never show.
    from quizgame.game.mastery import offers
    from quizgame.insight.figures import figures
    from quizgame.insight.topics import of_pack

    names: dict[str, str] = {}
    for pack_id in dict.fromkeys(answer.item.partition("/")[0] for answer in told):
        loaded = pack if pack and pack.id == pack_id else _load(library, pack_id)
        names |= of_pack(loaded) if loaded else {}
    sensitive = player.settings.get(SENSITIVE) is not False
    return figures(
        told,
        today,
        names,
        offers(pack, sensitive=sensitive) if pack else {},
        asked_how_sure=player.settings.get(CONFIDENCE) is not False,
        tests=_tests(player, pack) if pack else None,
    )


def _load(library: Library, pack_id: str) -> Pack | None:
    entry = library.get(pack_id)
    return entry.load().pack if entry else None


def _tests(player: Player, pack: Pack) -> Comparison | None:
    """The pack's test before and the one after, once both have been taken."""
    from quizgame.game.comparing import compare

    before, after = (_test(player, pack, which) for which in ("before", "after"))
    return compare(before, after) if before and after else None


def _test(player: Player, pack: Pack, which: str) -> list[Answer]:
    from quizgame.game.courses import tests

    taken = [player.first_finished(pack.id, part.name) for part in tests(pack, which)]
    return [answer for one in taken if one for answer in player.given(one)]
