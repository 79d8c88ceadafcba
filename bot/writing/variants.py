"""Choosing among phrases: the same for the same person's report, different from one person to the next."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Variants:
    """Deals phrases out of pools. Equal seeds and equal calls give equal phrases; none comes twice before
    every other of its pool has come once."""

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._dealt: Counter[str] = Counter()

    def pick(self, pool: str, choices: Sequence[T]) -> T:
        """The next phrase of that pool; `choices` must not be empty."""
        order = sorted(range(len(choices)), key=lambda index: self._rank(pool, index))
        chosen = choices[order[self._dealt[pool] % len(order)]]
        self._dealt[pool] += 1
        return chosen

    def same(self, pool: str, choices: Sequence[T]) -> T:
        """The phrase at the pool's one place: parts whose variants are parallel get parallel ones."""
        return choices[int.from_bytes(self._rank(pool, 0)) % len(choices)]

    def _rank(self, pool: str, index: int) -> bytes:
        return hashlib.sha256(f"{self._seed}\0{pool}\0{index}".encode()).digest()
