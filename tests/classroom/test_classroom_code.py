"""The code that students type: where it leads, and that no slip leads anywhere else."""

from ipaddress import IPv4Address, IPv4Network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.classroom.code import DEFAULT_PORT, LETTERS, Target, read, write
from quizgame.errors import UsageError

RANGES = [
    *("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"),
    *("127.0.0.0/8", "169.254.0.0/16", "100.64.0.0/10"),
]
ports = st.one_of(st.just(DEFAULT_PORT), st.integers(1, 65535))
private = st.sampled_from(RANGES).flatmap(
    lambda text: st.ip_addresses(v=4, network=IPv4Network(text)).map(str)
)
usual = st.tuples(st.sampled_from((0, 1, 2, 178)), st.integers(0, 255)).map(
    lambda pair: f"192.168.{pair[0]}.{pair[1]}"
)
anywhere = st.one_of(private, usual, st.ip_addresses(v=4).map(str))
codes = st.builds(write, anywhere, ports)


def bare(code):
    return code.replace("-", "")


def refused(text):
    with pytest.raises(UsageError) as raised:
        read(text)
    return f"{raised.value.message} {raised.value.hint}"


@given(anywhere, ports)
def test_a_code_leads_back_to_its_address(address, port):
    assert read(write(address, port)) == Target(address, port)


@given(private)
def test_a_private_address_on_the_default_port_has_at_most_seven_letters(address):
    code = write(address)
    assert len(code) <= 7
    assert set(code) <= set(LETTERS)


@pytest.mark.parametrize("text", RANGES)
def test_the_ends_of_every_private_network_have_short_codes(text):
    network = IPv4Network(text)
    for place in (0, 1, -2, -1):
        address = str(network[place])
        assert len(write(address)) <= 7
        assert read(write(address)) == Target(address)


@pytest.mark.parametrize(
    ("address", "longest"),
    [("192.168.1.20", 4), ("10.0.0.7", 4), ("192.168.77.3", 5), ("172.31.9.9", 6)],
)
def test_the_usual_networks_have_the_shortest_codes(address, longest):
    assert len(write(address)) == longest


def test_every_address_of_the_usual_networks_has_a_code_of_its_own():
    every = [f"192.168.{net}.{n}" for net in (0, 1, 178) for n in range(256)]
    assert {read(write(address)).host for address in every} == set(every)
    assert len({write(address) for address in every}) == len(every)


def test_neighbours_in_a_network_have_codes_that_are_not_alike():
    pairs = [(write(f"192.168.1.{n}"), write(f"192.168.1.{n + 1}")) for n in range(1, 250)]
    same = [sum(a == b for a, b in zip(*pair, strict=True)) for pair in pairs]
    assert max(same) <= 1


def test_the_checksum_notices_every_slip_by_its_algebra():
    """What a slip changes the sum by is never a multiple of 19, at any place of any code."""
    longest = 18
    differences = range(1, len(LETTERS))
    assert len(LETTERS) == len(set(LETTERS)) == 19
    assert all(i * d % 19 for i in range(1, longest + 1) for d in differences)
    swaps = [
        (i - j) * d % 19 for i in range(1, longest + 1) for j in range(1, i) for d in differences
    ]
    assert all(swaps)


@given(codes, st.data())
def test_one_wrong_letter_is_noticed(code, data):
    letters = bare(code)
    place = data.draw(st.integers(0, len(letters) - 1))
    wrong = data.draw(st.sampled_from(LETTERS).filter(lambda letter: letter != letters[place]))
    assert "one letter is not what it should be" in refused(
        letters[:place] + wrong + letters[place + 1 :]
    )


@given(codes, st.data())
def test_letters_that_have_changed_places_are_noticed(code, data):
    letters = bare(code)
    place = data.draw(st.integers(0, len(letters) - 2))
    swapped = letters[:place] + letters[place + 1] + letters[place] + letters[place + 2 :]
    if swapped != letters:
        refused(swapped)


def test_every_slip_in_some_codes_of_every_length():
    for address, port in [
        ("192.168.1.20", 4747), ("192.168.77.3", 4747), ("172.17.0.2", 4747), ("10.99.3.4", 4747),
        ("192.168.0.3", 4748), ("8.8.4.4", 4747), ("10.99.3.4", 80), ("8.8.4.4", 80),
    ]:  # fmt: skip
        letters = bare(write(address, port))
        for place, right in enumerate(letters):
            for wrong in set(LETTERS) - {right}:
                refused(letters[:place] + wrong + letters[place + 1 :])


