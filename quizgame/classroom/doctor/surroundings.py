"""Where a program can be without knowing it: in Windows' Linux, or in a container."""

from __future__ import annotations

from pathlib import Path


def walls(root: Path = Path("/")) -> list[str]:
    """What stands between this program and the network, a sentence or two each."""
    found = []
    if "microsoft" in _text(root / "proc/version").casefold():
        found.append(
            "This is the Linux inside Windows (WSL). Students reach Windows, not this address: "
            "start the game in Windows itself, or switch WSL to mirrored networking."
        )
    if any((root / name).exists() for name in (".dockerenv", "run/.containerenv")):
        found.append(
            "This is a container. Students reach it only if its port is handed on: "
            "start the game outside it, or with the network of the machine."
        )
    return found


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", errors="replace")
    except OSError:
        return ""
