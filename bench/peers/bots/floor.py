"""The floor of the protocol: the interview by hand, asyncio and aiohttp alone, everything in memory."""

import asyncio
from typing import Any

import aiohttp

from bench.peers.bots.interview import BUTTONS, SERVER, TOKEN, card, questions

ASKED = questions()
KEYBOARD = {"inline_keyboard": [[{"text": label, "callback_data": data} for label, data in BUTTONS]]}


class Floor:
    """Answers each update in a task of its own."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session
        self._people: dict[int, dict[str, Any]] = {}

    async def run(self) -> None:
        """Poll for ever."""
        offset, tasks = 0, set()
        while True:
            for update in await self._call("getUpdates", offset=offset, timeout=30):
                offset = update["update_id"] + 1
                task = asyncio.create_task(self._answer(update))
                tasks.add(task)
                task.add_done_callback(tasks.discard)

    async def _answer(self, update: dict[str, Any]) -> None:
        if query := update.get("callback_query"):
            person = self._people[query["from"]["id"]]
            person["at"] += 1 if query["data"] == "next" else -1
            edit = self._show(query["from"]["id"], person)
            await asyncio.gather(self._call("answerCallbackQuery", callback_query_id=query["id"]), edit)
            return
        chat, text = update["message"]["chat"]["id"], update["message"]["text"]
        if text == "/start":
            shown = await self._call("sendMessage", chat_id=chat, **_looks(0, []))
            self._people[chat] = {"at": 0, "notes": {}, "card": shown["message_id"]}
            return
        person = self._people[chat]
        person["notes"].setdefault(person["at"], []).append(text)
        await self._show(chat, person)

    async def _show(self, chat: int, person: dict[str, Any]) -> None:
        looks = _looks(person["at"], person["notes"].get(person["at"], []))
        await self._call("editMessageText", chat_id=chat, message_id=person["card"], **looks)

    async def _call(self, method: str, **params: Any) -> Any:
        async with self._session.post(f"{SERVER}/bot{TOKEN}/{method}", json=params) as answer:
            return (await answer.json())["result"]


def _looks(at: int, notes: list[str]) -> dict[str, Any]:
    return {"text": card(ASKED, at, notes), "parse_mode": "HTML", "reply_markup": KEYBOARD}


async def main() -> None:
    """Run until it is stopped."""
    async with aiohttp.ClientSession() as session:
        await Floor(session).run()


if __name__ == "__main__":
    asyncio.run(main())
