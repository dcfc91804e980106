"""The code that students type: an address and a port in a few letters that are easily said.

A code is a number in base 19, followed by one letter that makes Σ i·dᵢ ≡ n (mod 19) over its n
letters. 19 is prime and no code is longer than 18, so that one wrong letter changes the sum by
i·δ ≢ 0, and letters a and b that have changed places by (i-j)(a-b) ≢ 0: both are always noticed.
How long a code is tells which addresses it can mean; the usual networks have the shortest.
"""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network
from itertools import pairwise
from unicodedata import normalize

from quizgame.classroom.targets import DEFAULT_PORT, Target, named
from quizgame.errors import UsageError

__all__ = ["DEFAULT_PORT", "LETTERS", "Target", "read", "write"]

LETTERS = "23456789CFHJMPQRWXY"
"""No two look alike, few rhyme, and no word can be made of them."""

_BASE = len(LETTERS)
_PORTS = 1 << 16
_HYPHENS: dict[int, tuple[int, ...]] = {8: (4,), 9: (3, 6), 11: (4, 8), 13: (4, 8)}
"""Where a code of so many letters is broken, so that it can be read aloud."""
_SPREAD = 7_853_981
"""Multiplied with an address, it gives neighbours in a network codes that are not alike."""

# What is taken for a letter of a code by eye, and the same shapes on other keyboards.
_READ_AS = {"O": "Q", "0": "Q", "D": "Q", "Z": "2", "S": "5", "B": "8", "G": "6C"}
_SAME_SHAPE = str.maketrans("СРХНМУЗОЈЅΡΧΗΜΥΟΖΒ", "CPXHMY3OJSPXHMYOZB")
_SEPARATORS = str.maketrans("", "", " \t-‐‑‒–—_")
_NO_CODE = 3
"""So many letters that no code is written with make a text the name of a computer."""
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth",
)  # fmt: skip


def _networks(*texts: str) -> tuple[IPv4Network, ...]:
    return tuple(IPv4Network(text) for text in texts)


# What home routers, hotspots of phones and laptops, and this machine itself use.
_USUAL = _networks(
    *(f"192.168.{n}.0/24" for n in (0, 1, 2, 3, 4, 5, 8, 10, 11, 20, 43, 49, 50, 68)),
    *(f"192.168.{n}.0/24" for n in (86, 88, 100, 137, 178, 188)),
    *("10.0.0.0/24", "10.0.1.0/24", "10.1.1.0/24", "10.42.0.0/24"),
    *("172.20.10.0/28", "127.0.0.0/24"),
)
_PRIVATE = _networks(
    *("192.168.0.0/16", "172.16.0.0/12", "169.254.0.0/16"),
    *("10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8"),
)
# Set apart for tests and examples, so that they too have short codes.
_EXAMPLES = _networks("192.0.2.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24")
_ALL = _networks("0.0.0.0/0")


@dataclass(frozen=True, slots=True)
class _Plan:
    """What codes of one length mean: an address of these networks, and perhaps a port."""

    length: int
    networks: tuple[IPv4Network, ...]
    with_port: bool = False

    def number(self, address: IPv4Address, port: int) -> int | None:
        """The number of an address and a port; None if these codes have no room for it."""
        if not self.with_port and port != DEFAULT_PORT:
            return None
        before = 0
        for network in self.networks:
            if address in network:
                found = before + int(address) - int(network.network_address)
                return found * _PORTS + port if self.with_port else found
            before += network.num_addresses
        return None

    def target(self, number: int) -> Target | None:
        """What a number means; None for one that is not in use."""
        place, port = divmod(number, _PORTS) if self.with_port else (number, DEFAULT_PORT)
        if not port:
            return None
        for network in self.networks:
            if place < network.num_addresses:
                return Target(str(network[place]), port)
            place -= network.num_addresses
        return None


_PLANS = (
    _Plan(4, _USUAL),
    _Plan(5, _networks("192.168.0.0/16", "10.0.0.0/17")),
    _Plan(6, (*_networks("172.16.0.0/12", "10.0.0.0/12", "169.254.0.0/16"), *_EXAMPLES)),
    _Plan(7, _PRIVATE),
    _Plan(8, _USUAL, with_port=True),
    _Plan(9, _ALL),
    _Plan(11, (*_PRIVATE, *_EXAMPLES), with_port=True),
    _Plan(13, _ALL, with_port=True),
)


