"""Why a tier is closed at this moment, whatever its hours say: in the agency's own words."""

from tierline.calls.names import Tier
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.look_ups.answer import Answer
from tierline.desk.opening import closed_for
from tierline.desk.speaking import language_of


async def closure(center: Center, call: Call, about: Tier | None) -> Answer:
    assert about is not None
    holds = closed_for(center, about)
    return Answer("told", {"closure": holds.said(language_of(center, call))}) if holds else Answer("none")
