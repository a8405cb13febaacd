"""Says prompts to a caller, in the call's language, and tells who wants to know what was said."""

import secrets
from collections.abc import Sequence

import structlog

from tierline.calls.events import Heard
from tierline.calls.names import LegId
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.playing import Playing
from tierline.desk.timers import Then
from tierline.ivr.effects import Arguments, Line
from tierline.ports.prompts import PromptFailed, Spoken

log = structlog.get_logger()


async def say(
    center: Center,
    call: Call,
    prompts: Sequence[str],
    arguments: Arguments | None = None,
    *,
    then: Then | None = None,
) -> Call:
    """As `say_lines`, with the same arguments for all."""
    return await say_lines(center, call, [Line(prompt, arguments or {}) for prompt in prompts], then=then)


async def say_lines(
    center: Center, call: Call, lines: Sequence[Line], *, slower: bool = False, then: Then | None = None
) -> Call:
    """Plays prompts to the caller alone, instead of what is playing; `then` follows when they are over, not
    when they were cut short. What cannot be rendered is left out: better a shorter prompt than a dropped
    call."""
    spoken = await _rendered(center, call, lines, slower=slower)
    if spoken:
        return await _play(center, call, spoken, then)
    center.playing.pop(call.leg, None)
    if then:
        center.spawn(then())
    return call


async def say_whole(
    center: Center, call: Call, lines: Sequence[Line], *, slower: bool = False, then: Then, unheard: Then
) -> Call | None:
    """As `say_lines`, but all of it: None where any of it cannot be rendered, and nothing is said then.
    `unheard` follows instead of `then` where the switch could not play it."""
    spoken = await _rendered(center, call, lines, slower=slower)
    return await _play(center, call, spoken, then, unheard) if len(spoken) == len(lines) else None


async def _play(
    center: Center, call: Call, spoken: Sequence[Spoken], then: Then | None, unheard: Then | None = None
) -> Call:
    call = center.note(call, Heard(tuple(s.prompt for s in spoken)))
    playback = f"say-{secrets.token_hex(6)}"
    center.playing[call.leg] = Playing(playback, then, unheard or then)
    center.words_said[call.id] += sum(len(s.text.split()) for s in spoken)
    for tell in center.on_spoken:
        tell(call.id, spoken)
    await center.switch.play(call.leg, playback, [s.sound for s in spoken])
    return call


async def tell_agent(center: Center, call: Call, leg: LegId, prompt: str) -> None:
    """Plays a fixed prompt to an agent's leg, in the agency's first language. One that cannot be said is left
    out."""
    try:
        language = center.pinned(call).profile.languages[0]
        spoken = await center.prompts_of(call).speak(prompt, language, {})
    except PromptFailed as failed:
        log.error("a prompt could not be said", prompt=prompt, why=str(failed))
        return
    await center.switch.play(leg, f"say-{secrets.token_hex(6)}", [spoken.sound])


async def hush(center: Center, call: Call) -> None:
    center.playing.pop(call.leg, None)
    await center.switch.stop_playing(call.leg)


async def _rendered(center: Center, call: Call, lines: Sequence[Line], *, slower: bool) -> list[Spoken]:
    spoken = []
    for line in lines:
        name, _, language = line.prompt.partition("@")
        try:
            prompts = center.prompts_of(call)
            language = language or language_of(center, call)
            spoken.append(await prompts.speak(name, language, line.arguments, slower=slower))
        except PromptFailed as failed:
            log.error("a prompt could not be said", prompt=line.prompt, why=str(failed))
    return spoken


def language_of(center: Center, call: Call) -> str:
    return call.language or center.pinned(call).profile.languages[0]
