"""This machine's IPv4 addresses, those first that students most likely reach. Nothing is sent."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network
from typing import TYPE_CHECKING, Literal

from quizgame.classroom import interfaces

if TYPE_CHECKING:
    from collections.abc import Iterable

LOOPBACK = "127.0.0.1"

Kind = Literal["network", "hotspot", "public", "tunnel", "virtual", "unassigned", "loopback"]
"""What an address is good for, the best first."""

_ORDER: tuple[Kind, ...] = (
    "network", "hotspot", "public", "tunnel", "virtual", "unassigned", "loopback",
)  # fmt: skip
_SHARED = IPv4Network("100.64.0.0/10")
# What Windows, Network Manager and macOS take when they share a connection.
_HOTSPOTS = tuple(map(IPv4Network, ("192.168.137.0/24", "10.42.0.0/24", "192.168.2.0/24")))
# Where no name of an interface tells: host-only networks of virtual machines and containers.
_VIRTUAL = tuple(map(IPv4Network, ("192.168.56.0/24", "192.168.122.0/24", "172.17.0.0/16")))
_VIRTUAL_NAMES = (
    "docker", "br-", "veth", "virbr", "vbox", "vmnet", "vnic", "lxc", "lxd", "podman", "cni",
    "flannel", "cali", "bridge1", "vethernet", "dummy",
)  # fmt: skip
_TUNNEL_NAMES = ("tun", "tap", "utun", "wg", "tailscale", "zt", "ppp", "ipsec", "nebula")
# Asking the system which way it would go to one of them sends nothing; nobody has the first.
_AFAR = ("198.51.100.1", "192.168.255.254", "10.255.255.254", "172.31.255.254")


@dataclass(frozen=True, slots=True)
class Found:
    """An address of this machine.

    Attributes:
        interface: the name of its interface; empty where the system does not tell.
        wireless: whether that is known to be Wi-Fi.
        way_out: whether this is the way to other networks.
    """

    address: str
    kind: Kind
    interface: str = ""
    wireless: bool = False
    way_out: bool = False


def mine() -> list[Found]:
    """Every address that could be found, the one to use first; never empty."""
    out = _way_to(_AFAR[0])
    named = {one.address: one for one in interfaces.every()}
    others = [_way_to(place) for place in _AFAR[1:]]
    every = dict.fromkeys([*filter(None, (out, *others)), *named, *_by_name(), LOOPBACK])
    found = (
        _found(address, named.get(address) or interfaces.Interface(address, ""), out)
        for address in every
    )
    return in_order(found)


def first() -> str:
    """The address that students most likely reach; loopback if there is nothing else."""
    return mine()[0].address


def in_order(found: Iterable[Found]) -> list[Found]:
    """The best first: by kind, then the way out, then Wi-Fi; else as they come."""
    return sorted(
        found, key=lambda one: (_ORDER.index(one.kind), not one.way_out, not one.wireless)
    )


def kind_of(address: str, interface: str, *, way_out: bool) -> Kind:
    """What an address is most likely good for."""
    known, name = IPv4Address(address), interface.casefold()
    if known.is_loopback or known.is_unspecified:
        return "loopback"
    if known.is_link_local:
        return "unassigned"
    if known in _SHARED or name.startswith(_TUNNEL_NAMES):
        return "tunnel"
    hosts = int(known) % 256 == 1
    if hosts and not way_out and any(known in network for network in _HOTSPOTS):
        return "hotspot"
    guessed = not name and not way_out and any(known in network for network in _VIRTUAL)
    if guessed or (name.startswith(_VIRTUAL_NAMES) and not way_out):
        return "virtual"
    return "network" if known.is_private else "public"


def _found(address: str, on: interfaces.Interface, out: str) -> Found:
    way_out = address == out
    kind = kind_of(address, on.name, way_out=way_out)
    return Found(address, kind, on.name, on.wireless, way_out)


def _way_to(place: str) -> str:
    """This machine's address on the way to another one; empty where there is no way."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((place, 9))
            address: str = probe.getsockname()[0]
        except OSError:
            return ""
    return address


def _by_name() -> list[str]:
    """The addresses under which this machine knows itself."""
    try:
        infos = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET, socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return []
    return [str(info[4][0]) for info in infos]
