"""Where a hub is to be found: a host and a port, as people write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address

from quizgame.errors import UsageError

DEFAULT_PORT = 4747
"""Where a hub listens unless somebody says otherwise."""

MOST_PORTS = 65535
_LONGEST = 253
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)", re.IGNORECASE)
_SCOPED = re.compile(r"%[\w.-]{1,32}")
_BRACKETED = re.compile(r"\[([^\[\]]*)\](?::(.*))?", re.DOTALL)
_EXAMPLE = f"Write it like 192.168.1.20:{DEFAULT_PORT}, room-12:{DEFAULT_PORT} or [::1]:4747."


@dataclass(frozen=True, slots=True)
class Target:
    """A place in the network.

    Attributes:
        host: an address, IPv6 without brackets, or a name.
        port: 1 to 65535.
    """

    host: str
    port: int = DEFAULT_PORT

    def __str__(self) -> str:
        return f"{self._host}:{self.port}"

    @property
    def short(self) -> str:
        """Without the port where it is the default."""
        return self._host if self.port == DEFAULT_PORT else str(self)

    @property
    def _host(self) -> str:
        return f"[{self.host}]" if ":" in self.host else self.host


def named(text: str) -> Target:
    """The target that an address or a name means; a port may follow after a colon.

    Raises:
        UsageError: it is none.
    """
    if found := _BRACKETED.fullmatch(text):
        return Target(_ipv6(found[1], text), _port(found[2], text))
    if text.count(":") > 1:
        return Target(_ipv6(text, text))
    host, colon, port = text.partition(":")
    return Target(_host(host, text), _port(port if colon else None, text))


def _host(host: str, text: str) -> str:
    plain = host.removesuffix(".")
    if plain.replace(".", "").isdecimal():
        return _ipv4(plain, text)
    labels = plain.split(".")
    if len(plain) > _LONGEST or not all(_LABEL.fullmatch(label) for label in labels):
        raise _none(text, f"{_cut(host) or 'Nothing'} is no name of a computer.")
    return plain


def _ipv4(host: str, text: str) -> str:
    try:
        address = IPv4Address(host)
    except AddressValueError:
        raise _none(text, "It needs four numbers from 0 to 255, with dots between.") from None
    if address.is_unspecified:
        raise _none(text, f"Nobody can be reached at {host}.")
    return str(address)


def _ipv6(host: str, text: str) -> str:
    plain, percent, _ = host.partition("%")
    scope = host[len(plain) :]
    try:
        address = IPv6Address(plain)
    except AddressValueError:
        raise _none(text, f"{_cut(host) or 'Nothing'} is no IPv6 address.") from None
    if percent and not _SCOPED.fullmatch(scope):
        raise _none(text, f"{_cut(scope)} is no interface.")
    if address.is_unspecified:
        raise _none(text, f"Nobody can be reached at {host}.")
    return f"{address}{scope}"


def _port(port: str | None, text: str) -> int:
    if port is None:
        return DEFAULT_PORT
    usable = port.isascii() and port.isdecimal() and len(port) <= len(str(MOST_PORTS))
    if not usable or not 1 <= int(port) <= MOST_PORTS:
        said = f"{_cut(port)} is none" if port else "none stands after the colon"
        raise _none(text, f"A port is a number from 1 to {MOST_PORTS}; {said}.")
    return int(port)


def _none(text: str, why: str) -> UsageError:
    return UsageError("This leads nowhere", f'"{_cut(text)}": {why}', _EXAMPLE)


def _cut(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}..."
