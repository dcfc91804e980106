"""Records, save files and child processes for the tests of saves."""

from __future__ import annotations

import os
import traceback
import warnings
from dataclasses import replace
from datetime import datetime, timedelta, timezone

from hypothesis import strategies as st

from quizgame.saves import blocks, tables
from quizgame.saves.records import Answer, Round, Setting, Step

HERE = timezone(timedelta(hours=2))
NOON = datetime(2026, 3, 1, 12, 0, tzinfo=HERE)


def answer(number=0, **changes):
    """An answer that can be told from every other by its number."""
    plain = Answer(
        item=f"five-articles/claim-{number}?two-way@fakti",
        quote="fakti",
        chosen="alleged",
        right=number % 3 > 0,
        status="alleged",
        skill="scope",
        article="fakti",
        confidence="sure",
        seconds=4.25,
        session="monday",
        round="r1",
        line='Seoul: "Soldiers wear Russian uniforms"',
        at=NOON + timedelta(seconds=number),
    )
    return replace(plain, **changes)


def number_of(record):
    return int(record.item.split("?")[0].removeprefix("five-articles/claim-"))


def block(record):
    return blocks.encode(*tables.to_table(record))


def contents(folder):
    """Every file in a folder with its bytes, lock files left out."""
    return {
        path.name: path.read_bytes()
        for path in folder.iterdir()
        if path.is_file() and not path.name.endswith(".lock")
    }


def fork(action):
    """Run `action` in a child process; its exit code is what `action` returns, 99 if it raised."""
    with warnings.catch_warnings():
        # Other tests may have left threads behind; the child uses none of their locks.
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
    if pid:
        return pid
    code = 99
    try:
        code = action() or 0
    except BaseException:  # noqa: BLE001 - a child must not go on with the parent's tests
        traceback.print_exc()
    finally:
        os._exit(code)


def wait(pid):
    """The exit code of a child, negative for the signal that ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


# Everything that a file can hold; the rest, lone surrogates, has a test of its own.
anything = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from("\n\r\t\x00\x1b\x7f\"\\'[]=#\u2028\u202e\ufeff\x85\u0301"),
    ),
    max_size=40,
) | st.sampled_from(["\n[[answer]]\n", '\nend = "00000000"\n', '"""', "'''", "\\u0000", "\\"])
moments = st.datetimes(
    datetime(1970, 1, 2),
    datetime(2200, 1, 1),
    timezones=st.integers(-23 * 60, 23 * 60).map(lambda m: timezone(timedelta(minutes=m))),
)
answers = st.builds(
    Answer,
    item=anything,
    quote=anything,
    chosen=anything,
    right=st.booleans(),
    status=anything,
    skill=anything,
    article=anything,
    confidence=st.sampled_from(["guess", "fairly", "sure", ""]),
    seconds=st.floats(allow_nan=False),
    session=anything,
    round=anything,
    line=anything,
    at=moments,
)
rounds = st.builds(
    Round,
    id=anything,
    pack=anything,
    name=anything,
    title=anything,
    items=st.lists(anything, max_size=4).map(tuple),
    seed=st.integers(-(2**70), 2**70),
    session=anything,
    at=moments,
)
settings_made = st.builds(
    Setting,
    key=anything,
    value=st.one_of(anything, st.integers(), st.booleans()),
    session=anything,
    at=moments,
)
steps = st.builds(
    Step,
    run=anything,
    pack=anything,
    scenario=anything,
    seed=st.integers(-(2**70), 2**70),
    did=anything,
    scene=anything,
    chosen=anything,
    line=anything,
    session=anything,
    at=moments,
)
records = st.one_of(answers, rounds, settings_made, steps)
