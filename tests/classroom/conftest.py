from __future__ import annotations

import sys
from pathlib import Path

import pytest

# The simulated students of the benchmarks are those of the tests.
sys.path.append(str(Path(__file__).resolve().parents[2]))

if sys.platform == "win32":
    # They stop and kill processes by signals.
    collect_ignore_glob = ["test_classroom_faults_*.py"]


@pytest.fixture
def hosting(tmp_path):
    """Hosts the small lesson in a process of its own; what still runs afterwards is ended."""
    from class_lesson import host

    hubs = []

    def begin(*options):
        hubs.append(host(tmp_path, *options))
        return hubs[-1]

    yield begin
    for hub in hubs:
        hub.kill()
