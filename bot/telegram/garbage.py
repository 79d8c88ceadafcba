"""Looking for garbage at leisure: to look through all that a busy bot remembers takes a tenth of a second."""

import asyncio
import gc
import time

PAUSE = 5.0
IDLE = 0.02
"""The share of a processor below which nobody is being answered just now."""
WORTH_IT, TOO_MUCH = 10, 200
"""What has grown old since the last look, as the interpreter counts it."""
NEVER = 1_000_000


def leave_old_garbage() -> None:
    """Let the interpreter look for young garbage only; what is old is left to `look_for_old_garbage`."""
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, NEVER)


async def look_for_old_garbage(pause: float = PAUSE, worth_it: int = WORTH_IT) -> None:
    """Look through everything while there is nothing to do, or once too much is old; until cancelled."""
    while True:
        before = time.process_time()
        await asyncio.sleep(pause)
        idle = time.process_time() - before < IDLE * pause
        grown_old = gc.get_count()[2]
        if grown_old >= TOO_MUCH or (idle and grown_old >= worth_it):
            gc.collect()
