"""What the validation library says, in words for people who write packs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quizgame.packs import codes
from quizgame.packs.diagnostics import Problem, Where

if TYPE_CHECKING:
    from pydantic import ValidationError

    from quizgame.packs.models import Table


def problems(
    error: ValidationError, part: int, data: dict[str, Any], model: type[Table]
) -> list[Problem]:
    """One problem for each thing that is wrong with the file."""
    found = error.errors(include_url=False, include_input=False)
    return [Problem(codes.WRONG_TYPE, one["msg"], Where(part, one["loc"])) for one in found]
