"""Words that promise a second: 首先 without 其次, 一方面 without 另一方面."""

import re
from collections.abc import Iterator

from bot.proofreading.finding import Finding
from bot.proofreading.reading import Reading

_FIRST = re.compile(r"(?:(?<=[。；\n\u3000])|^)首先(?=[，要是])", re.M)
_SECOND = re.compile(r"其次|再次|然后|最后|第二|接着")
_LAST = re.compile(r"再次|最后|第三|还要|此外|同时")
_NEXT = re.compile(r"(?:^|(?<=[。；\u3000]))其次(?=[，要是])")
_ONE = re.compile(r"一方面")
_SENTENCE = re.compile(r"[^。！？\n]+")
_ANSWERED = (
    (re.compile("虽然|尽管(?!理)|虽说"), re.compile("但|却|可是|然而|不过|仍|依然|还是|也")),
    (re.compile("不仅(?!如此)|不但"), re.compile("而且|还|也|更|又|同时|甚至|并|都")),
    (re.compile("无论|不论"), re.compile("都|也|总|始终|均|皆|一律|一概|就|全|从不|[绝决]不|坚持|一")),
    (re.compile("即使|哪怕|即便|就算"), re.compile("也|仍|还|都|照样|就|依然")),
)


def ends(reading: Reading) -> Iterator[Finding]:
    """A first and a second with nothing after them in the same paragraph."""
    for line in reading.page.lines:
        first = _FIRST.search(line.text)
        if first and "其次" in line.text[first.end() :] and not _LAST.search(line.text, first.end()):
            at = line.start + first.start()
            yield reading.finding("ordinals.next-last", at, at + 2)


def partners(reading: Reading) -> Iterator[Finding]:
    """A first without a second in the same paragraph, and a second without a first."""
    for line in reading.page.lines:
        for match in _FIRST.finditer(line.text):
            if not _SECOND.search(line.text, match.end()):
                at = line.start + match.start()
                yield reading.finding("ordinals.first-alone", at, at + 2)
        for match in _NEXT.finditer(line.text):
            if "首先" not in line.text[: match.start()]:
                at = line.start + match.start()
                yield reading.finding("ordinals.next-alone", at, at + 2)
        sides = [match.start() for match in _ONE.finditer(line.text)]
        if len(sides) == 1 and line.text[max(0, sides[0] - 1) : sides[0]] not in ("另", "这", "每"):
            at = line.start + sides[0]
            yield reading.finding("ordinals.one-side", at, at + 3)


def conjunctions(reading: Reading) -> Iterator[Finding]:
    """虽然 without 但, 不仅 without 而且, 无论 without 都, 即使 without 也, in a sentence that goes on."""
    for sentence in _SENTENCE.finditer(reading.text):
        for first, answer in _ANSWERED:
            match = first.search(sentence.group())
            if match is None:
                continue
            rest = sentence.group()[match.end() :]
            clause, comma, _ = rest.partition("，")
            if comma and not answer.search(rest):
                start = sentence.start() + match.start()
                end = sentence.start() + match.end() + len(clause)
                yield reading.finding("sentences.unanswered", start, end, word=match.group())
