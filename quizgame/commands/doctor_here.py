"""`quizgame doctor`: what can be told on the teacher's machine."""

from __future__ import annotations

import asyncio
import errno
import sys
from contextlib import AsyncExitStack, suppress
from typing import TYPE_CHECKING

from quizgame.classroom import addresses, folder
from quizgame.classroom.addresses import LOOPBACK, Found
from quizgame.classroom.code import DEFAULT_PORT, write
from quizgame.classroom.doctor import firewalls, ports, surroundings, telling
from quizgame.classroom.doctor.listener import SESSION, listening
from quizgame.classroom.doctor.probe import probe
from quizgame.classroom.targets import MOST_PORTS, Target, named
from quizgame.errors import UsageError
from quizgame.plain.ears import Ears
from quizgame.plain.voice import standard, standard_input

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from quizgame.classroom.doctor.probe import Outcome
    from quizgame.classroom.folder import Running


def run(port: int | None, address: str | None, seconds: float | None, saves: Path) -> int:
    """Says everything that can be found out, and answers tries from elsewhere.

    Args:
        port: None for that of a lesson that runs here, else the usual one.
        address: None for that of a lesson that runs here, else the one to use first.
        seconds: how long to wait for tries; None until Enter.
        saves: the folder of saves, where lessons that run are found.

    Returns:
        0 if nothing is in the way as far as this machine can tell, else 1.

    Raises:
        UsageError: the port is none, or the address not this machine's.
    """
    found = addresses.mine()
    running = None if port or address else _running(saves)
    if running:
        port, address = running.port, running.host
    used = _used(address, found)
    target = Target(used.address, _port(port))
    doctor = _Doctor(target, used)
    doctor.addresses(found)
    try:
        asyncio.run(doctor.examine(seconds))
    except KeyboardInterrupt:
        # Ctrl-C ends the waiting just as Enter does.
        doctor.farewell()
    return 1 if doctor.trouble else 0


def _running(saves: Path) -> Running | None:
    """The lesson that runs on this machine; the one that was written to last if there are more."""
    return next(filter(None, (one.running() for one in folder.every(saves))), None)


def _port(port: int | None) -> int:
    if port is None:
        return DEFAULT_PORT
    if not 1 <= port <= MOST_PORTS:
        raise UsageError(
            "This is no port", f"{port} was given.", f"Ports go from 1 to {MOST_PORTS}."
        )
    return port


def _used(address: str | None, found: list[Found]) -> Found:
    if address is None:
        return found[0]
    host = named(address).host
    if not ports.is_mine(host):
        listed = ", ".join(one.address for one in found)
        raise UsageError(
            "This machine has no such address", f"{address} was given.", f"Take one of {listed}."
        )
    known = {one.address: one for one in found}
    kind = addresses.kind_of(host, "", way_out=False)
    return known.get(host, Found(host, kind))


