"""What the engine's channels are to the center: a caller's leg, one that we rang, or nothing of ours."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal, get_args

from tierline.asterisk.ari import Channel
from tierline.calls.names import Attestation, LegId
from tierline.ports.switch import LiveLeg, Offered

RUNG = "rung"
"""The argument, to our application, of a leg that we rang. A caller's are the door it came through (`DOORS`),
the endpoint it came from, the number dialled, and what the network says of the caller's own: see
`etc/extensions.conf`."""

VOICE = "voice"
"""The argument of the far half of an imitated caller: what is played to it, the near half is heard to say."""

IMITATED = "Local/caller@imitated/n"
"""The endpoint of both halves; `n`: the engine leaves each where it is."""

DOORS = ("trunk", "trial", "visitor")

_ATTESTED: Mapping[str, Attestation] = {name: name for name in get_args(Attestation)}

DECLINED = (480, 486, 600, 603)
"""RFC 3261; 480 is what JsSIP says when a person declines."""

RINGS_FOR = 120
"""Seconds until the engine gives up on a phone nobody answers; whoever rings it decides long before."""

EXISTS = 409
"""How the engine says that there is a channel of that id already."""

NO_LEG = (400, 404, 409, 412, 422)
"""How the engine says that a channel does not exist, is not ours any more, or is on its way out."""

Cause = Literal["hung_up", "rejected", "no_answer", "unreachable"]

Rung = Literal["made", "ringing", "answered", "given_up"]
"""What has become of a leg that we ring: asked for, then dialled. Once it answered, or we gave it up, how it
ends tells no more."""


def is_ours(args: tuple[str, ...]) -> bool:
    return bool(args) and (args[0] in (RUNG, VOICE) or args[0] in DOORS)


def is_rung(args: tuple[str, ...]) -> bool:
    return args[:1] == (RUNG,)


def is_voice(args: tuple[str, ...]) -> bool:
    return args[:1] == (VOICE,)


def args_of(channel: Channel) -> tuple[str, ...]:
    """The arguments a channel entered our application with, read off a channel that is in it already."""
    if channel.dialplan.app_name != "Stasis":
        return ()
    return tuple(channel.dialplan.app_data.split(",")[1:])


def began(channel: Channel) -> datetime:
    return datetime.fromisoformat(channel.creationtime)


def offered(channel: Channel, args: tuple[str, ...]) -> Offered:
    door, endpoint, number, attested = (*args, "", "", "")[:4]
    if door == "visitor":  # its "number" is the account's name: nobody can be called back there
        return Offered(LegId(channel.id), number, None, endpoint)
    return Offered(LegId(channel.id), number, _caller(channel), None, _ATTESTED.get(attested))


def live(channel: Channel, args: tuple[str, ...]) -> LiveLeg:
    answered = channel.state == "Up"
    if is_rung(args) or is_voice(args):
        return LiveLeg(LegId(channel.id), None, None, None, answered)
    call = offered(channel, args)
    return LiveLeg(call.leg, call.number, call.caller, call.account, answered, call.attestation)


def why_it_ended(cause: int, sip_status: int) -> Cause:
    """Why a leg that we rang was never answered: the engine's cause (ITU-T Q.850), the phone's SIP status."""
    if cause in (17, 21) or sip_status in DECLINED:
        return "rejected"
    if cause == 19:
        return "no_answer"
    if cause in (3, 18, 20) or sip_status in (404, 408, 503):
        return "unreachable"
    return "hung_up"


def _caller(channel: Channel) -> str | None:
    number = channel.caller.number
    return None if number.lower() in ("", "anonymous") else number
