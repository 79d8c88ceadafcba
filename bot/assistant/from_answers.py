"""Writing a report from an answers file: the same fold and the same writers as in the chat."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from bot.assistant.ask_models import AskModels
from bot.assistant.files import FORMATS, NotToBeMade, file_of, report_of
from bot.assistant.guarding import file_refusal, objection
from bot.assistant.house import house_of
from bot.assistant.paid_calls import PaidCalls
from bot.interview.event import Event
from bot.interview.folding import fold
from bot.interview.settled import waits
from bot.interview.state import DraftState, Gap
from bot.library.answers import read_answers
from bot.library.located import Fault, Faults
from bot.library.shelf import Shelf
from bot.models import Models
from bot.report import Report
from bot.writing.content import has_content
from bot.writing.model import ModelReport, OnProgress, write_report
from bot.writing.model.answered import Complete
from bot.writing.model.kept import Kept
from bot.writing.model.progress import silent

WRITE = "write"
"""The channel of what is written from files."""


@dataclass(frozen=True, slots=True)
class Written:
    """The finished files by name, what is still open in them, and how a model did, if one was asked."""

    files: tuple[tuple[str, bytes], ...]
    omitted: tuple[str, ...]
    gaps: tuple[Gap, ...]
    refused: tuple[str, ...] = ()
    """Why a file could not be made on this machine."""
    by_model: ModelReport | None = None


def answered_state(path: Path, shelf: Shelf, *, public: bool) -> DraftState:
    """The state that an answers file amounts to. Raises Faults if it cannot be used or says nothing.

    What has a mark of secrecy cannot be used; doubtful answers only if they are `public`. Nobody can be asked
    whether one note corrects another: both stand.
    """
    if why := file_refusal(path.name, shelf):
        raise Faults([Fault(path, 1, why)])
    answers = read_answers(path, shelf.outlines, partial(objection, shelf=shelf, public=public))
    start = datetime(2000, 1, 1, tzinfo=UTC)
    events = [
        Event(seq, new.kind, start, new.question_key, new.text) for seq, new in enumerate(answers.events, 1)
    ]
    state = fold(0, answers.outline, events)
    if not has_content(state):
        raise Faults([Fault(path, 1, "nothing is answered, so there is nothing to write")])
    return replace(state, beside=waits(state))


def write_answers(path: Path, shelf: Shelf, more: Sequence[str] = (), *, public: bool = False) -> Written:
    """The finished files of one answers file, without a model; `more` names shorter versions.

    Raises Faults as `answered_state` does.
    """
    state = answered_state(path, shelf, public=public)
    return _written(state, report_of(state, shelf), shelf, more=more)


async def write_answers_with(
    path: Path,
    shelf: Shelf,
    models: Models,
    *,
    on_progress: OnProgress = silent,
    more: Sequence[str] = (),
    calls: PaidCalls | None = None,
    public: bool = False,
) -> Written:
    """The finished files of one answers file, written by models; complete whatever they do.

    With `calls`, whose models these are, what they bring is kept and counted, under the file's name.
    """
    state = answered_state(path, shelf, public=public)
    kept: Kept | None = None
    complete: Complete = AskModels(models, shelf.guard.personal)
    if calls is not None:
        complete, kept = calls.asked(complete, f"{WRITE}:{path.stem}", None)
    made = await write_report(
        state, house_of(state, shelf), complete, kept=kept, seals=models.seals, on_progress=on_progress
    )
    return _written(state, made.report, shelf, made, more=more)


def _written(
    state: DraftState,
    report: Report,
    shelf: Shelf,
    made: ModelReport | None = None,
    *,
    more: Sequence[str] = (),
) -> Written:
    files, refused = [], []
    for name in (*FORMATS, *more):
        try:
            file = file_of(report, state, shelf, name)
        except NotToBeMade as problem:
            refused.append(str(problem))
        else:
            files.append((file.name, file.content))
    return Written(tuple(files), report.omitted, state.report_gaps, tuple(refused), made)
