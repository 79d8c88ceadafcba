"""Every rule in prompts/ fires on its own examples and is silent on the others."""

import re

import pytest

from bot.proofreading import Proofbook, proofread
from bot.proofreading.book import Check, Wording
from tests.proofreading.conftest import BOOK

RULES: list[Wording | Check] = [*BOOK.wordings, *BOOK.checks.values()]
WHOLE_TEXT = re.compile(
    r"years\.(?:planned|signed)|whole\.|years\.(?:untold|title|expected)|marks\.indent|politics\.own-committee"
)


def fired(text: str, book: Proofbook) -> set[str]:
    return {finding.rule for finding in proofread(text, book)}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_fires_on_its_own_examples(rule: Wording | Check) -> None:
    for example in rule.fires:
        findings = proofread(example, BOOK)
        assert rule.id in {finding.rule for finding in findings}, f"{rule.id} is silent on {example!r}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_silent_where_all_is_well(rule: Wording | Check) -> None:
    for example in rule.silent:
        assert rule.id not in fired(example, BOOK), f"{rule.id} fires on {example!r}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_says_where_it_comes_from_and_has_examples(rule: Wording | Check) -> None:
    assert rule.source
    if not WHOLE_TEXT.match(rule.id):
        assert rule.fires, f"{rule.id} has no example that fires"
        assert rule.silent, f"{rule.id} has no example that is silent"


@pytest.mark.parametrize("rule", [rule for rule in BOOK.wordings if rule.pairs], ids=lambda rule: rule.id)
def test_every_pair_of_a_rule_can_fire(rule: Wording) -> None:
    for wrong in rule.pairs:
        year = rule.since or 2024
        places = [one.span for one in proofread(f"{wrong}。", BOOK, year=year) if one.rule == rule.id]
        assert any(wrong in span or span in wrong for span in places), f"{rule.id}: {wrong} never fires"
