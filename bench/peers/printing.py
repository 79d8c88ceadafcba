"""Figures as a table, each beside its ratio to the plainest of the bots."""

from bench.peers.people import Measured

BASE = "ptb-echo"
HEAD = f"{'':18}{'answers/s':>16}{'p50 ms':>16}{'p99 ms':>16}{'calls':>8}{'CPU ms':>15}{'peak MB':>15}"


def table(cell: dict[str, list[Measured]]) -> str:
    """A line for each bot; × is the ratio to the echo bot, or to the first one where there is no echo."""
    found = {name: _summed(turns) for name, turns in cell.items()}
    base = _figures(found.get(BASE) or next(iter(found.values())))
    lines = [HEAD]
    for name, measured in found.items():
        mine = _figures(measured)
        bounds = ("", *("≥" if measured.quantile(share)[1] else "" for share in (0.5, 0.99)), "", "")
        shown = [
            f"{bound + format(value, '.1f'):>9}{value / basis:>5.2f}×" if basis else f"{value:>9.1f}      "
            for value, basis, bound in zip(mine, base, bounds, strict=True)
        ]
        calls = measured.calls / max(len(measured.took), 1)
        lines.append(f"{name:18}{shown[0]:>16}{shown[1]:>16}{shown[2]:>16}{calls:>8.2f}{shown[3]}{shown[4]}")
    return "\n".join(lines)


def _figures(measured: Measured) -> tuple[float, ...]:
    """Answers per second, p50 and p99 in ms, CPU per answer in ms, peak memory in MB."""
    answers = len(measured.took)
    return (
        answers / measured.seconds,
        measured.quantile(0.5)[0] * 1000,
        measured.quantile(0.99)[0] * 1000,
        measured.cpu / max(answers, 1) * 1000,
        measured.peak_mb,
    )


def _summed(turns: list[Measured]) -> Measured:
    """Several turns as one."""
    whole = Measured()
    for turn in turns:
        whole.seconds += turn.seconds
        whole.took += turn.took
        whole.late += turn.late
        whole.calls += turn.calls
        whole.cpu += turn.cpu
        whole.peak_mb = max(whole.peak_mb, turn.peak_mb)
    return whole
