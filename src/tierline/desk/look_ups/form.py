"""What a form is for, and its fee. What is not verified is never said as fact."""

from tierline.calls.names import Tier
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.look_ups.answer import Answer
from tierline.desk.speaking import language_of


async def form(center: Center, call: Call, about: Tier | None) -> Answer:
    found = center.agency.forms.keyed(await center.values.entered(call, "form") or "")
    if found is None or found.fee is None:
        return Answer("unknown")
    language = language_of(center, call)
    told = {"form": found.name, "title": found.titles[language], "fee": found.fee}
    return Answer("verified" if found.verified else "unverified", told)
