"""A supervisor looks at what a caller was told, and what follows from it (policy B4.4a)."""

from typing import Literal

from tierline.calls.event import Event
from tierline.calls.names import AgentId, Ref

Verdict = Literal["verified", "corrected"]


class Reviewed(Event, frozen=True, tag=True):
    """Of words that `agent` presented, which `said` stands for: all of them, or one `fact` in them. Where
    they are corrected, `instead` are the right words, and `why` what was wrong. `script` is empty where they
    were the agent's own."""

    by: AgentId
    agent: AgentId
    said: Ref
    verdict: Verdict
    fact: str = ""
    script: str = ""
    version: int = 0
    instead: Ref | None = None
    why: Ref | None = None


class CorrectionSeen(Event, frozen=True, tag=True):
    """The agent whose words were corrected says that they have read it."""

    agent: AgentId
    said: Ref
    fact: str = ""


class CorrectionPassedOn(Event, frozen=True, tag=True):
    """The office that has this Service Request reads what the caller was told, and what is right."""

    by: AgentId
    said: Ref
    fact: str
    number: str


ReviewEvent = Reviewed | CorrectionSeen | CorrectionPassedOn
