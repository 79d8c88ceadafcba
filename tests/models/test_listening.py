"""What a listener is sent, and what its answers and refusals mean."""

import logging

import pytest
from pydantic import SecretStr

from bot.models import Provider
from bot.models.listening import Listener, Problem, Unheard

from ..doubles.modelserver import CUT, Fails, Hangs, ModelServer, Raw
from ..doubles.modelserver.behaviour import Behaviour
from ..doubles.modelserver.refusals import UNKNOWN_MODEL, busy

HINT = "乡村振兴、三会一课、防返贫监测"
KEY = "sk-voice-key-0123456789"


def listener(base_url: str, *, longest: float = 5.0) -> Listener:
    provider = Provider(name="voice", base_url=base_url, model="whisper-x", key=SecretStr(KEY))
    return Listener(provider, longest=longest)


async def test_the_sound_goes_out_with_hint_key_and_a_name_that_tells_nothing(server: ModelServer) -> None:
    server.hears(lambda _: " 走访320户。\n")
    ears = listener(server.base_url)
    for name, mime, sent in [
        ("", "audio/ogg", "voice.ogg"),
        ("贺长青的讲话.M4A", "", "voice.m4a"),
        ("讲话.oga", "", "voice.ogg"),
        ("", "audio/mpeg", "voice.mp3"),
        ("讲话.录音", "audio/flac", "voice.flac"),
    ]:
        assert await ears.hear(b"sound", name=name, mime=mime, hint=HINT) == "走访320户。"
        listened = server.listened[-1]
        assert (listened.name, listened.sound, listened.key) == (sent, b"sound", KEY)
        assert listened.fields["prompt"] == HINT
        assert (listened.fields["model"], listened.fields["language"]) == ("whisper-x", "zh")
    await ears.close()


@pytest.mark.parametrize(
    ("does", "problem"),
    [
        ("", Problem.SILENT),
        (" 。… ", Problem.SILENT),
        (Fails(400, {"message": "Invalid file format."}), Problem.FORMAT),
        (Fails(415, "Unsupported Media Type"), Problem.FORMAT),
        (Fails(413, "Payload Too Large"), Problem.TOO_BIG),
        (UNKNOWN_MODEL, Problem.DOWN),
        (Fails(401, {"message": f"Incorrect API key: {KEY}"}), Problem.DOWN),
        (busy(3), Problem.DOWN),
        (Fails(500, "no memory"), Problem.DOWN),
        (Raw(("<html>not a transcription</html>",), content_type="text/html"), Problem.DOWN),
        (Raw(("{",), content_type="application/json"), Problem.DOWN),
        (Raw(('{"words": 1}',), content_type="application/json"), Problem.DOWN),
        (Raw(('{"te', CUT), content_type="application/json"), Problem.DOWN),
        (Hangs(), Problem.DOWN),
    ],
)
async def test_what_went_wrong_is_told_apart(
    server: ModelServer, does: str | Behaviour, problem: Problem, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    server.hears(lambda _: does)
    ears = listener(server.base_url, longest=1.0 if isinstance(does, Hangs) else 60.0)
    with pytest.raises(Unheard) as refused:
        await ears.hear(b"sound", name="", mime="audio/ogg", hint=HINT)
    await ears.close()
    assert refused.value.problem is problem
    assert KEY not in str(refused.value) + caplog.text
    assert len(server.listened) <= 1


async def test_nobody_at_the_address_is_a_problem_of_the_moment() -> None:
    ears = listener("http://127.0.0.1:9/v1")
    with pytest.raises(Unheard) as refused:
        await ears.hear(b"sound", name="", mime="", hint=HINT)
    await ears.close()
    assert refused.value.problem is Problem.DOWN
