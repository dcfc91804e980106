"""Network interfaces and their IPv4 addresses, as far as the system tells without a program."""

from __future__ import annotations

import socket
import struct
import sys
from dataclasses import dataclass
from pathlib import Path

_NETWORKS = Path("/sys/class/net")


@dataclass(frozen=True, slots=True)
class Interface:
    """An address and the interface that has it."""

    address: str
    name: str
    wireless: bool = False


if sys.platform == "win32":

    def every() -> list[Interface]:
        """Nothing: Windows tells only the addresses."""
        return []

else:
    import fcntl

    # SIOCGIFADDR of <sys/ioctl.h>.
    _GET_ADDRESS = 0x8915 if sys.platform == "linux" else 0xC0206921

    def every() -> list[Interface]:
        """The first address of each interface that has one."""
        found = []
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            for _, name in _names():
                if address := _address(probe, name):
                    found.append(Interface(address, name, (_NETWORKS / name / "wireless").is_dir()))
        return found

    def _names() -> list[tuple[int, str]]:
        try:
            return socket.if_nameindex()
        except OSError:
            return []

    def _address(probe: socket.socket, name: str) -> str:
        """The address of an interface; empty if it has none."""
        # struct ifreq: 16 bytes of name, then a sockaddr whose address begins at its fifth byte.
        request = struct.pack("16s24x", name.encode()[:15])
        try:
            answer = fcntl.ioctl(probe.fileno(), _GET_ADDRESS, request)
        except OSError:
            return ""
        return socket.inet_ntoa(answer[20:24])
