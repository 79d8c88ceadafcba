"""A report with what the person set by hand outside its running text."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.interview.by_hand import Added, ByHand
from bot.interview.outline import Numbering, Outline
from bot.report import NOBODY, OPENING, BlockKind, Report, ReportBlock, Sentence
from bot.writing.numbering import heading_form, heading_number, unnumbered
from bot.writing.places import AT, Place, marked, places

_GOES_ON = ("；", "，")
_STOPS = "，；、,;.。"


def set_by_hand(report: Report, mine: ByHand, outline: Outline, declarations: Collection[str]) -> Report:
    """The report with the person's words in their places and their lines put in, its headings in sequence."""
    if not mine.restated and not mine.added:
        return report
    blocks = report.blocks
    for added in mine.added:
        found = places(Report(report.title, blocks), outline, declarations)
        blocks = _with(blocks, found, added, outline)
    found = places(Report(report.title, blocks), outline, declarations)
    blocks = tuple(
        made
        for at, block in enumerate(blocks)
        if (made := _restated(block, [place for place in found if place.block == at], mine)).text
    )
    blocks = _numbered(blocks)
    title = next((block.text for block in blocks if block.kind is BlockKind.TITLE), report.title)
    return replace(report, title=title, blocks=blocks)


def is_by_hand(mine: ByHand, sentence: Sentence) -> bool:
    """Whether the person wrote this sentence into the finished report."""
    own = {AT + key for key in mine.restated}
    if any(s.question in own or s.question.startswith(f"{AT}added:") for s in sentence.sources):
        return True
    own_words = filter(None, (text.rstrip(_STOPS) for text in mine.sentences))
    return any(words in sentence.text for words in own_words)


def _restated(block: ReportBlock, found: Sequence[Place], mine: ByHand) -> ReportBlock:
    if not any(place.key in mine.restated for place in found):
        return block
    sentences = []
    for place in found:
        own = mine.restated.get(place.key)
        text = place.sentence.text
        if own is not None:
            text = _heading(text, own.text) if block.kind is BlockKind.HEADING else own.text
        if text:
            keeps = own is not None or place.key.startswith(OPENING)
            sentence = replace(place.sentence, text=text)
            sentences.append(marked(sentence, place.key) if keeps else sentence)
    if sentences and block.kind is BlockKind.PARAGRAPH and sentences[-1].text.endswith(_GOES_ON):
        sentences[-1] = replace(sentences[-1], text=sentences[-1].text[:-1] + "。")
    return replace(block, sentences=tuple(sentences))


def _heading(now: str, own: str) -> str:
    """The person's heading; a number like the one that stands there is the one that stands there."""
    if not own or heading_form(own) != heading_form(now):
        return own
    return now.removesuffix(unnumbered(now)) + unnumbered(own)


def _with(
    blocks: tuple[ReportBlock, ...], found: Sequence[Place], added: Added, outline: Outline
) -> tuple[ReportBlock, ...]:
    """The blocks with these lines put in: a heading before what follows, other lines behind what precedes."""
    behind = max((place.block + 1 for place in found if place.key == added.behind), default=None)
    before = min((place.block for place in found if place.key == added.before), default=None)
    opens = heading_form(added.lines[0]) is not None
    ways = (before, behind) if opens else (behind, before)
    at = next((way for way in ways if way is not None), None)
    if at is None:
        at = next((place.block for place in found if place.key in ("closing", "signature")), len(blocks))
    section = blocks[at - 1].section if at else NOBODY
    made = []
    for number, line in enumerate(added.lines):
        level = _level(heading_form(line), outline)
        if level == 1:
            section = f"added{added.seq}"
        kind = BlockKind.HEADING if level else BlockKind.PARAGRAPH
        sentence = marked(Sentence(line), f"added:{added.seq}:{number}")
        made.append(ReportBlock(kind, (sentence,), level, section))
    return (*blocks[:at], *made, *blocks[at:])


def _level(form: Numbering | None, outline: Outline) -> int:
    if form is None:
        return 0
    return outline.numbering.index(form) + 1 if form in outline.numbering else len(outline.numbering)


def _numbered(blocks: Sequence[ReportBlock]) -> tuple[ReportBlock, ...]:
    """Every numbered heading with the number that is its turn."""
    counts: list[int] = []
    made = []
    for block in blocks:
        form = heading_form(block.text) if block.kind is BlockKind.HEADING else None
        if form is not None:
            del counts[block.level :]
            counts += [0] * (block.level - len(counts))
            counts[-1] += 1
            number = heading_number(form, counts[-1])
            sentence = block.sentences[0]
            block = replace(block, sentences=(replace(sentence, text=number + unnumbered(block.text)),))
        made.append(block)
    return tuple(made)
