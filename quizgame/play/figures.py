"""What a player's answers tell, with what only the packs know: topics, and what can be mastered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.play.player import CONFIDENCE, SENSITIVE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from quizgame.game.history import Answered
    from quizgame.insight.figures import Figures
    from quizgame.packs.library import Library
    from quizgame.packs.pack import Pack


def player_figures(
    past: Sequence[Answered],
    settings: Mapping[str, str | int | bool],
    today: date,
    library: Library,
    pack: Pack | None = None,
) -> Figures:
    """Counts a player's answers. Packs that are gone or broken have no topics and offer nothing.

    Args:
        past: the answers, the oldest first.
        settings: the player's.
        today: the player's own day.
        library: where the packs are that were played.
        pack: the one in use; by default that of the last answer.
    """
    # 10 ms, for what many games never show.
    from quizgame.game.mastery import offers
    from quizgame.insight.figures import figures
    from quizgame.insight.topics import of_pack

    ids = dict.fromkeys(answer.item.partition("/")[0] for answer in past)
    packs = {one: pack if pack and pack.id == one else _load(library, one) for one in ids}
    names: dict[str, str] = {}
    for loaded in packs.values():
        names |= of_pack(loaded) if loaded else {}
    used = pack or (packs[past[-1].item.partition("/")[0]] if past else None)
    sensitive = settings.get(SENSITIVE) is not False
    return figures(
        past,
        today,
        names,
        offers(used, sensitive=sensitive) if used else {},
        asked_how_sure=settings.get(CONFIDENCE) is not False,
    )


def _load(library: Library, pack_id: str) -> Pack | None:
    entry = library.get(pack_id)
    return entry.load().pack if entry else None
