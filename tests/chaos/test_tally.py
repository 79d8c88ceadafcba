"""What `make chaos` prints, and when it fails."""

import pytest

from tests.chaos.tally import FAULTS, MUST_BE_NOTHING, Tally

PROMISED = (
    "answers sent: 9",
    "answers stored: 9",
    "answers lost: 0",
    "answers doubled: 0",
    "answers out of order: 0",
    "sections paid twice: 0",
    "reports delivered: 2",
    "documents delivered twice for one finish: 0",
    "cards wrong after restart: 0",
)


def good_run() -> Tally:
    tally = Tally()
    tally.counts.update(
        {"answers sent": 9, "answers stored": 9, "reports ordered": 2, "reports delivered": 2}
    )
    tally.faults.update(FAULTS)
    return tally


def test_a_good_run_prints_every_figure_and_every_fault() -> None:
    lines = good_run().lines()
    assert lines[-1] == "good"
    assert set(PROMISED) <= set(lines)
    for name in FAULTS:
        assert f"       1  {name}" in lines


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_that_never_happened_fails_the_run(name: str) -> None:
    tally = good_run()
    tally.faults[name] = 0
    assert tally.lines()[-2:] == [f"WRONG: not one of the {name}", "NOT GOOD"]


@pytest.mark.parametrize("name", [*MUST_BE_NOTHING, "reports ordered"])
def test_what_must_not_happen_fails_the_run(name: str) -> None:
    tally = good_run()
    tally.counts[name] += 1
    assert tally.lines()[-1] == "NOT GOOD"


def test_a_run_without_a_report_fails() -> None:
    tally = good_run()
    tally.counts["reports ordered"] = tally.counts["reports delivered"] = 0
    assert not tally.good
