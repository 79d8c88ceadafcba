"""The cards on what the proofreader found: how much there is, and one finding at a time."""

from collections import Counter
from collections.abc import Sequence

from bot.interview.card import Block, Button, Card, Style
from bot.interview.cards.buttons import button
from bot.interview.proof import Proof
from bot.interview.state import DraftState
from bot.interview.texts import Texts


def counts_line(texts: Texts, proofs: Sequence[Proof]) -> str:
    """How many findings of each weight are open."""
    if not proofs:
        return texts("proof_none")
    count = Counter(proof.severity for proof in proofs)
    return texts("proof_counts", **{name: count[name] for name in ("certain", "likely", "advice")})


def proof_card(state: DraftState, texts: Texts, proofs: Sequence[Proof], number: int, notice: str) -> Card:
    """Finding `number` from 0, with what can be done about it; behind the last one what is left."""
    blocks = [Block(notice, Style.HINT)] if notice else []
    rows: list[tuple[Button, ...]] = []
    if number >= len(proofs):
        blocks += [Block(texts("proof_head"), Style.HEAD), Block(counts_line(texts, proofs))]
        said = texts("proof_left", n=len(proofs)) if proofs else texts("proof_done")
        blocks.append(Block(said + texts("proof_mended")))
        if proofs:
            rows.append((button(texts, "view:findings:0", key="proof_again"),))
        rows.append((button(texts, "finish"), button(texts, "view:question", key="to_question")))
    else:
        proof = proofs[number]
        blocks.append(Block(texts("proof_place", n=number + 1, m=len(proofs)), Style.HEAD))
        blocks.append(Block(texts(f"proof_{proof.severity}", message=proof.message)))
        shown = texts("proof_text", before=proof.before, span=proof.span, after=proof.after)
        blocks.append(Block(shown, Style.SAID))
        if proof.asks:
            blocks.append(Block(texts("proof_asks"), Style.HINT))
        deciding = [Button(texts("proof_keep"), f"let:{number}")]
        if proof.fix is not None:
            label = texts("proof_accept") if proof.fix else texts("proof_delete")
            deciding.insert(0, Button(label, f"accept:{number}"))
        elif proof.sentence:
            deciding.insert(0, button(texts, f"view:{proof.sentence}", key="mend"))
        elif proof.question:
            deciding.insert(0, Button(texts("proof_mend"), f"go:{proof.question}"))
        rows.append(tuple(deciding))
        rows.append((button(texts, f"view:findings:{number + 1}", key="proof_later"),))
        rows.append((button(texts, f"view:findings:{len(proofs)}", key="proof_leave"),))
    return Card(
        tuple(blocks), tuple(rows), state.id, state.version, texts("place_view", name=texts("proof_head"))
    )