class _Doctor:
    """One examination of this machine.

    Attributes:
        trouble: whether something is in the way.
    """

    def __init__(self, target: Target, used: Found) -> None:
        self.trouble = False
        self._voice = standard(ascii=False)
        self._target = target
        self._used = used
        self._code = write(target.host, target.port)
        self._visitors: dict[str, None] = {}
        self._own_try = False

    def addresses(self, found: Iterable[Found]) -> None:
        """Says which address to use, which others there are, and what students type."""
        used = self._used
        self._say(f"Address: {telling.address(used)}")
        for other in found:
            if other.address != used.address:
                self._say(f"not used: {telling.address(other)}", indent=2)
        self._say(f"Students type: quizgame join {self._code}")
        if used.kind == "loopback" and not any(one.kind != "loopback" for one in found):
            self._trouble(
                "Network: none. This machine is connected to nothing, so nobody else reaches it.",
                "Connect it to the network that the students are in.",
            )
        elif used.kind == "unassigned":
            self._trouble(
                "Network: no router gave this machine an address.",
                "Connect it again, or look whether the cable or the Wi-Fi leads anywhere.",
            )
        for wall in surroundings.walls():
            self._say(f"Mind: {wall}")

    async def examine(self, seconds: float | None) -> None:
        """Tries the port, asks the firewalls, and answers tries until it has been long enough."""
        async with AsyncExitStack() as open_:
            try:
                await open_.enter_async_context(listening(self._target, self._visited))
            except OSError as error:
                await self._taken(error)
                self._firewalls()
                self._verdict()
                return
            await self._reach_itself()
            self._firewalls()
            self._verdict()
            await self._answer(seconds)

    async def _taken(self, error: OSError) -> None:
        if error.errno == errno.EACCES:
            self._trouble(
                f"Port {self._target.port}: reserved for the system.",
                "Take one from 1024 on.",
                f"quizgame host --port {DEFAULT_PORT}",
            )
            return
        at = {host: await self._try(host) for host in (self._target.host, LOOPBACK)}
        outside, inside = at.values() if len(at) > 1 else (at[LOOPBACK], at[LOOPBACK])
        here = outside.here or inside.here
        if here is None:
            free = ports.free_after(self._target)
            self._trouble(
                f"Port {self._target.port}: another program uses it.",
                "End that program, or take another port.",
                f"quizgame host --port {free}" if free else "",
            )
        elif outside.here is None:
            self._trouble(
                f'Port {self._target.port}: "{here.title}" answers this machine alone, not '
                f"{self._target.host}.",
                f"Host it with --address {self._target.host}.",
            )
        else:
            what = "another `quizgame doctor`" if here.session == SESSION else f'"{here.title}"'
            took = telling.took(outside.seconds)
            self._say(
                f"Port {self._target.port}: {what} answers there; reached from here in {took}."
            )

    async def _try(self, host: str) -> Outcome:
        return await probe(Target(host, self._target.port))

    async def _reach_itself(self) -> None:
        self._own_try = True
        outcome = await self._try(self._target.host)
        if outcome.what == "reached":
            took = telling.took(outcome.seconds)
            self._say(
                f"Port {self._target.port}: free; this machine reaches itself there in {took}."
            )
        else:
            self._own_try = False
            self._trouble(
                f"Port {self._target.port}: free, but this machine does not reach itself there "
                f"({outcome.what}).",
                "A firewall or a security program stops it: allow Python, or take another port.",
            )

    def _firewalls(self) -> None:
        found = firewalls.look(self._target.port)
        if not found:
            self._say("Firewall: none was found that could be asked.")
        for one in found:
            line = f"Firewall {one.name}: {one.text}"
            if one.verdict == "blocks":
                self._trouble(line, one.cure)
            else:
                self._say(line)
                if one.cure:
                    self._say(one.cure, indent=2)

    def _verdict(self) -> None:
        if self.trouble:
            self._say("Something is in the way: see above.")
            return
        if self._used.kind == "loopback":
            self._say("Only this machine reaches itself there, which is good for a try.")
        else:
            self._say(
                "As far as this machine can tell, students will reach it. Only a try from one of "
                "theirs shows whether the network keeps its machines apart, as Wi-Fi for guests "
                "does:"
            )
        self._say(f"quizgame doctor {self._code}", indent=2)

    async def _answer(self, seconds: float | None) -> None:
        """Waits for tries: until a line or the end of the input, or for the time given."""
        if seconds == 0:
            return
        most = f" or {seconds:g} seconds" if seconds else ""
        self._say(f"Waiting for it; Enter{most} ends this.")
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                # The end of an input that nobody types cuts no time short.
                if await Ears(standard_input()).line() is None and seconds:
                    await asyncio.sleep(seconds)
        self.farewell()

    def farewell(self) -> None:
        """Says who has tried."""
        number = len(self._visitors)
        if number:
            machines = "1 machine has" if number == 1 else f"{number} machines have"
            self._say(f"{machines} reached this one.")
        else:
            self._say("Nobody has tried.")

    def _visited(self, address: str) -> None:
        if self._own_try:
            self._own_try = False
        elif address not in self._visitors:
            self._visitors[address] = None
            self._say(f"{address} has reached this machine.", indent=2)

    def _trouble(self, what: str, cure: str, command: str = "") -> None:
        self.trouble = True
        self._say(what)
        self._say(cure, indent=2)
        if command:
            self._say(command, indent=2)

    def _say(self, text: str, indent: int = 0) -> None:
        """Prints at once: who reads it may be a program that waits for it."""
        self._voice.say(text, indent)
        sys.stdout.flush()
