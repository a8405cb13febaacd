"""No script fits: counted, and told to the authors (policy A9)."""

from tierline.calls.names import AgentId
from tierline.calls.service_events import NoScriptFits, QuestionNoted
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.refusal import Refused
from tierline.desk.values import new_value
from tierline.ports.store import Value
from tierline.scripts.unanswered import NotPlain, plain_question


async def no_script_fits(center: Center, call: Call, agent: AgentId, asked: str = "") -> Call:
    """At the press of one key: what was asked may be written with it, later or not at all. Raises Refused
    for words that may name somebody."""
    question = _question(asked) if asked.strip() and _may_be_told(call) else None
    found_none = NoScriptFits(agent, question.ref if question else None, call.path)
    return await center.commit(call, found_none, values=[question] if question else [])


async def note_question(center: Center, call: Call, agent: AgentId, asked: str) -> Call:
    """What the caller asked when this agent last found no script, once. Raises Refused."""
    if not asked.strip():
        raise Refused("say in a few words what the caller asked")
    if not _may_be_told(call):
        raise Refused("what a specially verified caller asks is not written down for the authors")
    if not await _open(center, call, agent):
        raise Refused("what the caller asked belongs to a script that was not found: say so first")
    question = _question(asked)
    return await center.commit(call, QuestionNoted(agent, question.ref), values=[question])


def _may_be_told(call: Call) -> bool:
    """Not of a caller whose case nobody but a few may know of: authors read the words."""
    return call.verification != "special"


async def _open(center: Center, call: Call, agent: AgentId) -> bool:
    """Whether no script fitted this agent last, and nothing is written of it yet."""
    told = [
        recorded.event
        for recorded in await center.history(call.id)
        if isinstance(recorded.event, NoScriptFits | QuestionNoted) and recorded.event.agent == agent
    ]
    return bool(told) and isinstance(told[-1], NoScriptFits) and told[-1].asked is None


def _question(asked: str) -> Value:
    try:
        return new_value("question", plain_question(asked))
    except NotPlain as not_plain:
        raise Refused(
            "the authors read this: leave out numbers, dates and addresses, and write the question alone"
        ) from not_plain
