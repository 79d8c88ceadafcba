"""A title in lines, as GB/T 9704-2012, 7.3.1 asks: words whole, lines in the shape of a 梯形 or 菱形."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from bot.documents.page import TITLE_SIZE, TYPE_AREA_MM, points
from bot.documents.widths import width

LONGEST_LINE = int(points(TYPE_AREA_MM[0]) / TITLE_SIZE) - 1
"""Characters of a title line: one fewer than fit, so that a title never touches both margins."""

MOST_SHAPED = 4
"""Lines up to which a shape is looked for; longer titles are only filled."""

_WHOLE = r"【[^】]*】|《[^》]*》|“[^”]*”|（[^）]*）"
_YEAR = r"\d{4}(?:[-—–~～至]\d{4})?年?(?:上半年|下半年|度)?"
_POST = (
    r"(?:党委|党组|党工委|纪委|政法委|人大|政协|团委|妇联)?(?:常务)?副?(?:书记|主席团主席|主席|主任|委员|部长|所长|站长)"
    r"|副?[镇乡村区县市]长|(?:组织|宣传|统战|政法|武装)(?:委员|部长)|领导班子|党委班子"
    r"|(?:人民)?政府|党委|党工委|纪委|委员会|个人|同志"
)
_PLACE = r"[^\W\d_]{1,7}?(?:自治区|自治州|办事处|街道|开发区|管委会|省|市|县|区|旗|镇|乡|村)(?!长)"
_KIND = r"述[职德学廉法责](?!报告)|述[职德学廉法责]报告|工作报告|报告|的|关于|和|暨"
_TOKEN = re.compile(rf"{_WHOLE}|{_YEAR}|{_KIND}|{_POST}|{_PLACE}|[A-Za-z0-9.%％+\-]+|\s+|.", re.DOTALL)

_NOT_FIRST = frozenset("，。、；：！？）】》”’·…—")
_NOT_LAST = frozenset("（【《“‘")
_LEANS_BACK = ("报告", "的", "同志", "暨", "和")
_LEANS_FORWARD = ("关于",)

_APART = 3.0
"""The cost of setting parts of one phrase on two lines: 述职 and 述廉, one post and the next."""

_MORE = 2.0
"""The cost of a line more than needed."""

_SECOND_PARTS = ("述", "主任", "书记", "主席")


def title_lines(title: str, longest: int = LONGEST_LINE) -> tuple[str, ...]:
    """The title in lines whose sum is the title and none of which is wider than `longest` characters.

    Words, figures, quoted names and gaps are never split, unless one alone is wider than a line.
    """
    if width(title) <= longest:
        return (title,)
    words = list(_words(title))
    fewest = max(2, -int(-width(title) // longest))
    shaped = [
        (cost + _MORE * more, lines)
        for more in (0, 1)
        if fewest + more <= MOST_SHAPED
        for cost, lines in _divided(words, fewest + more, longest)
    ]
    return min(shaped)[1] if shaped else tuple(_filled(words, longest))


def _words(title: str) -> Iterator[str]:
    """What stays on one line: tokens, unknown characters in a row, and the marks that lean on them."""
    word = ""
    loose = False
    for found in _TOKEN.finditer(title):
        token = found.group()
        single = len(token) == 1 and token not in ("的", "和", "暨")
        glued = (
            token[0] in _NOT_FIRST
            or token.isspace()
            or token in _LEANS_BACK
            or word[-1:] in _NOT_LAST
            or word in _LEANS_FORWARD
            or (single and loose)
        )
        if word and not glued:
            yield word
            word = ""
        word += token
        loose = single
    if word:
        yield word


def _divided(words: Sequence[str], count: int, longest: int) -> Iterator[tuple[float, tuple[str, ...]]]:
    """Every division into `count` lines within `longest`, with what speaks against it."""
    for cuts in combinations(range(1, len(words)), count - 1):
        lines = tuple("".join(words[a:b]) for a, b in pairwise((0, *cuts, len(words))))
        widths = [width(line) for line in lines]
        if max(widths) <= longest:
            torn = sum(_one_phrase(words[cut - 1], words[cut]) for cut in cuts)
            yield _shape(widths) + _APART * torn, lines


def _one_phrase(before: str, after: str) -> bool:
    second = after.startswith(_SECOND_PARTS) and (after[0] != "述" or before[0] == "述")
    return second or before.endswith("、")


def _shape(widths: Sequence[float]) -> float:
    """0 for a slight trapezoid or rhombus; more for blocks, hourglasses and lines of very unlike length."""
    steps = [after - before for before, after in pairwise(widths)]
    waist = any(a < 0 < b for a, b in pairwise(steps))
    block = 2.0 if not any(steps) else 0.0
    return block + (30.0 if waist else 0.0) + sum(abs(abs(step) - 2) for step in steps) / 2


def _filled(words: Sequence[str], longest: int) -> Iterator[str]:
    line = ""
    for word in words:
        for piece in _fitting(word, longest):
            if line and width(line) + width(piece) > longest:
                yield line
                line = ""
            line += piece
    yield line


def _fitting(word: str, longest: int) -> Iterator[str]:
    """The word, in pieces only if it is wider than a line."""
    piece = ""
    for char in word:
        if piece and width(piece) + width(char) > longest:
            yield piece
            piece = ""
        piece += char
    yield piece