def write(address: str, port: int = DEFAULT_PORT) -> str:
    """The shortest code of an address, in capitals; long ones with hyphens.

    An IPv4 address of a private network on the default port has at most seven letters. What is no
    IPv4 address has no code, and is written out, with its port if that is not the default.
    """
    try:
        known = IPv4Address(address)
    except ValueError:
        return Target(address, port).short
    for plan in _PLANS:
        number = plan.number(known, port)
        if number is not None:
            return _grouped(_with_check(_spread(number, plan.length - 1)))
    raise ValueError(f"{port} is no port")


def read(text: str) -> Target:
    """Where a code leads; an address or a name with or without a port works too.

    Raises:
        UsageError: it is neither, with the place of what is wrong.
    """
    given = text.strip()
    if not given:
        raise UsageError(
            "A code is needed",
            "Nothing was given.",
            "Type the code that your teacher shows, such as `quizgame join 4P6H`.",
        )
    letters = _letters(given)
    if any(sign in given for sign in ".:[/") or _is_name(letters):
        return named(given)
    return _read_code(letters, given)


def _letters(given: str) -> str:
    plain = normalize("NFKC", given).upper()
    return plain.translate(_SAME_SHAPE).translate(_SEPARATORS)


def _is_name(letters: str) -> bool:
    unknown = [letter for letter in letters if letter not in LETTERS]
    return len(unknown) >= _NO_CODE and any(letter not in _READ_AS for letter in unknown)


def _read_code(letters: str, given: str) -> Target:
    plan = next((plan for plan in _PLANS if plan.length == len(letters)), None)
    _expect_letters(letters, given)
    if plan is None:
        raise UsageError(
            "This is not a whole code",
            f'"{given[:40]}" has {_counted(len(letters))}; a code has 4 to 9, or 11 or 13.',
            f"Type all of it. {_AGAIN}",
        )
    fitting = (one for one in _readings(letters) if _sum(one) % _BASE == len(one) % _BASE)
    targets = {target for one in fitting if (target := plan.target(_gathered(one[:-1])))}
    # With several letters that look like two, more than one reading may fit.
    if len(targets) == 1:
        return targets.pop()
    raise UsageError(
        "This code does not fit together",
        f'In "{given[:40]}" one letter is not what it should be, or two have changed places.',
        f"Compare letter by letter. {_AGAIN}",
    )


_AGAIN = (
    "Or ask for the code again. The name of a computer is written with its port, such as "
    f"room-12:{DEFAULT_PORT}."
)


def _counted(number: int) -> str:
    return "1 letter" if number == 1 else f"{number} letters"


def _expect_letters(letters: str, given: str) -> None:
    for place, letter in enumerate(letters):
        if letter not in LETTERS and letter not in _READ_AS:
            which = _ORDINALS[place] if place < len(_ORDINALS) else f"{place + 1}th"
            raise UsageError(
                "This is not a letter of a code",
                f'The {which} letter of "{given[:40]}" is {letter}, which no code has.',
                f"Look once more: codes are made of {' '.join(LETTERS)}. {_AGAIN}",
            )


def _readings(letters: str) -> list[list[int]]:
    """What the letters may stand for; more than one only where a letter looks like two."""
    readings: list[list[int]] = [[]]
    for letter in letters:
        meant = [LETTERS.index(one) for one in _READ_AS.get(letter, letter)]
        readings = [[*before, one] for before in readings for one in meant]
    return readings


def _sum(digits: list[int]) -> int:
    return sum(place * digit for place, digit in enumerate(digits, 1))


def _with_check(digits: list[int]) -> list[int]:
    length = len(digits) + 1
    check = (length - _sum(digits)) * pow(length, -1, _BASE) % _BASE
    return [*digits, check]


def _spread(number: int, length: int) -> list[int]:
    rest = number * _SPREAD % _BASE**length
    digits = []
    for _ in range(length):
        rest, digit = divmod(rest, _BASE)
        digits.append(digit)
    return digits[::-1]


def _gathered(digits: list[int]) -> int:
    number = 0
    for digit in digits:
        number = number * _BASE + digit
    size: int = _BASE ** len(digits)
    return number * pow(_SPREAD, -1, size) % size


def _grouped(digits: list[int]) -> str:
    code = "".join(LETTERS[digit] for digit in digits)
    breaks = (0, *_HYPHENS.get(len(code), ()), len(code))
    return "-".join(code[begin:end] for begin, end in pairwise(breaks))