@given(codes, st.randoms(use_true_random=False))
def test_case_spaces_and_hyphens_do_not_matter(code, chance):
    typed = "".join(
        f"{chance.choice((letter, letter.lower()))}{chance.choice(('', ' ', '-', '  '))}"
        for letter in code
    )
    assert read(f" {typed}\n") == read(code)


@given(codes)
def test_what_looks_alike_is_taken_for_the_letter_that_is_meant(code):
    for read_as, letters in {
        "Q": "0Od",
        "2": "zZ",
        "5": "sS",
        "8": "bB",
        "6": "gG",
        "C": "g",
    }.items():
        for letter in letters:
            assert read(code.replace(read_as, letter, 1)) == read(code)


def test_what_fits_in_two_ways_leads_nowhere():
    assert read("JPJY-HXPQ-gCR2H") == read("JPJY-HXPQ-CgR2H") == read("JPJY-HXPQ-CCR2H")
    with pytest.raises(UsageError, match="does not fit together"):
        read("JPJY-HXPQ-ggR2H")


@given(codes)
def test_another_keyboard_with_the_same_shapes_works(code):
    assert read(code.translate(str.maketrans("CPXHMY", "СРХНМУ"))) == read(code)
    assert read("".join(chr(ord(c) + 0xFEE0) for c in bare(code))) == read(code)


def test_no_two_letters_look_alike_and_none_makes_words():
    assert not set("01IOLDZSBGVNKAEU") & set(LETTERS)


def test_a_letter_that_no_code_has_is_named_with_its_place():
    told = refused("4P6K")
    assert 'The fourth letter of "4P6K" is K' in told
    assert "ask for the code again" in told


@pytest.mark.parametrize("text", ["", "  ", "-", "4P", "4P6H4P6H4P6H4P6H", "4", "2" * 5000])
def test_what_is_no_whole_code_is_told_with_the_cure(text):
    assert "code" in refused(text)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("localhost", Target("localhost")),
        ("localhost:8000", Target("localhost", 8000)),
        ("192.168.1.9", Target("192.168.1.9")),
        ("192.168.1.9:80", Target("192.168.1.9", 80)),
        ("teacher-pc", Target("teacher-pc")),
        ("room-12.school.example:4000", Target("room-12.school.example", 4000)),
        ("[::1]:4747", Target("::1")),
        ("[::1]", Target("::1")),
        ("::1", Target("::1")),
        ("fe80::1%eth0", Target("fe80::1%eth0")),
        ("4P6H:80", Target("4P6H", 80)),
    ],
)
def test_addresses_and_names_work_too(text, target):
    assert read(text) == target


@pytest.mark.parametrize(
    "text",
    [
        "192.168.1", "192.168.1.300", "1.2.3.4.5", "0.0.0.0", "[::]", "[::1", "::g", "[]:5", ":80",
        "host:", "host:0", "host:65536", "host:x", "host:-1", "host:٣", "a..b", "-a.b", "a.b-",
        "...", "fe80::1%", "x" * 300 + ".example", "a b.example", "ws://192.168.1.9", "a\x1b[2J.b",
    ],
)  # fmt: skip
def test_what_leads_nowhere_is_told_with_an_example(text):
    assert "192.168.1.20:4747" in refused(text)


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_target_or_an_error_with_a_cure(text):
    try:
        target = read(text)
    except UsageError as error:
        cure, target = error.hint, None
    if target:
        assert 1 <= target.port <= 65535
        assert read(str(target)) == target
    else:
        assert cure


def test_what_is_no_ipv4_address_is_written_out():
    assert write("::1") == "[::1]"
    assert write("::1", 80) == "[::1]:80"
    assert write("room-12.example", 80) == "room-12.example:80"


@given(st.ip_addresses(v=4), ports)
def test_a_target_says_itself(address, port):
    target = Target(str(address), port)
    assert str(target) == f"{address}:{port}"
    assert target.short == (f"{address}" if port == DEFAULT_PORT else f"{address}:{port}")
    assert address == IPv4Address(target.host)
