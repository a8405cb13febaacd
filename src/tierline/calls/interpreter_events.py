"""What can happen with an interpreter whom an agent calls into a conversation. None of it ends the call."""

from typing import Literal

from tierline.calls.event import Event
from tierline.calls.names import AgentId, LegId


class InterpreterCalled(Event, frozen=True, tag=True):
    """Durable before the telephone rings. `interpreter` as in the agency's list."""

    agent: AgentId
    interpreter: str
    leg: LegId


class InterpreterJoined(Event, frozen=True, tag=True):
    """They answered, and hear the caller and the agent."""

    interpreter: str


class InterpreterNotReached(Event, frozen=True, tag=True):
    """`withdrawn`: the agent, or the end of the conversation, was faster."""

    interpreter: str
    outcome: Literal["busy", "no_answer", "failed", "withdrawn"]


class InterpreterLeft(Event, frozen=True, tag=True):
    """`released` by the agent, or with the end of the conversation; `lost` with an engine or a process."""

    interpreter: str
    how: Literal["hung_up", "released", "lost"]


InterpreterEvent = InterpreterCalled | InterpreterJoined | InterpreterNotReached | InterpreterLeft
