"""The journal: every event comes back, and what is torn or damaged is told from what is whole."""

import math
import os
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.classroom import events, folder, journal, tokens
from quizgame.classroom.clock import LONGEST_STEP, Clock
from quizgame.classroom.errors import NoSession, UnreadableJournal
from quizgame.classroom.events import Allowed, Answered, Begun, Hands, Joined, Left, Opened, Posed
from quizgame.classroom.journal import Journal
from quizgame.classroom.lesson import Lesson, Option, Pupil, Question, Settings
from quizgame.saves.errors import NotSaved

LESSON = Lesson(
    "2026-11-25-1430", "pack", "A lesson", "first", "", ("pack/a?two-way@b",), 7,
    "2026-11-25T14:30:00+01:00", Settings(roster=(Pupil("Ada", "red", math.inf),), teams=("red",)),
)  # fmt: skip
QUESTION = Question(
    "pack/a?two-way@b", "two-way", "“The canteen closes.”", (Option("c", "Confirmed", "why"),), "",
    ("c",), 2, 12,
)  # fmt: skip
SOME = [
    Begun(0.0, LESSON),
    Joined(1.5, 1, "Jörg\n=Ada", "f" * 64, 2),
    Allowed(2.0, 1, math.inf, "red"),
    Posed(3.0, QUESTION),
    Opened(13.0),
    Answered(14.25, 1, 1, 1, "c", "sure", "s1", True),
    Hands(15.0, 1, 1, {"c": 17}),
    Left(16.0, 1),
]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "journal.jsonl"


def write(path, group):
    kept = Journal(path)
    kept.append(group)
    kept.close()


def test_what_was_written_is_read(path):
    write(path, SOME[:3])
    write(path, SOME[3:])
    assert journal.read(path) == SOME


@given(
    st.text(max_size=30),
    st.floats(0, 1e6),
    st.sampled_from(["guess", "fairly", "sure", ""]),
    st.one_of(st.none(), st.booleans()),
)
def test_every_text_comes_back(text, t, confidence, right):
    event = Answered(t, 1, 2, 1, text, confidence, "s", right)
    line = journal.encode(event)
    assert line.count(b"\n") == 1
    assert journal.decode(line[:-1]) == event


@given(st.data())
def test_a_changed_byte_is_seen(data):
    line = bytearray(journal.encode(data.draw(st.sampled_from(SOME)))[:-1])
    place = data.draw(st.integers(0, len(line) - 1))
    line[place] ^= 1 << data.draw(st.integers(0, 7))
    assert journal.decode(bytes(line)) is None


def test_every_kind_of_event_has_its_line():
    kinds = {kind.__name__ for kind in events.Event.__subclasses__()}
    assert len(kinds) > 20
    assert all(journal._adapter(kind) for kind in kinds)


@pytest.mark.parametrize("torn", [1, 2, 20, 50])
def test_a_torn_end_is_put_aside_and_the_rest_used(path, torn):
    write(path, SOME)
    whole = path.read_bytes()
    path.write_bytes(whole[:-torn])
    kept = journal.mend(path)
    assert list(kept.events) == SOME[:-1]
    aside = path.with_name("journal.jsonl.torn").read_bytes()
    assert path.read_bytes() + aside == whole[:-torn]
    write(path, SOME[-1:])
    assert journal.read(path) == SOME


def test_garbage_at_the_end_is_put_aside_even_with_line_ends(path):
    write(path, SOME)
    with path.open("ab") as file:
        file.write(b"\0" * 40 + b"\n{}\n")
    assert journal.mend(path).damaged == ()
    assert journal.read(path) == SOME
    assert path.with_name("journal.jsonl.torn").read_bytes() == b"\0" * 40 + b"\n{}\n"


def test_a_whole_journal_is_not_touched(path):
    write(path, SOME)
    before = path.read_bytes()
    journal.mend(path)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_damaged_line_in_the_middle_costs_that_line_alone(path):
    write(path, SOME)
    lines = path.read_bytes().split(b"\n")
    lines[4] = lines[4].replace(b"13.0", b"14.0")
    path.write_bytes(b"\n".join(lines))
    kept = journal.load(path)
    assert kept.damaged == (5,)
    assert list(kept.events) == SOME[:4] + SOME[5:]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"nonsense",
        b'{"a":1}\n',
        journal.encode(SOME[1]),
        b"x\n" + journal.encode(SOME[0]),
    ],
)
def test_a_file_that_does_not_begin_as_a_session_is_refused_and_left(path, data):
    path.write_bytes(data)
    with pytest.raises(UnreadableJournal):
        journal.mend(path)
    assert path.read_bytes() == data


def test_a_missing_journal_is_named(path):
    with pytest.raises(UnreadableJournal, match=r"journal\.jsonl"):
        journal.read(path)


@pytest.mark.parametrize(
    "change", [(b'"format":1', b'"format":2'), (b'"event":"Begun"', b'"event":"Sung"')]
)
def test_a_later_format_is_refused_with_the_cure(change):
    line = journal.encode(SOME[0])
    body = line[len(b'{"crc":"12345678",') : -1].replace(*change)
    with pytest.raises(UnreadableJournal, match="later version") as caught:
        journal.decode(b'{"crc":"%08x",%s' % (journal.zlib.crc32(body), body))
    assert "Install" in caught.value.hint


