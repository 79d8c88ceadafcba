"""A whole text, in every shape in which servers give one."""

import json
from decimal import Decimal

import pytest

from bot.models import Models, NoModel, Outcome

from ..doubles.modelserver import CUT, ModelServer, Raw, Says
from ..doubles.modelserver.wording import chunk, event
from .office import PROMPT, Opens, ask, outcomes, provider_of

TEXT = "一年来，本人带领村两委修通断头路，群众出行更加方便。"


async def test_a_text_comes_with_its_usage_and_price(models: Models, server: ModelServer) -> None:
    usage = {
        "prompt_tokens": 1000,
        "completion_tokens": 500,
        "prompt_tokens_details": {"cached_tokens": 640},
    }
    server.script([Says(TEXT, usage=usage)])
    completion = await ask(models)
    assert completion.text == TEXT
    assert (completion.model, completion.provider) == ("test-model", "first")
    assert (completion.prompt_tokens, completion.completion_tokens) == (1000, 500)
    assert completion.cached_tokens == 640
    assert completion.cost == Decimal("0.006")
    assert completion.metered
    assert 0 < completion.seconds < 5
    assert outcomes(completion) == [Outcome.WRITTEN]


async def test_the_request_says_what_was_asked(models: Models, server: ModelServer) -> None:
    await ask(models)
    (asked,) = server.asked
    assert asked.body == {
        "model": "test-model",
        "messages": [{"role": message.role, "content": message.content} for message in PROMPT],
        "max_tokens": 800,
        "temperature": 0.3,
        "stream": True,
        "stream_options": {"include_usage": True},
    }


async def test_the_text_is_shown_while_it_comes(models: Models, server: ModelServer) -> None:
    server.script([Says("\n\n" + TEXT, chunk=3)])
    shown: list[str] = []
    assert (await ask(models, on_text=shown.append)).text == TEXT
    assert len(shown) > 5
    assert "".join(shown) == TEXT


@pytest.mark.parametrize("place", ["reasoning_content", "reasoning"])
async def test_reasoning_in_a_field_of_its_own_is_never_shown(
    models: Models, server: ModelServer, place: str
) -> None:
    server.script([Says(TEXT, reasoning="先想想怎么写", reasoning_in=place)])  # type: ignore[arg-type]
    shown: list[str] = []
    assert (await ask(models, on_text=shown.append)).text == TEXT
    assert "".join(shown) == TEXT


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7, 100])
async def test_reasoning_in_tags_is_never_shown_however_it_is_split(
    models: Models, server: ModelServer, size: int
) -> None:
    server.script([Says(f"<think>先想想，a<b</think>\n\n{TEXT}", chunk=size)])
    shown: list[str] = []
    assert (await ask(models, on_text=shown.append)).text == TEXT
    assert "".join(shown) == TEXT


async def test_nothing_but_unclosed_reasoning_is_no_text(both: Models, server: ModelServer) -> None:
    server.script([Says("<think>想来想去", chunk=2)] * 2)
    shown: list[str] = []
    completion = await ask(both, on_text=shown.append)
    assert outcomes(completion) == [Outcome.EMPTY, Outcome.EMPTY, Outcome.WRITTEN]
    assert "".join(shown) == completion.text == "第二家写的。"


async def test_reasoning_whose_opening_tag_the_template_swallowed_is_taken_back(
    models: Models, server: ModelServer
) -> None:
    server.script([Says(f"先想想</think>{TEXT}", chunk=2)])
    shown: list[str] = []
    completion = await ask(models, on_text=shown.append, on_restart=shown.clear)
    assert completion.text == TEXT == "".join(shown)


async def test_plain_json_instead_of_a_stream_is_accepted(models: Models, server: ModelServer) -> None:
    server.script([Says(TEXT, reasoning="想", plain=True)])
    shown: list[str] = []
    completion = await ask(models, on_text=shown.append)
    assert completion.text == TEXT == "".join(shown)
    assert completion.metered


async def test_events_under_a_wrong_content_type_are_accepted(models: Models, server: ModelServer) -> None:
    lines = event(chunk({"content": TEXT})) + event(chunk({}, "stop"))
    server.script([Raw((lines,), content_type="text/plain")])
    assert (await ask(models)).text == TEXT


