"""What was done for the caller's matter: read out, requested, referred."""

from tierline.calls.event import Event
from tierline.calls.names import AgentId, Ref


class ScriptPresented(Event, frozen=True, tag=True):
    """What was presented, to the script's version (policy A9). Of a guide one `step`; what it tells the agent
    to do is not `read` to the caller. What the caller says to it is not recorded where it is `unrecorded`."""

    agent: AgentId
    script: str
    version: int
    language: str
    text: Ref
    facts: tuple[str, ...]
    step: str = ""
    read: bool = True
    unrecorded: bool = False


class GuideEnded(Event, frozen=True, tag=True):
    """What the caller answered at this step led out of the guide, to what comes next."""

    agent: AgentId
    script: str
    version: int
    step: str
    to: str


class OwnWordsAdded(Event, frozen=True, tag=True):
    """By Tier 2 or a supervisor, besides what is approved."""

    agent: AgentId
    language: str
    text: Ref


class NoScriptFits(Event, frozen=True, tag=True):
    """Counted under the menu path that led the caller here. `asked` where the agent wrote it at once."""

    agent: AgentId
    asked: Ref | None = None
    path: tuple[str, ...] = ()


class QuestionNoted(Event, frozen=True, tag=True):
    """The agent's words for what the caller asked, when no script fitted last."""

    agent: AgentId
    asked: Ref


class RequestCreated(Event, frozen=True, tag=True):
    """A Service Request is durable at one office (policy A12, A13)."""

    number: str
    kind: str
    office: str
    because: tuple[str, ...]
    agent: AgentId


class RequestFollowedUp(Event, frozen=True, tag=True):
    """The same matter was handed in again before its answer: `facts`, by name, are durable with the request
    that stands, at its office."""

    number: str
    kind: str
    office: str
    facts: tuple[str, ...]
    agent: AgentId


class CallerTold(Event, frozen=True, tag=True):
    """What the caller says to the office that has this request about their case is durable there; the office
    had `asked` them."""

    number: str
    office: str
    agent: AgentId
    asked: bool


class Referred(Event, frozen=True, tag=True):
    """The caller was given an overseas office's contact (policy A2, A14); `agent` is None in the IVR."""

    office: str
    because: tuple[str, ...]
    agent: AgentId | None


class DoneInSystem(Event, frozen=True, tag=True):
    """What an officer did in a case system: written there by the center, or `by_hand` and noted here. It is
    not confirmed by that. `key` is of this one act."""

    key: str
    system: str
    action: str
    agent: AgentId
    by_hand: bool
    note: Ref | None = None


class ConfirmedBySystem(Event, frozen=True, tag=True):
    """The system said that it is done, by its own number."""

    key: str
    number: str


class RefusedBySystem(Event, frozen=True, tag=True):
    """The system said that it is not done, and `why` in its own words."""

    key: str
    why: Ref


ServiceEvent = (
    ScriptPresented
    | GuideEnded
    | OwnWordsAdded
    | NoScriptFits
    | QuestionNoted
    | RequestCreated
    | RequestFollowedUp
    | CallerTold
    | Referred
    | DoneInSystem
    | ConfirmedBySystem
    | RefusedBySystem
)
