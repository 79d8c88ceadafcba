"""Asking back with a model: what is sent is sealed, and not everything may be asked."""

import json
import re

import pytest

from bot.interview.event import EventKind, NewEvent
from bot.interview.follow_up_rules import Narrow
from bot.interview.state import DraftState
from bot.writing.model.asking_back import AskingBack, asking_back

from ..office import recalled, shipped
from .office import book, house_for, state_of

EVERY = (
    "mayor",
    "party-secretary",
    "deputy-agriculture",
    "deputy-enterprise",
    "five-duties",
    "township-member",
)


def at(state: DraftState, key: str, *notes: str) -> DraftState:
    """The example's person at this question, after these notes instead of their own."""
    profile = [NewEvent(EventKind.NOTE, q, state.answer(q).value) for q in ("name", "place", "post")]
    said = [NewEvent(EventKind.NOTE, key, note) for note in notes]
    return recalled(state.outline, [*profile, NewEvent(EventKind.GO, key), *said])


def asked_about(*notes: str, key: str = "grain", before: tuple[str, ...] = ()) -> AskingBack:
    state = at(state_of("mayor"), key, *notes)
    found = asking_back(state, house_for(state), "sealed", before)
    assert found is not None
    return found


def test_a_name_is_not_sent_either_where_it_was_given_in_a_sentence() -> None:
    told = state_of("mayor")
    own = {"name": "我叫叶为民", "place": "我们云起镇的", "post": "镇长"}
    note = "叶为民在云起镇带头示范种了粮食"
    said = [NewEvent(EventKind.NOTE, key, words) for key, words in (*own.items(), ("grain", note))]
    state = recalled(told.outline, [NewEvent(EventKind.GO, "grain"), *said])
    found = asking_back(state, house_for(state), "sealed", ())
    assert found is not None
    shown = found.prompt.turns[1].content
    assert "叶为民" not in shown
    assert "云起" not in shown


def answer(*questions: str) -> str:
    return json.dumps({"questions": questions}, ensure_ascii=False)


@pytest.mark.parametrize("example", EVERY)
def test_no_figure_and_no_name_of_the_person_is_sent(example: str) -> None:
    told = state_of(example)
    house = house_for(told)
    names = (told.answer("name").value.strip(), told.answer("place").value.strip())
    sent = 0
    for question in told.questions:
        words = [note.reading for note in told.answer(question.key).words]
        if question.kind != "notes" or not words:
            continue
        found = asking_back(at(told, question.key, *words), house, "sealed", words[:1])
        if found is None:
            continue
        sent += 1
        user = found.prompt.turns[1].content
        shown = user[user.index("〔材料〕") :]
        fixed = {mark.word for mark in house.lexicon.terms.find(shown) if "fixed" in mark.labels}
        open_text = re.sub(r"⟦F\d+：|N\d+ ", "", shown)
        for word in fixed:
            open_text = open_text.replace(word, "")
        assert not re.search(r"\d", open_text), open_text
        assert not any(name in shown for name in names)
    assert sent > 20


def test_a_server_on_this_machine_sees_the_values() -> None:
    state = at(state_of("mayor"), "grain", "检查企业32家")
    found = asking_back(state, house_for(state), "visible", ())
    assert found is not None
    assert "⟦F1：32家⟧" in found.prompt.text


def test_most_of_what_the_rules_ask_a_model_may_ask_too() -> None:
    """The checks leave room for real questions: those that were written by hand."""
    refused = []
    every = [(rule, said) for rule in shipped().follow_ups for said in rule.fires if not rule.want]
    for rule, said in every:
        question = rule.sees([Narrow(said)])
        assert question is not None
        asking = asked_about(said)
        sent = question
        for fact in asking.facts:
            sent = sent.replace(fact.text, fact.marker)
        if asking.chosen(answer(sent), lambda _: True) != question:
            refused.append(question)
    assert len(every) > 25
    assert len(refused) <= 2, refused


def test_a_figure_comes_back_as_it_was_given() -> None:
    asking = asked_about("检查企业32家，发现隐患57处")
    question = "⟦F1⟧里有隐患的是几家，⟦F2：▢处⟧改好了多少？"
    assert asking.chosen(answer(question), lambda _: True) == "32家里有隐患的是几家，57处改好了多少？"
    assert (
        asking.chosen(answer(question, "后来改好了多少？"), lambda text: "32" not in text)
        == "后来改好了多少？"
    )


def test_what_was_asked_or_will_be_asked_is_not_asked_again() -> None:
    asking = asked_about("产量比去年高", before=("去年亩产是多少，今年呢？",))
    later = next(question.ask for question in asking_state().questions if question.kind == "notes")
    for again in ("去年的亩产是多少，今年呢？", later):
        assert asking.chosen(answer(again), lambda _: True) == ""


def asking_state() -> DraftState:
    return at(state_of("mayor"), "grain", "产量比去年高")


def test_no_model_is_asked_about_what_fits_nowhere_else() -> None:
    state = at(state_of("mayor"), "other", "去年述职提出的问题已经改完")
    assert state.question is not None
    assert asking_back(state, house_for(state), "sealed", ()) is None
    assert book().asking_back.without == ("other",)


@pytest.mark.parametrize("long", ["一", "一" * 4000])
def test_a_long_answer_is_shown_by_its_newest_notes(long: str) -> None:
    asking = asked_about("最早的一条", long, "最后的一条")
    shown = asking.prompt.turns[1].content
    assert ("最早的一条" in shown) == (long == "一")
    assert "最后的一条" in shown