async def test_null_choices_null_deltas_and_comments_do_no_harm(models: Models, server: ModelServer) -> None:
    server.script(
        [
            Raw(
                (
                    ": keep-alive\n\n",
                    event({"choices": None}),
                    event({"choices": []}),
                    event({"choices": [None]}),
                    event(chunk(None)),
                    event(chunk({"content": None})),
                    event({"choices": [{"index": 1, "delta": {"content": "别的"}}]}),
                    event(chunk({"content": TEXT}, "null")),
                    event(chunk({}, "stop")),
                    event({"choices": None, "usage": None}),
                    event("[DONE]"),
                )
            )
        ]
    )
    completion = await ask(models)
    assert completion.text == TEXT
    assert not completion.metered
    assert completion.cost == 0


async def test_content_in_parts_leaves_the_thinking_part_out(models: Models, server: ModelServer) -> None:
    parts = [
        {"type": "thinking", "thinking": [{"type": "text", "text": "想"}]},
        {"type": "text", "text": TEXT},
    ]
    server.script([Raw((event(chunk({"content": parts})), event(chunk({}, "stop"))))])
    assert (await ask(models)).text == TEXT


async def test_a_text_repeated_as_a_message_at_the_end_is_not_doubled(
    models: Models, server: ModelServer
) -> None:
    whole = {"choices": [{"index": 0, "message": {"content": TEXT}, "finish_reason": "stop"}]}
    server.script([Raw((event(chunk({"content": TEXT})), event(whole)))])
    assert (await ask(models)).text == TEXT


async def test_usage_inside_a_choice_or_in_other_words_is_found(models: Models, server: ModelServer) -> None:
    last = chunk({}, "stop")
    last["choices"][0]["usage"] = {
        "prompt_tokens": 30,
        "completion_tokens": 7,
        "prompt_cache_hit_tokens": 20,
    }
    server.script([Raw((event(chunk({"content": TEXT})), event(last)))])
    completion = await ask(models)
    assert (completion.prompt_tokens, completion.completion_tokens, completion.cached_tokens) == (30, 7, 20)


async def test_characters_cut_in_the_middle_of_a_packet_survive(models: Models, server: ModelServer) -> None:
    body = (event(chunk({"content": f"{TEXT}\u2028第二段"})) + event(chunk({}, "stop"))).encode()
    server.script([Raw(tuple(body[at : at + 5] for at in range(0, len(body), 5)))])
    assert (await ask(models)).text == f"{TEXT}\u2028第二段"


@pytest.mark.parametrize("ending", [(CUT,), (3.0,), ()], ids=["cut", "left open", "no DONE"])
async def test_after_the_finish_reason_the_text_is_whole_whatever_happens(
    models: Models, server: ModelServer, ending: tuple[float, ...]
) -> None:
    server.script([Raw((event(chunk({"content": TEXT})), event(chunk({}, "stop")), 0.05, *ending))])
    completion = await ask(models)
    assert completion.text == TEXT
    assert completion.seconds < 2
    assert outcomes(completion) == [Outcome.WRITTEN]


async def test_events_with_carriage_returns_are_read(models: Models, server: ModelServer) -> None:
    body = event(chunk({"content": TEXT})) + event(chunk({}, "stop"))
    server.script([Raw((body.replace("\n", "\r\n"),))])
    assert (await ask(models)).text == TEXT


async def test_a_pretty_printed_completion_is_read(models: Models, server: ModelServer) -> None:
    whole = {"choices": [{"message": {"content": TEXT}, "finish_reason": "stop"}]}
    server.script([Raw(("\n", json.dumps(whole, indent=2)), content_type="application/json")])
    assert (await ask(models)).text == TEXT


async def test_without_providers_there_is_no_model(opened: Opens) -> None:
    with pytest.raises(NoModel, match="no model is configured") as caught:
        await ask(opened())
    assert caught.value.attempts == ()


async def test_seals_are_visible_only_if_every_provider_may_see(opened: Opens, server: ModelServer) -> None:
    local, far = provider_of(server, "local", seals="visible"), provider_of(server, "far")
    assert opened(local).seals == "visible"
    assert opened(local, far).seals == "sealed"
    assert opened().seals == "sealed"
