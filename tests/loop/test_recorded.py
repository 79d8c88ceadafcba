"""Answers that writers gave to rendered prompts, run through the loop: `tests/recorded/EXAMPLE/`."""

from pathlib import Path

import pytest

from bot.writing.model import first_prompts, write_report

from .office import findings, house_for, is_complete, state_of
from .recorded import Recorded

RECORDED = Path(__file__).parent.parent / "recorded"
EXAMPLES = sorted(folder.name for folder in RECORDED.glob("*") if folder.is_dir())
KEPT = 0.8


@pytest.mark.parametrize("example", EXAMPLES)
async def test_recorded_answers_stand(example: str) -> None:
    state = state_of(example)
    house = house_for(state)
    recorded = Recorded(RECORDED / example)
    recorded.expect(first_prompts(state, house))
    made = await write_report(state, house, recorded)
    assert is_complete(made.report, state)
    assert findings(made.report, state) == []
    assert not recorded.open, "prompts have changed: record these again (python -m tests.loop.record)"
    assert made.by_model >= KEPT * (made.by_model + made.by_plain)
