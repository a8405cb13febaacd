"""What the agency says of the closure that holds now: read from what is published, at once."""

from tierline.calls.names import Tier
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.look_ups.answer import Answer
from tierline.desk.opening import why_closed
from tierline.desk.speaking import language_of


async def closure(center: Center, call: Call, about: Tier | None) -> Answer:
    assert about is not None
    said = why_closed(center, about, language_of(center, call))
    return Answer("told", {"closure": said}) if said else Answer("none")
