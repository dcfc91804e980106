"""The codes and the list of students in the docs are such as work."""

import re
from ipaddress import ip_address

import pytest
from docs_reading import DOCS, files

from quizgame.classroom import code, roster

CODES = sorted(
    {
        found
        for page in DOCS
        for found in re.findall(
            r"quizgame (?:join|doctor) ([0-9A-Z][0-9A-Z-]{3,})\b", page.read_text("utf-8")
        )
    }
    - {"CODE"}
)


def test_there_are_codes_in_the_docs():
    assert CODES


@pytest.mark.parametrize("written", CODES)
def test_a_code_leads_to_an_address_of_a_private_network(written):
    assert ip_address(code.read(written).host).is_private


def test_the_list_of_students_can_be_read():
    shown = files("docs/classroom.md")["class.csv"]
    pupils = roster.read(shown.encode(), "class.csv")
    assert [pupil.name for pupil in pupils] == ["Ana López", "Jörg Weiß", "Nguyen, Mai"]
    assert pupils[2].allowance == float("inf")
