"""The names that things of a call are known by, here and on the engine."""

from typing import Literal, NewType

CallId = NewType("CallId", str)
"""One caller's visit, from the first ring to its end; survives transfers, requeues and a killed process."""

LegId = NewType("LegId", str)
"""One channel of the engine: the caller's, or one agent's."""

AgentId = NewType("AgentId", str)
"""A member of staff, by sign-in name."""

IVR = AgentId("ivr")
"""Stands for the center itself where something is done by somebody."""

Ref = NewType("Ref", str)
"""Stands in events for a personal value that is kept in one place only (`Store.remember`)."""

MessageId = NewType("MessageId", str)
"""One message in writing, to us and to the gateway that sends it."""

Channel = Literal["sms", "email"]
"""How the center may send something in writing."""

Tier = Literal["1", "2", "supervisor"]
"""Levels of live assistance, in rising order (policy A3)."""

Verification = Literal["none", "basic", "special"]
"""How sure we are who is speaking; see `staff.entitlement` for what each allows."""

Attestation = Literal["passed", "failed", "unchecked"]
"""What the network says of the caller's number (STIR/SHAKEN): it is the caller's to use, it is not, or nobody
has looked. It says nothing of who is calling, and verifies nobody."""

Speaker = Literal["applicant", "representative"]
"""As whom a caller was recognised: the person whose case it is, or who speaks for them by a paper on file."""

Through = Literal["interpreter", "relay"]
"""Who says what the caller says: somebody who interprets, or the operator of a relay service."""

TriedAt = Literal["ivr", "1", "2", "supervisor", "unit"]
"""Where attempts to recognise a caller are counted: the IVR, a tier, or those cleared to do it specially."""

Trigger = Literal["unresolved", "caller_asked", "upset", "urgent", "officer_judgement"]
"""Why a caller is handed to a higher tier (policy B2.3, B3.3, B4.2)."""

Ending = Literal[
    "caller_hung_up",
    "agent_ended",
    "ivr_ended",
    "engine_lost",
    "callback_exhausted",
    "no_usable_number",
    "practice_over",
]
"""How a call came to its end; `practice_over` is a practice call that its agent has no more."""
