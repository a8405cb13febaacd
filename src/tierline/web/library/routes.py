"""All that authors and approvers of scripts do."""

from litestar import Router

from tierline.web.library import approving, scripts, writing

routes = Router(
    "/api/library",
    route_handlers=[*scripts.handlers, *writing.handlers, *approving.handlers],
)
