"""What failed in other live quizzes, and the tests that it does not fail here.

An acknowledged answer is missing from the results:
    test_classroom_faults_kill::test_killed_at_random_moments_every_acknowledged_answer_is_there_once
    test_classroom_faults_links::test_all_drop_at_once_and_are_back_within_seconds
    test_classroom_results::test_a_journal_gives_the_same_results_as_the_events
A late click on question 1 is stored as the answer to question 2:
    test_classroom_rules_answers::test_a_late_click_on_the_first_question_is_no_answer_to_the_second
    test_classroom_faults_links::test_frames_out_of_their_order_change_nothing
Answered, lost the network, came back: no points, and a second vote:
    test_classroom_hub::test_who_comes_back_has_name_answer_and_the_open_question
    test_classroom_rules_students::test_whoever_drops_comes_back_with_everything
    test_classroom_faults_links::test_all_drop_at_once_and_are_back_within_seconds
Any player can become host, and gets the whole quiz with its solutions:
    test_classroom_hub::test_no_student_becomes_the_host_or_ends_the_game
    test_classroom_faults_hostile::test_hostile_hellos_are_refused_and_let_nobody_in
    test_classroom_secrets::test_no_message_of_a_lesson_tells_what_was_not_told
A player ends the game:
    test_classroom_hub::test_no_student_becomes_the_host_or_ends_the_game
    test_classroom_faults_hostile::test_hostile_frames_are_answered_and_counted_and_change_nothing
A reconnect carries whether the answer was right:
    test_classroom_failures::test_a_reconnect_in_the_middle_of_a_question_tells_nothing
    test_classroom_secrets::test_no_message_of_a_lesson_tells_what_was_not_told
An acknowledgement says right or wrong while the question is open:
    test_classroom_rules_answers::test_the_acknowledgement_of_a_right_and_of_a_wrong_answer_is_the_same
    test_classroom_failures::test_a_reconnect_in_the_middle_of_a_question_tells_nothing
A time of its own, such as -1000, earns many times the points:
    test_classroom_faults_hostile::test_hostile_frames_are_answered_and_counted_and_change_nothing
    test_classroom_rules_answers::test_times_are_the_hubs_and_never_negative
    test_classroom_rules_points::test_speed_is_never_more_than_its_share
The same option eight times earns three times the points:
    test_classroom_rules_answers::test_the_same_option_eight_times_earns_once
    test_classroom_faults_links::test_the_same_frame_again_is_the_same_answer
An answer after the reveal is accepted:
    test_classroom_rules_answers::test_an_answer_after_the_lock_or_the_key_is_refused
    test_classroom_faults_links::test_frames_out_of_their_order_change_nothing
The host reloads, and is locked out of the own game:
    test_classroom_hub::test_the_teacher_reloads_and_more_than_one_screen_works
    test_e2e_lesson::test_a_screen_that_is_killed_a_student_who_comes_back_and_one_who_is_late
The host drops, and game and results are gone:
    test_e2e_lesson::test_a_screen_that_is_killed_a_student_who_comes_back_and_one_who_is_late
    test_classroom_faults_kill::test_killed_in_every_phase_it_stands_there_paused
A half-open old connection blocks the name for minutes:
    test_classroom_faults_links::test_the_newest_connection_wins_at_once_over_one_that_hangs
    test_classroom_hub::test_a_half_open_connection_is_found_and_blocks_nobody
One malformed message kills the connection:
    test_classroom_faults_hostile::test_hostile_frames_are_answered_and_counted_and_change_nothing
A student who has dropped makes every question run to its full time:
    test_classroom_failures::test_a_question_does_not_wait_for_who_has_dropped
    test_classroom_rules_time::test_nobody_waits_for_who_is_absent
Results are written only at the very end:
    test_classroom_failures::test_results_are_there_while_the_lesson_runs
    test_classroom_report::test_a_session_that_goes_on_is_told_so_far
"Ana" or "Jörg" is refused as a name:
    test_classroom_names::test_names_of_everywhere_are_welcome
A name that begins with `=` becomes a formula in the spreadsheet:
    test_classroom_report::test_no_cell_of_a_table_is_a_formula
A room code that is taken loops for ever:
    test_classroom_journal::test_two_sessions_of_one_minute_have_two_folders
    test_classroom_hub::test_two_lessons_on_one_machine_have_two_ports_and_two_codes
A flood of bots from one machine:
    test_classroom_faults_hostile::test_a_flood_of_joins_fills_the_class_and_no_more
    test_classroom_hub::test_a_flood_of_newcomers_closes_the_door_and_the_teacher_is_told
"""

