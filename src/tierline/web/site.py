"""What the routes share."""

from typing import TypeAlias

import msgspec
from litestar.di import NamedDependency

from tierline.desk.center import Center
from tierline.desk.recording.playing import Plays
from tierline.desk.views.agent_view import AgentViews
from tierline.desk.views.floor_board import FloorBoard
from tierline.desk.views.live_board import LiveBoard
from tierline.web.agent.presence import Presence
from tierline.web.live import Changes
from tierline.web.public.trial_phones import TrialPhones
from tierline.web.settings import WebSettings
from tierline.web.tries import Tries


class Site(msgspec.Struct, frozen=True):
    center: Center
    settings: WebSettings
    views: AgentViews
    board: LiveBoard
    floor: FloorBoard
    changes: Changes
    presence: Presence
    trial_phones: TrialPhones
    tries: Tries
    plays: Plays


TheSite: TypeAlias = NamedDependency[Site]
"""In a route's signature."""


def site(center: Center, settings: WebSettings) -> Site:
    changes = Changes()
    center.on_change.append(changes.happened)
    center.on_call.append(lambda call: changes.concern(call.people))
    center.floor.on_change.append(lambda agent: changes.concern((agent,)))
    return Site(
        center=center,
        settings=settings,
        views=AgentViews(center),
        board=LiveBoard(center),
        floor=FloorBoard(center),
        changes=changes,
        presence=Presence(center),
        trial_phones=TrialPhones(center),
        tries=Tries(center.clock),
        plays=Plays(),
    )
