"""One question back that a model thinks of, within the same limits as writing."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass

from bot.assistant.ask_models import AskModels
from bot.assistant.faults import how_it_failed
from bot.assistant.paid_calls import PaidCalls
from bot.guard import classify, personal
from bot.interview.state import DraftState
from bot.library.shelf import Shelf
from bot.writing.model import Asker
from storage import StorageError

log = logging.getLogger(__name__)

LONGEST_SECONDS = 30.0
"""What a model has not asked back by then is not asked."""


@dataclass(frozen=True, slots=True)
class QuestionBack:
    """Asks the models, and lets through only what may be put to a person. Nobody waits for it."""

    shelf: Shelf
    calls: PaidCalls

    async def think(self, person: str, state: DraftState, before: Sequence[str]) -> str:
        """What a model would ask next about the question under the cursor; empty if nothing comes in time.

        `before` is what was asked back there already. Raises nothing: the rule's question stands.
        """
        try:
            return await self._thought(person, state, before)
        except (StorageError, TimeoutError) as problem:
            log.info("draft %s was not asked back: %s", state.id, type(problem).__name__)
        except Exception as problem:  # noqa: BLE001 - the rule's question stands
            log.error("draft %s was not asked back: %s", state.id, how_it_failed(problem))
        return ""

    async def _thought(self, person: str, state: DraftState, before: Sequence[str]) -> str:
        from bot.assistant.house import house_of
        from bot.writing.model.asking_back import asking_back

        asking = asking_back(state, house_of(state, self.shelf), self.calls.models.seals, before)
        if asking is None:
            return ""
        rules = self.shelf.guard
        ask = AskModels(self.calls.models, rules.personal, LONGEST_SECONDS)
        asker = Asker(*self.calls.asked(ask, person, state.id), 1)
        async with asyncio.timeout(LONGEST_SECONDS):
            answer = await asker.ask(asking.prompt, lambda _: None, lambda: None)
        return asking.chosen(
            answer or "", lambda text: not classify(text, rules) and not personal(text, rules.personal)
        )
