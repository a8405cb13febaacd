"""Says prompts to a caller, in the call's language, and tells who wants to know what was said."""

import secrets
from collections.abc import Mapping, Sequence

import structlog

from tierline.calls.events import Heard
from tierline.calls.state import Call
from tierline.desk.center import Center, Then
from tierline.ports.prompts import PromptFailed, Spoken

log = structlog.get_logger()


async def say(
    center: Center,
    call: Call,
    prompts: Sequence[str],
    arguments: Mapping[str, str | int] | None = None,
    *,
    then: Then | None = None,
) -> Call:
    """Plays prompts to the caller alone, instead of what is playing; `then` follows when they are over, not
    when they were cut short. What cannot be rendered is left out: better a shorter prompt than a dropped
    call."""
    spoken = await _rendered(center, call, prompts, arguments or {})
    if not spoken:
        center.playing.pop(call.leg, None)
        if then:
            center.spawn(then())
        return call
    call = await center.commit(call, Heard(tuple(s.prompt for s in spoken)))
    playback = f"say-{secrets.token_hex(6)}"
    center.playing[call.leg] = (playback, then)
    for tell in center.on_spoken:
        tell(call.id, spoken)
    await center.switch.play(call.leg, playback, [s.sound for s in spoken])
    return call


async def hush(center: Center, call: Call) -> None:
    center.playing.pop(call.leg, None)
    await center.switch.stop_playing(call.leg)


async def _rendered(
    center: Center, call: Call, prompts: Sequence[str], arguments: Mapping[str, str | int]
) -> list[Spoken]:
    spoken = []
    for prompt in prompts:
        name, _, language = prompt.partition("@")
        try:
            spoken.append(await center.prompts.speak(name, language or language_of(center, call), arguments))
        except PromptFailed as failed:
            log.error("a prompt could not be said", prompt=prompt, why=str(failed))
    return spoken


def language_of(center: Center, call: Call) -> str:
    return call.language or center.agency.profile.languages[0]
