"""Kill the real program again and again and count what is lost: `make chaos`.

People type whole interviews in bursts over the Bot API double while the program, a process of its own, is
killed (SIGKILL) at random moments of interview and delivery, with calls failing meanwhile. Exit code 1 if
anything was lost, doubled, out of order, delivered twice, or a card is wrong in the end.
"""

import argparse
import asyncio
import os
import random
import signal
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from bot.assistant.export import exported
from bot.library.shelf import Shelf, read_shelf
from storage import Store
from tests.doubles import BotApi, Phone, bot_api
from tests.doubles.botapi.faults import Kind
from tests.telegram.walking import begins, presses

FAULTS: tuple[Kind, ...] = ("reply_lost", "drop", 500, 429)
OUTLINES = ("mayor", "deputy-agriculture", "party-secretary")


@dataclass
class Tally:
    """What was done, and what was found afterwards."""

    kills: int = 0
    sent: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


class Program:
    """The bot as its own process."""

    def __init__(self, api: BotApi, db: Path) -> None:
        self._environment = {
            **os.environ,
            "TELEGRAM_BOT_TOKEN": api.token,
            "TELEGRAM_API_URL": api.base_url.removesuffix("/bot"),
            "SHUZHI_DB": str(db),
            "SHUZHI_ALLOWED": "*",
            "SHUZHI_LOG": "ERROR",
        }
        self._process: asyncio.subprocess.Process | None = None

    async def starts(self) -> None:
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", env=self._environment, stderr=asyncio.subprocess.DEVNULL
        )

    async def ends(self, by: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(by)
            await self._process.wait()


async def kill_often(program: Program, tally: Tally, rounds: int, chance: random.Random) -> None:
    """Kill the program `rounds` times, each at a random moment of its life."""
    for _ in range(rounds):
        await asyncio.sleep(chance.uniform(0.3, 2.5))
        await program.ends(signal.SIGKILL)
        tally.kills += 1
        await program.starts()


async def type_on(
    api: BotApi,
    phone: Phone,
    said: list[str],
    killing: "asyncio.Task[None]",
    chance: random.Random,
    tally: Tally,
) -> None:
    """Say numbered notes in bursts, finish now and then, while the program is being killed."""
    finished = 0
    while not killing.done():
        with api.held():
            for _ in range(chance.randint(1, 8)):
                said.append(f"第{len(said)}件事，办了{chance.randint(2, 900)}户")
                await phone.says(said[-1])
        if chance.random() < 0.1:
            await phone.command("finish")
            finished += 1
        if chance.random() < 0.3:
            api.fail(
                chance.choice(("sendMessage", "editMessageText", "editMessageMedia")),
                chance.choice(FAULTS),
                retry_after=1,
            )
        if chance.random() < 0.1:
            recent = [update["update_id"] for update in api.updates[-5:]]
            api.redeliver(*chance.sample(recent, len(recent)))
        if chance.random() < 0.05:
            with api.outage():
                await asyncio.sleep(chance.uniform(0.1, 1.5))
        await asyncio.sleep(chance.uniform(0.05, 0.6))
    tally.sent["finished"] += finished


def stored(db: Path, person: str) -> list[str]:
    """The notes of one person, in order."""
    store = Store(db)
    try:
        drafts = [draft for draft in store.read_now(exported) if draft["person"] == person]
    finally:
        store.close()
    return [note["text"] for draft in drafts for note in draft["notes"]]


def finishes(db: Path, person: str) -> int:
    """How many files the person is owed: those of each finish."""
    store = Store(db)
    try:
        sql = "SELECT count(*) FROM deliveries WHERE person = ?"
        return int(store.read_now(lambda base: base.execute(sql, (person,)).fetchone()[0]))
    finally:
        store.close()


def judge(db: Path, phone: Phone, said: list[str], tally: Tally) -> None:
    """Compare what was said with what is stored, and the screen with what it should show."""
    person = f"telegram:{phone.person['id']}"
    kept = stored(db, person)
    tally.sent["answers sent"] += len(said)
    tally.sent["stored"] += len(kept)
    tally.sent["lost"] += len(set(said) - set(kept))
    tally.sent["doubled"] += len(kept) - len(set(kept))
    inside = [note for note in said if note in set(kept)]
    tally.sent["out of order"] += sum(a != b for a, b in zip(dict.fromkeys(kept), inside, strict=False))
    owed = finishes(db, person)
    tally.sent["files owed"] += owed
    tally.sent["files delivered"] += len(phone.documents)
    tally.sent["files delivered twice"] += max(0, len(phone.documents) - owed)
    if said[-1] not in phone.screen.text and "报告已经写好" not in phone.screen.text:
        tally.wrong.append(f"{person}: the card does not show the last note")


async def storm(rounds: int, people: int, seed: int) -> Tally:
    """Let `people` type while the program is killed `rounds` times; then wait for quiet and judge."""
    chance, tally, shelf = random.Random(seed), Tally(), read_shelf()
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "shuzhi.db"
        async with bot_api() as api:
            program = Program(api, db)
            await program.starts()
            await api.polled(timeout=60.0)
            phones = [await beginner(api, shelf, number) for number in range(people)]
            said: list[list[str]] = [[] for _ in phones]
            killing = asyncio.create_task(kill_often(program, tally, rounds, chance))
            typing = [
                type_on(api, phone, words, killing, random.Random(seed + number), tally)
                for number, (phone, words) in enumerate(zip(phones, said, strict=True))
            ]
            await asyncio.gather(killing, *typing)
            api.heal()
            for phone, words in zip(phones, said, strict=True):
                words.append("最后一句，到此为止")
                await phone.says(words[-1])
            await api.settles(quiet=8.0, timeout=180.0)
            for phone in phones:
                await phone.command("finish")
            await api.settles(quiet=8.0, timeout=180.0)
            await program.ends(signal.SIGTERM)
            for phone, words in zip(phones, said, strict=True):
                judge(db, phone, words, tally)
            tally.wrong += api.complaints
    return tally


async def beginner(api: BotApi, shelf: Shelf, number: int) -> Phone:
    """Somebody who has chosen a kind of report and come to its first question of substance."""
    phone = api.phone(1001 + number, f"第{number}位")
    await begins(phone, shelf.outlines[OUTLINES[number % len(OUTLINES)]])
    for _ in range(10):
        await presses(phone, "跳过")
    return phone


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--people", type=int, default=3)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    asked = parser.parse_args()
    tally = asyncio.run(storm(asked.kills, asked.people, asked.seed))
    lines = [f"seed {asked.seed}", f"kills {tally.kills}"]
    lines += [f"{what} {count}" for what, count in tally.sent.items()]
    lines += tally.wrong
    sys.stdout.write("\n".join(lines) + "\n")
    counted = tally.sent
    bad = counted["lost"] + counted["doubled"] + counted["out of order"] + counted["files delivered twice"]
    return int(bool(bad or tally.wrong or counted["files delivered"] < counted["files owed"]))


if __name__ == "__main__":
    sys.exit(main())