def test_nothing_is_kept_of_a_group_that_the_disk_refuses(path):
    write(path, SOME[:2])
    before = path.read_bytes()
    refusing = True

    def sync(fd):
        if refusing:
            raise OSError(28, "No space left on device")

    kept = Journal(path, sync)
    with pytest.raises(NotSaved, match="full"):
        kept.append(SOME[2:4])
    assert path.read_bytes() == before
    refusing = False
    kept.append(SOME[2:])
    kept.close()
    assert journal.read(path) == SOME


def test_what_a_failure_left_behind_is_cut_before_the_next_group(path, monkeypatch):
    kept = Journal(path)
    kept.append(SOME[:1])
    with path.open("ab") as file:
        file.write(b'{"crc":"half of a')
    kept.append(SOME[1:])
    kept.close()
    assert journal.read(path) == SOME


def test_a_journal_that_was_moved_away_takes_nothing_more(path):
    kept = Journal(path)
    kept.append(SOME[:1])
    path.rename(path.with_name("elsewhere"))
    with pytest.raises(NotSaved, match="moved"):
        kept.append(SOME[1:])
    path.with_name("elsewhere").rename(path)
    kept.append(SOME[1:])
    kept.close()
    assert journal.read(path) == SOME


NOW = datetime(2026, 11, 25, 14, 30)


def test_two_sessions_of_one_minute_have_two_folders(tmp_path):
    names = [folder.make(tmp_path, NOW).session for _ in range(3)]
    assert names == ["2026-11-25-1430", "2026-11-25-1430-2", "2026-11-25-1430-3"]


def test_a_folder_without_a_journal_is_no_session(tmp_path):
    made = folder.make(tmp_path, NOW)
    with pytest.raises(NoSession):
        folder.find(tmp_path)
    write(made.journal, SOME)
    assert folder.find(tmp_path) == folder.find(tmp_path, made.session) == made
    with pytest.raises(NoSession, match="nothing-such"):
        folder.find(tmp_path, "nothing-such")


@pytest.mark.parametrize("session", ["..", "../x", "/etc", "a/b", ""])
def test_a_session_id_leads_to_no_other_folder(tmp_path, session):
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "journal.jsonl").write_bytes(journal.encode(SOME[0]))
    with pytest.raises(NoSession):
        folder.find(tmp_path, session)


def test_a_hub_lives_as_long_as_it_holds_the_lock(tmp_path):
    made = folder.make(tmp_path, NOW)
    running = folder.Running(made.session, 1, "10.0.0.7", 7000, "ABC", "10.0.0.7")
    with made.lock():
        assert made.running() is None
        made.tell(running)
        assert made.running() == running
    # What a killed hub leaves behind says nothing.
    assert made.hub.is_file()
    assert made.running() is None


def test_what_runs_or_was_not_ended_is_taken_up_before_what_was_written_last(tmp_path):
    ended, stopped, lives = (folder.make(tmp_path, NOW) for _ in range(3))
    for age, made in enumerate((ended, stopped, lives)):
        write(made.journal, SOME)
        os.utime(made.journal, (1000 - age, 1000 - age))
    assert folder.to_resume(tmp_path) == ended
    for made in (stopped, lives):
        made.tell(folder.Running(made.session, 1, "10.0.0.7", 7000, "ABC", "10.0.0.7"))
    assert folder.to_resume(tmp_path) == stopped
    with lives.lock():
        assert folder.to_resume(tmp_path) == lives
        assert folder.to_resume(tmp_path, ended.session) == ended
    assert folder.find(tmp_path) == ended


def test_tokens_are_for_their_owner_alone_and_stay(tmp_path):
    path = tmp_path / "tokens.toml"
    made = tokens.keep(path)
    assert tokens.keep(path) == made
    assert path.stat().st_mode & 0o077 == 0
    assert len({made.host, made.projector, made.joining}) == 3
    assert made.host not in repr(made)


@pytest.mark.parametrize(
    "text", ["", "host = 1", 'host = ""\nprojector = ""\njoining = ""', "\0", "a = 1"]
)
def test_tokens_that_cannot_be_read_are_made_anew(tmp_path, text):
    path = tmp_path / "tokens.toml"
    path.write_text(text)
    assert tokens.read(path) is None
    assert tokens.keep(path) == tokens.read(path)


def test_an_attempt_gives_one_token_and_no_attempt_a_new_one():
    secret = tokens.fresh()
    assert tokens.of_joining(secret, "a" * 20) == tokens.of_joining(secret, "a" * 20)
    assert tokens.of_joining(secret, "a" * 20) != tokens.of_joining(tokens.fresh(), "a" * 20)
    assert tokens.of_joining(secret, "") != tokens.of_joining(secret, "")


def test_the_clock_does_not_count_sleep_and_never_runs_backwards():
    times = iter([100.0, 101.0, 4000.0, 3000.0, 3002.0])
    clock = Clock(50.0, lambda: next(times))
    assert [clock.now() for _ in range(4)] == [
        51.0, 51.0 + LONGEST_STEP, 51.0 + LONGEST_STEP, 53.0 + LONGEST_STEP,
    ]  # fmt: skip
