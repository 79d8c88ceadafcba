"""Whether words are nothing but pieces of two kinds, wherever one of them ends and the next begins."""

import re


def is_made_up(said: str, telling: re.Pattern[str], beside: re.Pattern[str]) -> bool:
    """Whether the words are nothing but such pieces, at least one of them a telling one.

    Looked for from place to place, each once: a repeated group in one pattern tries every way to cut the
    words, and 哈哈哈哈哈 can be cut in as many ways as would take minutes.
    """
    if not (telling.match(said) or beside.match(said)):
        return False
    reached: list[set[bool]] = [{False}, *(set() for _ in said)]
    for start, held in enumerate(reached[:-1]):
        if not held or not (telling.match(said, start) or beside.match(said, start)):
            continue
        for end in range(start + 1, len(said) + 1):
            if True not in reached[end] and telling.fullmatch(said, start, end):
                reached[end].add(True)
            if held - reached[end] and beside.fullmatch(said, start, end):
                reached[end] |= held
    return bool(said) and True in reached[-1]
