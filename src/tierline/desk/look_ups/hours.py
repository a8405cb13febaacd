"""When live assistance is there (policy B2.1), and why it is not."""

from tierline.calls.names import Tier
from tierline.calls.state import Call
from tierline.desk import wording
from tierline.desk.center import Center
from tierline.desk.look_ups.answer import Answer
from tierline.desk.opening import is_open, opens_next
from tierline.desk.speaking import language_of


async def hours(center: Center, call: Call, about: Tier | None) -> Answer:
    """The tier's published hours, and whether someone is there now."""
    assert about is not None
    language, prompts = language_of(center, call), center.prompts_of(call)
    agency = center.agency if center.agency.tiers.has(about) else center.pinned(call)
    tier = agency.tiers.tier(about)
    zone = wording.zone(tier.hours, language)
    lines = [
        prompts.words(
            "hours-line",
            language,
            {"tier": tier.names[language], "days": days, "from": start, "to": end, "zone": zone},
        )
        for days, start, end in wording.weekly(tier.hours, language, prompts)
    ]
    told = {"hours": " ".join(lines)}
    if is_open(center, about):
        return Answer("open", told)
    opens = opens_next(center, about, language)
    return Answer("closed", {**told, "opens": opens}) if opens else Answer("shut", told)