from __future__ import annotations

import re
from contextlib import AsyncExitStack
from pathlib import Path
from time import monotonic

from class_lesson import KEYS
from class_lines import line

from quizgame.classroom.state import RETURNING
from quizgame.cli import main

TESTS = Path(__file__).resolve().parents[1]
FAILURES = 20


async def test_a_reconnect_in_the_middle_of_a_question_tells_nothing(hosting):
    hub = hosting("--seconds", "none")
    async with AsyncExitStack() as lines:
        enter = lines.enter_async_context
        teacher = await enter(line(hub.uri, kind="host", token=hub.token))
        students = [await enter(line(hub.uri, kind="join", name=name)) for name in ("Bo", "Ida")]
        # She never answers, so that the question stays open.
        await enter(line(hub.uri, kind="join", name="Ada"))
        await teacher.do("begin")
        await teacher.do("open")
        told = []
        for student, choice in zip(students, ("confirmed", "alleged"), strict=True):
            await student.phase("open")
            reply = await student.answer(choice)
            async with line(hub.uri, kind="return", token=student.token) as again:
                view = await again.until("view")
            own = {**view["own"], "name": "", "given": None}
            told.append((reply.keys(), own, view["explained"], view["kept"], view["review"]))
        assert told[0] == told[1]
        assert view["own"]["right"] is view["own"]["points"] is view["explained"] is None


async def test_a_question_does_not_wait_for_who_has_dropped(hosting):
    hub = hosting("--seconds", "600")
    async with AsyncExitStack() as lines:
        enter = lines.enter_async_context
        teacher = await enter(line(hub.uri, kind="host", token=hub.token))
        dropped = await enter(line(hub.uri, kind="join", name="Ida"))
        student = await enter(line(hub.uri, kind="join", name="Bo"))
        await teacher.do("begin")
        await teacher.do("open")
        await student.phase("open")
        dropped.connection.transport.abort()
        await student.answer(KEYS[0])
        answered = monotonic()
        await student.phase("locked")
        assert monotonic() - answered < RETURNING + 5


async def test_results_are_there_while_the_lesson_runs(hosting, capsys):
    hub = hosting("--seconds", "none")
    async with AsyncExitStack() as lines:
        enter = lines.enter_async_context
        teacher = await enter(line(hub.uri, kind="host", token=hub.token))
        student = await enter(line(hub.uri, kind="join", name="Bo"))
        await teacher.do("begin")
        await teacher.do("open")
        await student.phase("open")
        await student.answer(KEYS[0])
        await student.phase("locked")
        await teacher.do("reveal")
        await student.phase("revealed")
        saves = str(hub.folder.parents[1])
        assert main(["report", hub.folder.name, "--saves", saves]) == 0
    assert "1 of 1 student" in capsys.readouterr().out


def test_each_of_them_has_its_tests():
    named = re.findall(r"(?m)^    (\w+)::(\w+)$", __doc__)
    failures = re.findall(r"(?m)^\S.*:$", __doc__)
    assert len(failures) == FAILURES
    files = {path.stem: path.read_text("utf-8") for path in TESTS.rglob("test_*.py")}
    missing = [f"{file}::{test}" for file, test in named
               if not re.search(rf"(?m)^(async )?def {test}\(", files.get(file, ""))]  # fmt: skip
    assert not missing
