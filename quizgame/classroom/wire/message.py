"""What all messages share."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

PROTOCOL = 1
"""What a client tells in its first message; hub and client must agree."""

MOST_BYTES = 4096
"""The longest frame that the hub takes from a client."""


class Message(BaseModel):
    """A message: nothing in it that its class does not name."""

    # JSON has no infinity, which an allowance may be.
    model_config = ConfigDict(extra="forbid", frozen=True, ser_json_inf_nan="strings")


LONGEST_NAME = 200
Name = Annotated[str, Field(max_length=LONGEST_NAME)]
"""A name as somebody typed it; it is cleaned before it is used."""
SessionId = Annotated[str, Field(min_length=1, max_length=100)]
Token = Annotated[str, Field(min_length=16, max_length=64, pattern=r"^[A-Za-z0-9_-]+$")]
Submission = Annotated[str, Field(min_length=1, max_length=40, pattern=r"^[A-Za-z0-9_-]+$")]
OptionId = Annotated[str, Field(min_length=1, max_length=1500)]
Number = Annotated[int, Field(ge=1, le=10_000)]
