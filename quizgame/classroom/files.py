"""How many connections a process may hold."""

from __future__ import annotations

import sys
from contextlib import suppress

WANTED = 8192
"""Enough for a thousand students who all come back before their old connections are gone."""

if sys.platform == "win32":

    def allow_many() -> None:
        """Nothing is needed: there connections are no files."""

else:
    import resource

    def allow_many() -> None:
        """Raises the soft limit on open files as far as the system lets it."""
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = WANTED if hard == resource.RLIM_INFINITY else min(WANTED, hard)
        if soft != resource.RLIM_INFINITY and soft < wanted:
            with suppress(OSError, ValueError):
                resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
