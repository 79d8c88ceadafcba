"""Recording a report: `python -m tests.loop.record --answers examples/mayor.yaml --out DIR`.

Runs the loop on the answers that are in DIR, writes every prompt there that has none yet, and prints how much
of what the model wrote could stand, what was found, and the report. Run it again after answering: repairs,
opening and conclusion come up once the answers before them are there.
"""

import argparse
import asyncio
import sys
from pathlib import Path

from bot.assistant.from_answers import answered_state
from bot.assistant.house import house_of
from bot.library.shelf import read_shelf
from bot.writing.model import ModelReport, Progress, Stage, first_prompts, write_report

from .recorded import Recorded


async def record(answers: Path, out: Path, *, visible: bool) -> tuple[ModelReport, Recorded]:
    """One run of the loop on what is in the folder."""
    shelf = read_shelf()
    state = answered_state(answers, shelf, public=False)
    house = house_of(state, shelf)
    seals = "visible" if visible else "sealed"
    recorded = Recorded(out, write=True)
    recorded.expect(first_prompts(state, house, seals=seals))  # type: ignore[arg-type]
    made = await write_report(state, house, recorded, seals=seals, on_progress=_note)  # type: ignore[arg-type]
    return made, recorded


def shown(made: ModelReport, recorded: Recorded) -> str:
    """What the run came to, for a person to read."""
    written = made.by_model + made.by_plain
    share = made.by_model / max(written, 1)
    lines = [f"{made.by_model} of {written} sentences are the model's ({share:.0%})"]
    for section in made.sections:
        lines.append(
            f"{section.key}: model {section.by_model}, plain {section.by_plain}, repaired {section.repaired},"
            f" {section.length} characters of {section.target}"
        )
        lines += [f"    {fault.kind}  {fault.what}" for fault in section.found]
    lines.append(f"prefix shared: {made.shared_share:.0%}")
    lines.append(f"to be answered: {', '.join(recorded.open) or 'nothing'}")
    lines += ["", *(block.text for block in made.report.blocks)]
    return "\n".join(lines) + "\n"


def _note(progress: Progress) -> None:
    if progress.stage in (Stage.DONE, Stage.PLAIN):
        sys.stderr.write(f"{progress.section}: {progress.stage}\n")


def main() -> None:
    options = argparse.ArgumentParser(description="Run the loop on recorded answers")
    options.add_argument("--answers", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--visible", action="store_true")
    chosen = options.parse_args()
    sys.stdout.write(shown(*asyncio.run(record(chosen.answers, chosen.out, visible=chosen.visible))))


if __name__ == "__main__":
    main()
