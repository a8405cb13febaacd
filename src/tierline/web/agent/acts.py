"""What an officer does in the case systems, for the caller at hand."""

from typing import Annotated

import msgspec
from litestar import post
from litestar.params import HeaderParameter, JSONBody

from tierline.desk import acting
from tierline.desk.acting import Doing
from tierline.desk.views.call_view import CallView
from tierline.web.agent.at_call import At, routes_at_call
from tierline.web.errors import Invalid
from tierline.web.guards import AGENTS

Short = Annotated[str, msgspec.Meta(max_length=100)]


class ActForm(msgspec.Struct, frozen=True):
    """`action` of `system`, as the agency's case-systems.yaml has them; `by_hand`: it is done already."""

    system: Short
    action: Short
    note: Annotated[str, msgspec.Meta(max_length=500)] = ""
    by_hand: bool = False


@post("/acts", roles=AGENTS, status_code=200)
async def act(
    at: At,
    data: JSONBody[ActForm],
    idempotency_key: Annotated[str | None, HeaderParameter(name="Idempotency-Key")] = None,
) -> CallView:
    """The same key again asks a system that has not confirmed it once more."""
    if not idempotency_key or len(idempotency_key) > 100:
        raise Invalid("Idempotency-Key: send one of at most 100 characters, made once for each form")
    doing = Doing(key=idempotency_key, **msgspec.structs.asdict(data))
    return await at.act(lambda call: acting.act(at.center, call, at.user, doing))


routes = routes_at_call(act)
