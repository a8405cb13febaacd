"""An emergency on the screens: the procedure for the agent, the alert for supervisors."""

from datetime import datetime
from typing import Literal

import msgspec

from tierline.calls.names import CallId
from tierline.calls.state import Call
from tierline.calls.supervised import Emergency
from tierline.desk.center import Center
from tierline.desk.colleagues import a_supervisor_may_come
from tierline.staff.emergencies import EmergencyNumber, Words

Help = Literal["joined", "ringing", "sought", "nobody", "acknowledged", "over"]
"""Of the supervisor: at the call, their phone rings, all that there are speak with others, none is there (the
agent goes on without), one has taken note of it, the call is over and none came."""


class KindView(msgspec.Struct, frozen=True):
    """What can be declared; titles per language."""

    id: str
    titles: Words


class EmergencyView(msgspec.Struct, frozen=True, kw_only=True):
    """For the agent at the call. Words are per language; `name` is the supervisor's who comes, or came."""

    kind: str
    titles: Words
    steps: tuple[Words, ...]
    numbers: tuple[EmergencyNumber, ...]
    since: datetime
    help: Help
    name: str | None
    without_supervisor: Words


class AlertView(msgspec.Struct, frozen=True, kw_only=True):
    """For every supervisor, until one acknowledges it. `may_join` while the call goes on."""

    call: CallId
    titles: Words
    since: datetime
    by: str
    language: str | None
    help: Help
    name: str | None
    may_join: bool


def kinds(center: Center) -> tuple[KindView, ...]:
    return tuple(KindView(kind.id, kind.titles) for kind in center.agency.emergencies.kinds)


def emergency_view(center: Center, call: Call) -> EmergencyView | None:
    emergency = call.emergency
    if emergency is None:
        return None
    file = center.agency.emergencies
    kind = file.kind(emergency.kind)
    help_, name = _help(center, call, emergency)
    return EmergencyView(
        kind=kind.id,
        titles=kind.titles,
        steps=kind.steps,
        numbers=kind.numbers,
        since=emergency.since,
        help=help_,
        name=name,
        without_supervisor=file.without_supervisor,
    )


def alerts(center: Center) -> tuple[AlertView, ...]:
    """Newest first."""
    return tuple(_alert(center, call, call.emergency) for call in center.alerts.calls if call.emergency)


def _alert(center: Center, call: Call, emergency: Emergency) -> AlertView:
    help_, name = _help(center, call, emergency)
    return AlertView(
        call=call.id,
        titles=center.agency.emergencies.kind(emergency.kind).titles,
        since=emergency.since,
        by=center.agency.name_of(emergency.by),
        language=call.language,
        help=help_,
        name=name,
        may_join=call.phase == "talking",
    )


def _help(center: Center, call: Call, emergency: Emergency) -> tuple[Help, str | None]:
    reserved = call.reservation
    taking = next((s.agent for s in call.serving if s.tier == "supervisor"), None)
    if came := emergency.joined or taking:
        return "joined", center.agency.name_of(came)
    if emergency.acknowledged:
        return "acknowledged", center.agency.name_of(emergency.acknowledged)
    if call.phase == "ended":
        return "over", None
    if reserved and reserved.tier == "supervisor":
        return "ringing", center.agency.name_of(reserved.agent)
    return ("sought" if a_supervisor_may_come(center) else "nobody"), None
