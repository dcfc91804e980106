"""Which of this machine's addresses students most likely reach."""

import socket
from ipaddress import IPv4Address

import pytest

from quizgame.classroom import addresses, interfaces
from quizgame.classroom.addresses import LOOPBACK, Found, in_order, kind_of


@pytest.mark.parametrize(
    ("address", "interface", "kind"),
    [
        ("192.168.1.20", "wlan0", "network"),
        ("10.3.4.5", "", "network"),
        ("172.20.10.3", "en0", "network"),
        ("172.17.0.1", "docker0", "virtual"),
        ("172.18.0.1", "br-3f2a", "virtual"),
        ("192.168.56.1", "vboxnet0", "virtual"),
        ("192.168.56.1", "", "virtual"),
        ("172.30.16.1", "vEthernet (WSL)", "virtual"),
        ("192.168.137.1", "", "hotspot"),
        ("10.42.0.1", "wlan0", "hotspot"),
        ("10.8.0.2", "tun0", "tunnel"),
        ("100.101.2.3", "tailscale0", "tunnel"),
        ("8.8.4.4", "eth0", "public"),
        ("169.254.10.1", "eth0", "unassigned"),
        ("127.0.1.1", "lo", "loopback"),
    ],
)
def test_what_an_address_is_good_for(address, interface, kind):
    assert kind_of(address, interface, way_out=False) == kind


def test_the_way_out_of_a_container_is_its_network():
    assert kind_of("172.17.0.2", "eth0", way_out=True) == "network"
    assert kind_of("172.17.0.2", "", way_out=True) == "network"


def test_a_network_comes_before_bridges_tunnels_and_loopback():
    best = Found("192.168.1.20", "network", "wlan0", wireless=True, way_out=True)
    found = [
        Found(LOOPBACK, "loopback", "lo"),
        Found("172.17.0.1", "virtual", "docker0"),
        Found("10.8.0.2", "tunnel", "tun0", way_out=True),
        Found("169.254.1.1", "unassigned"),
        Found("10.0.0.5", "network", "eth0"),
        Found("10.0.0.6", "network", "wlan1", wireless=True),
        best,
    ]
    ordered = in_order(found)
    assert [one.address for one in ordered[:3]] == ["192.168.1.20", "10.0.0.6", "10.0.0.5"]
    assert ordered[-1].kind == "loopback"


def test_this_machine_has_addresses_and_loopback_last():
    found = addresses.mine()
    assert found[-1].address.startswith("127.")
    assert addresses.first() == found[0].address
    assert len({one.address for one in found}) == len(found)
    assert all(IPv4Address(one.address) for one in found)


def test_a_machine_without_a_network_has_loopback(monkeypatch):
    def nothing(*_, **__):
        raise OSError("no network")

    monkeypatch.setattr(addresses, "_way_to", lambda _: "")
    monkeypatch.setattr(interfaces, "every", list)
    monkeypatch.setattr(socket, "getaddrinfo", nothing)
    assert addresses.mine() == [Found(LOOPBACK, "loopback")]


def test_a_system_that_tells_no_interfaces_still_has_its_way_out(monkeypatch):
    monkeypatch.setattr(addresses, "_way_to", lambda _: "192.168.1.20")
    monkeypatch.setattr(interfaces, "every", list)
    assert addresses.first() == "192.168.1.20"


@pytest.mark.skipif(not interfaces.every(), reason="this system names no interfaces")
def test_loopback_is_found_by_its_interface():
    assert LOOPBACK in {one.address for one in interfaces.every()}
