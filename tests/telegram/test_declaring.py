"""Declarations on the phone: each press says what it confirmed, and a tap too many confirms nothing."""

from bot.library.shelf import Shelf
from tests.doubles import Phone
from tests.telegram.conftest import Shuzhi
from tests.telegram.walking import begins, presses


async def test_three_taps_in_a_moment_confirm_one_sentence(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    outline = shelf.outlines["mayor"]
    await begins(phone, outline)
    clean = next(one for one in outline.sections if one.key == "integrity")
    asked = [one for one in clean.all_questions() if one.kind == "declaration"][:3]
    await phone.command("overview")
    await phone.waits_for(
        lambda screen: screen.card and any(label.startswith(clean.name) for label in screen.card.labels)
    )
    await presses(phone, next(label for label in phone.card.labels if label.startswith(clean.name)))
    await presses(phone, next(label for label in phone.card.labels if label.endswith(f". {asked[0].label}")))
    seen, button = phone.card, phone.card.button("是，写入报告")
    assert button is not None
    for _ in range(3):
        await phone.presses_data(button.data, seen.message_id)
    await phone.settles()
    confirmed = [toast.text for toast in phone.toasts if toast.text.startswith("已确认")]
    assert confirmed == [f"已确认“{asked[0].label}”，这一句会写入报告。"]
    assert asked[1].ask in phone.card.text
    await presses(phone, "是，写入报告")
    assert asked[2].ask in phone.card.text
