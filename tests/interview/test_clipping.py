import pytest

from bot.interview.clipping import clipped, units


@pytest.mark.parametrize(
    ("text", "most", "kept"),
    [
        ("新修公路", 2, "新修"),
        ("新修公路", 4, "新修公路"),
        ("好👍🏽好", 2, "好"),
        ("好👍🏽好", 4, "好"),
        ("好👍🏽好", 5, "好👍🏽"),
        ("👩‍🌾👨‍🌾", 9, "👩‍🌾"),
        ("👩‍🌾👨‍🌾", 6, "👩‍🌾"),
        ("🇨🇳🇨🇳", 6, "🇨🇳"),
        ("🇨🇳🇨🇳", 3, ""),
        ("e\u0301e\u0301", 3, "e\u0301"),
        ("☎️☎️", 3, "☎️"),
        ("一\r\n二", 2, "一"),
        ("𠮷野家", 1, ""),
        ("\u0301" * 9, 4, ""),
    ],
)
def test_a_cut_falls_between_what_people_see_as_characters(text: str, most: int, kept: str) -> None:
    assert clipped(text, most) == kept


def test_length_is_counted_as_telegram_does() -> None:
    assert [units(text) for text in ("", "路", "👍", "𠮷a")] == [0, 1, 2, 3]
