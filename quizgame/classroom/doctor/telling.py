"""What the doctor says: of a try from a student's machine, and of the teacher's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.classroom.code import DEFAULT_PORT, write
from quizgame.classroom.doctor.listener import SESSION
from quizgame.classroom.errors import Unreachable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizgame.classroom.addresses import Found
    from quizgame.classroom.doctor.probe import Outcome
    from quizgame.classroom.targets import Target

_KINDS = {
    "network": "",
    "hotspot": "the network that this machine itself makes",
    "public": "an address of the internet",
    "tunnel": "a tunnel or VPN, which students are not in",
    "virtual": "between this machine and its own virtual machines",
    "unassigned": "made up, because no router gave one",
    "loopback": "this machine alone",
}


def address(found: Found) -> str:
    """An address with what is known of it."""
    known = (
        found.interface,
        "Wi-Fi" if found.wireless else "",
        "the way out" if found.way_out else "",
        _KINDS[found.kind],
    )
    notes = ", ".join(filter(None, known))
    return f"{found.address} ({notes})" if notes else found.address


def took(seconds: float) -> str:
    """A duration as people say it: milliseconds, or seconds from one on."""
    return f"{seconds:.1f} s" if seconds >= 1 else f"{max(1, round(seconds * 1000))} ms"


def reached(target: Target, outcome: Outcome) -> list[str]:
    """What a try says that found a lesson, or the teacher's own test."""
    begin = f"Reached {target} in {took(outcome.seconds)}."
    here = outcome.here
    if here is None or here.session == SESSION:
        return [begin, "Your teacher's `quizgame doctor` answers: a lesson will work from here."]
    door = " It takes no newcomers now." if here.closed else ""
    return [
        f'{begin} The lesson is "{here.title}".{door}',
        f"Join it: quizgame join {write(target.host, target.port)}",
    ]


def not_reached(target: Target, outcome: Outcome, own: Iterable[Found]) -> Unreachable:
    """Why a try found no lesson, and what helps."""
    title, message, hint = _why(target, outcome)
    networks = [one.address for one in own if one.kind != "loopback"]
    if outcome.what in {"silent", "no-way"}:
        mine = " and ".join(networks[:3])
        message += f" This machine is {mine}." if mine else " This machine is in no network."
    return Unreachable(title, message, hint)


def _why(target: Target, outcome: Outcome) -> tuple[str, str, str]:
    match outcome.what:
        case "refused":
            return (
                "The machine is there, but nothing listens",
                f"{target.host} refused port {target.port} after {took(outcome.seconds)}.",
                "Is the lesson, or `quizgame doctor`, running there, and is the code still the one "
                "on the wall? If so, a firewall there refuses: allow Python, or the port.",
            )
        case "silent":
            return (
                "No answer",
                f"Nothing came from {target} within {took(outcome.seconds)}.",
                "Are both machines in the same network? If they are, either a firewall on the "
                "teacher's machine drops what comes in (allow Python, or the port), or the Wi-Fi "
                "keeps its machines apart (client isolation: use a cable, another Wi-Fi, or the "
                "teacher's own hotspot; `quizgame host --hands` needs no network).",
            )
        case "no-way":
            return (
                "There is no way there",
                f"{target} cannot be reached from here ({outcome.detail}).",
                "Connect this machine to the teacher's network, then try again.",
            )
        case "unknown-name":
            return (
                "No machine has this name",
                f'"{target.host}" is not known here.',
                "Take the code on the wall, such as 4P6H, or the address of the teacher's machine.",
            )
        case "other-version":
            return (
                "The lesson runs with another version of the game",
                f"{target} answered after {took(outcome.seconds)}. {outcome.detail}".rstrip(),
                "Install the same version on both machines; `quizgame --version` tells it.",
            )
        case _:
            said = f" ({outcome.detail[:120]})" if outcome.detail else ""
            return (
                "Another program answers",
                f"What listens at {target} is no lesson of this game{said}.",
                f"On the teacher's machine take another port: {_other_port(target.port)}",
            )


def _other_port(port: int) -> str:
    return f"`quizgame host --port {DEFAULT_PORT if port != DEFAULT_PORT else port + 1}`."
