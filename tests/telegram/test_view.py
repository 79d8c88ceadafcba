"""Every card fits into a message, whatever is on it."""

from bot.interview.card import Block, Button, Card, Style
from bot.interview.clipping import units
from bot.telegram.view import buttons, html
from tests.doubles.botapi.markup import formatted


def shown(*blocks: Block) -> tuple[str, int]:
    """What a phone shows of a card: its text, and how many entities it has."""
    sent = formatted(html(Card(blocks)), "HTML", [])
    return sent.text, len(sent.entities)


def test_what_is_too_long_is_cut_between_characters() -> None:
    text, _ = shown(Block("题目", Style.HEAD), Block("👩‍🌾" * 2000, Style.SAID), Block("说明", Style.HINT))
    assert units(text) <= 4096
    assert text.count("👩‍🌾") * "👩‍🌾" + "……" in text
    assert text.count("👩") == text.count("🌾") > 700
    assert "题目" in text
    assert "说明" in text


def test_markup_is_never_cut() -> None:
    text, entities = shown(Block("<b>&" * 3000, Style.SAID))
    assert units(text) <= 4096
    assert text.startswith("<b>&<b>&")
    assert entities == 1


def test_more_than_a_hundred_entities_are_not_asked_for() -> None:
    blocks = [Block(f"{number}", Style.HEAD if number % 2 else Style.HINT) for number in range(150)]
    text, entities = shown(*blocks)
    assert entities == 100
    assert "149" in text


def test_the_longest_action_fits_behind_large_numbers() -> None:
    action = f"rewrite:{'k' * 32}:shorter"
    card = Card((Block("题"),), ((Button("短一些", action),),), draft=9_999_999, version=99_999)
    data = buttons(card)["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    assert len(data.encode()) <= 64
