"""What was copied or printed from the page of a call."""

from litestar import post
from litestar.params import JSONBody

from tierline.desk.copying import Copied, call_copied
from tierline.web.agent.at_call import At, routes_at_call
from tierline.web.guards import AGENTS


@post("/copies", roles=AGENTS, status_code=204)
async def copied(at: At, data: JSONBody[Copied]) -> None:
    """Of what was copied or printed, the classes: never a value."""
    await call_copied(at.center, at.person, at.call_id, data)


routes = routes_at_call(copied)
