"""What a supervisor decides about recognising the caller of a colleague."""

from litestar import Router, post
from litestar.params import FromPath

from tierline.calls.names import CallId
from tierline.desk import verifying
from tierline.desk.refusal import NotFound
from tierline.desk.views.call_view import CallView, call_view
from tierline.web.guards import SUPERVISORS, ThePerson
from tierline.web.site import TheSite


@post("/attempts", roles=SUPERVISORS, status_code=200)
async def allow_another(site: TheSite, person: ThePerson, call_id: FromPath[str]) -> CallView:
    """One more attempt, once all have failed; on record."""
    async with site.center.turn(CallId(call_id)) as call:
        if call is None:
            raise NotFound("there is no such call; it may have just ended")
        after = await verifying.allow_another(site.center, call, person.user)
    return await call_view(site.center, after.id, person)


routes = Router("/api/calls/{call_id:str}/verification", route_handlers=[allow_another])
