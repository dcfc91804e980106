"""What this machine's firewall says of a port, as far as it tells somebody without rights.

Tools are only asked, and only if they are there; nothing is changed, and nothing runs as root.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Verdict = Literal["off", "allows", "blocks", "unknown"]
_UFW = Path("/etc/ufw/ufw.conf")
_SOCKET_FILTER = "/usr/libexec/ApplicationFirewall/socketfilterfw"
_WAIT = 5.0


@dataclass(frozen=True, slots=True)
class Firewall:
    """What one firewall says.

    Attributes:
        text: what was found out, or could not be, in a sentence.
        cure: what helps if students do not get through; empty if nothing is needed.
    """

    name: str
    verdict: Verdict
    text: str
    cure: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a tool printed, and whether it was content."""

    ok: bool
    text: str


class Ask(Protocol):
    """What asks a tool."""

    def __call__(self, command: Sequence[str], /) -> Answer | None:
        """What the tool said; None if it is not there, or does not answer in time."""


def run(command: Sequence[str]) -> Answer | None:
    """Asks a tool by running it."""
    program = shutil.which(command[0])
    if program is None:
        return None
    try:
        done = subprocess.run(
            [program, *command[1:]],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_WAIT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return Answer(done.returncode == 0, (done.stdout + done.stderr).decode(errors="replace"))


def look(
    port: int, ask: Ask = run, *, system: str = sys.platform, ufw: Path = _UFW
) -> list[Firewall]:
    """What every firewall that could be asked says of a TCP port; empty if none was found."""
    match system:
        case "darwin":
            return [*_macos(ask)]
        case "win32":
            return [*_windows(port, ask)]
        case _:
            return [*_ufw(port, ufw), *_firewalld(port, ask), *_nftables(port, ask)]


def _ufw(port: int, config: Path) -> Iterator[Firewall]:
    try:
        text = config.read_text("utf-8", errors="replace")
    except OSError:
        return
    if "ENABLED=yes" in text.replace('"', "").split():
        yield Firewall(
            "ufw",
            "unknown",
            "it is on, and only an administrator can read what it lets through.",
            f"An administrator can allow it: sudo ufw allow {port}/tcp",
        )
    else:
        yield Firewall("ufw", "off", "it is off.")


def _firewalld(port: int, ask: Ask) -> Iterator[Firewall]:
    state = ask(["firewall-cmd", "--state"])
    if state is None:
        return
    said = state.text.casefold()
    if "not running" in said:
        yield Firewall("firewalld", "off", "it is off.")
        return
    cure = f"An administrator can allow it: sudo firewall-cmd --add-port={port}/tcp"
    asked = ask(["firewall-cmd", f"--query-port={port}/tcp"]) if state.ok else None
    match asked.text.split()[:1] if asked else []:
        case ["yes"]:
            yield Firewall("firewalld", "allows", f"it is on and lets port {port} through.")
        case ["no"]:
            yield Firewall(
                "firewalld", "blocks", f"it is on and has no rule for port {port}.", cure
            )
        case _:
            yield Firewall("firewalld", "unknown", "it could not be asked about the port.", cure)


def _nftables(port: int, ask: Ask) -> Iterator[Firewall]:
    listed = ask(["nft", "list", "ruleset"])
    if listed is None:
        return
    cure = f"An administrator can look: sudo nft list ruleset, and allow TCP port {port}."
    if not listed.ok:
        yield Firewall("nftables", "unknown", "only an administrator can read its rules.", cure)
    elif "hook input" not in listed.text:
        yield Firewall("nftables", "off", "it has no rules for what comes in.")
    else:
        yield Firewall(
            "nftables", "unknown", "it has rules for what comes in; whether they let it through "
            "only a try tells.", cure,
        )  # fmt: skip


def _macos(ask: Ask) -> Iterator[Firewall]:
    state = ask([_SOCKET_FILTER, "--getglobalstate"])
    if state is None:
        return
    if "disabled" in state.text.casefold() or "state = 0" in state.text.casefold():
        yield Firewall("macOS firewall", "off", "it is off.")
        return
    cure = "System Settings, Network, Firewall, Options: allow incoming connections for Python."
    everything = ask([_SOCKET_FILTER, "--getblockall"])
    if everything and "enabled" in everything.text.casefold():
        yield Firewall("macOS firewall", "blocks", "it is on and blocks everything.", cure)
        return
    mine = ask([_SOCKET_FILTER, "--getappblocked", str(Path(sys.executable).resolve())])
    said = mine.text.casefold() if mine else ""
    if "permitted" in said:
        yield Firewall("macOS firewall", "allows", "it is on and lets Python through.")
    elif "blocked" in said:
        yield Firewall("macOS firewall", "blocks", "it is on and blocks Python.", cure)
    else:
        text = "it is on, and asks whether Python may be reached when a lesson begins: allow it."
        yield Firewall("macOS firewall", "unknown", text, cure)


def _windows(port: int, ask: Ask) -> Iterator[Firewall]:
    state = ask(["netsh", "advfirewall", "show", "currentprofile"])
    if state is None or not state.ok:
        return
    words = state.text.casefold().replace(",", " ").split()
    cure = (
        "Windows Security, Firewall, Allow an app: tick Python for private networks, and set this "
        "network to private."
    )
    if "blockinboundalways" in words:
        yield Firewall("Windows firewall", "blocks", "it is on and blocks everything.", cure)
    elif "off" in words or "allowinbound" in words:
        yield Firewall("Windows firewall", "off", "it lets everything in.")
    else:
        text = f"it is on; whether it lets Python listen on port {port} only a try tells."
        yield Firewall("Windows firewall", "unknown", text, cure)
