"""A judged answer: what a repair puts into it, and what is found in it later."""

from bot.writing.model.fault import Fault
from bot.writing.model.judged import Group, Judged
from bot.writing.model.lines import Line

BAD = Fault("format")


def told(note: str, place: float, text: str = "走访。") -> Line:
    return Line("P1", (note,), text, place=place)


def lead(text: str, place: float = 0.0) -> Line:
    return Line("P1", (), text, place=place)


FIRST, SECOND, THIRD = told("N1", 1), told("N2", 2), told("N3", 3)
HALF_GOOD = Judged(
    (Group(("N1",), (FIRST,)), Group(("N2",), (SECOND,), (BAD,)), Group(("N3",), (THIRD,))),
    (lead("强化学习。"),),
)


def test_a_repaired_sentence_takes_the_place_of_the_one_that_fell() -> None:
    anew = told("N2", 0, "走访12户。")
    combined = HALF_GOOD.combined_with([anew])
    assert [line.text for line in sorted(combined, key=lambda line: line.place)] == [
        "强化学习。",
        "走访。",
        "走访12户。",
        "走访。",
    ]


def test_what_stood_is_not_told_again_by_a_repair() -> None:
    assert HALF_GOOD.combined_with([told("N1", 0, "又走访。")]) == [FIRST, THIRD, lead("强化学习。")]
    assert HALF_GOOD.combined_with([Line("P1", ("N1", "N2"), "都走访。")]) == [
        FIRST,
        THIRD,
        lead("强化学习。"),
    ]


def test_a_note_that_had_no_sentence_comes_behind_those_before_it() -> None:
    left_out = Judged((Group(("N1",), (FIRST,)), Group(("N2",), (), (BAD,)), Group(("N3",), (THIRD,))))
    (anew,) = (line for line in left_out.combined_with([told("N2", 0)]) if line.notes == ("N2",))
    assert FIRST.place < anew.place < THIRD.place


def test_a_lead_is_taken_only_where_one_fell() -> None:
    assert lead("另起一句。") not in HALF_GOOD.combined_with([lead("另起一句。")])
    without = Judged((), (), (Group((), (lead("空话。", 4.0),), (BAD,)),))
    assert without.combined_with([lead("另起一句。")]) == [lead("另起一句。", 4.0)]


def test_a_fault_found_later_fells_the_group_and_the_lead_it_stands_in() -> None:
    marked = HALF_GOOD.with_fault([FIRST, lead("强化学习。")], BAD)
    assert [group.notes for group in marked.standing] == [("N3",)]
    assert [group.notes for group in marked.failed] == [("N1",), ("N2",)]
    assert (marked.leads, len(marked.bad_leads)) == ((), 1)
    assert HALF_GOOD.standing, "what was judged before stays as it was"
