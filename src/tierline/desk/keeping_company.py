"""A new process finds callers on the engine whom only the database knows, and the database is away."""

import secrets

from tierline.desk.arriving import arrive
from tierline.desk.center import Center
from tierline.ports.switch import LegGone, LiveLeg

_SECONDS_TO_NEXT_WORD = 10.0


async def keep_company(center: Center) -> None:
    """Who was not answered yet is a new caller. The others are asked for a moment, again and again, until the
    center has recovered; not while strange agents are on the line, who may be talking with them."""
    if center.recovered:
        return
    strangers = [leg for leg in (await center.switch.live()).legs if leg.leg not in center.legs]
    for leg in strangers:
        offered = leg.offered()
        if offered and not leg.answered:
            await arrive(center, offered)
    if all(leg.number is not None for leg in strangers):
        for leg in strangers:
            if leg.answered:
                await _ask_for_a_moment(center, leg)
    center.after("recovery", "company", _SECONDS_TO_NEXT_WORD, lambda: keep_company(center))


async def _ask_for_a_moment(center: Center, leg: LiveLeg) -> None:
    edition = center.in_force.begins_with
    languages = edition.agency.profile.languages
    sounds = [(await edition.prompts.speak("one-moment", language, {})).sound for language in languages]
    try:
        await center.switch.play(leg.leg, f"moment-{secrets.token_hex(6)}", sounds)
    except LegGone:
        return
