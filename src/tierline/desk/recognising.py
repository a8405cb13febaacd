"""A number that rings again: who spoke with its caller is preferred, as the agency's queues say."""

from datetime import timedelta

from tierline.calls.line_events import CallerKnown
from tierline.calls.names import CallId
from tierline.desk.center import Center

LAST = 20
"""Answers: a firm's number may have had thousands, and who spoke with it before knows little of them."""


async def recognise(center: Center, call_id: CallId, caller: str) -> None:
    """Of agents who are on duty: nobody waits for one who is not there. Nothing waits for this, and without a
    database nobody is preferred."""
    rules = center.agency.queues
    if not rules.prefers_known_agents:
        return
    since = center.clock.now() - timedelta(days=rules.known_agent_days)
    served = await center.store.who_served(caller, since, LAST)
    there = {agent for agent, state in center.floor.on_duty().items() if not state.signed_out}
    on_duty = tuple(agent for agent in served if agent in there)
    async with center.turn(call_id) as call:
        if call and on_duty:
            center.note(call, CallerKnown(on_duty))
