"""Somebody who listens to voice messages, and what is kept of what they heard."""

from typing import TYPE_CHECKING

from bot.assistant.export import exported
from bot.assistant.voices import Pauses
from bot.models import Provider
from bot.models.listening import Listener
from bot.telegram.run import Hearing
from tests.doubles import Phone

if TYPE_CHECKING:
    from tests.telegram.conftest import Shuzhi

QUICK = Pauses(first=0.02, longest=0.05, first_for_sound=0.02, tries_for_sound=2)
KEEP, CORRECT, AGAIN, RETRY = "对，记下", "改一改", "再说一遍", "再试一次"


def listens(url: str, *, keep_audio: bool = False) -> Hearing:
    """Somebody who listens at this address, and tries again soon."""
    provider = Provider(name="voice", base_url=f"{url}/v1", model="whisper-x")
    return Hearing(Listener(provider), QUICK, keep_audio)


async def noted(shuzhi: "Shuzhi") -> list[tuple[str, str]]:
    """Question and text of every note, in order."""
    assert shuzhi.store is not None
    drafts = await shuzhi.store.read(exported)
    return [(note["question"], note["text"]) for draft in drafts for note in draft["notes"]]


async def sees(phone: Phone, text: str) -> None:
    await phone.waits_for(lambda screen: text in screen.text)
