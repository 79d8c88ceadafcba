"""That something was done for nothing, left out: 义务给老人剃头 told as 为老人理发."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Finding
from ..trial import Trial

_FOR_NOTHING = re.compile(
    "义务(?!教|兵|植|劳|工|段|阶)|免费|白送|白干|白教|不[要收]钱|没[要收]钱|没[要收]一分钱|自掏腰包|自己掏(?:的)?钱|自己贴(?:的)?钱|自费"
)
_TOLD = re.compile(
    "义务|免费|无偿|公益|志愿|免[除收交去]|减免|赠|捐|[不未没无零][^,。;]{0,4}[收取要拿付][^,。;]{0,6}|分文|自掏|自费|自筹|自付|个人(?:承担|出资|支付|垫)|垫付|自行(?:承担|支付|出资)"
)
_LEAST = 2


def check_free(trial: Trial) -> Iterator[Finding]:
    """What was done for nothing is told so, where the rest of its note is told at all."""
    given = list(_FOR_NOTHING.finditer(trial.notes.text))
    if not given or _TOLD.search(trial.prose.text):
        return
    for found in given:
        about = trial.notes.signs_of(*trial.notes.line_at(found.start()))
        if len(about & trial.prose.known) >= _LEAST:
            yield trial.missing(*found.span())
