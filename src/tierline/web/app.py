"""The web application, put together."""

from litestar import Litestar
from litestar.di import Provide
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.router import Router

from tierline.desk.center import Center
from tierline.web import session
from tierline.web.agent import acts, calls, conversing, copies, desk, practice, recording, reviewing
from tierline.web.errors import answer
from tierline.web.guards import ANYONE, admit, the_person
from tierline.web.headers import SecurityHeaders
from tierline.web.library import routes as script_library
from tierline.web.office import inbox
from tierline.web.public import front_door, pages, trial
from tierline.web.quality import told
from tierline.web.settings import WebSettings
from tierline.web.site import Site, site
from tierline.web.supervisor import (
    all_calls,
    contacts,
    emergencies,
    floor,
    flow,
    live_page,
    supervision,
    unanswered,
    verification,
)
from tierline.web.supervisor import practice as practised

_LARGEST_BODY_BYTES = 64 * 1024


def web_app(center: Center, settings: WebSettings) -> Litestar:
    """To be run without an access log: paths name calls and trial phones."""
    shared = site(center, settings)

    def the_site() -> Site:
        return shared

    app = Litestar(
        route_handlers=[
            front_door.routes,
            trial.routes,
            session.routes,
            desk.routes,
            calls.routes,
            acts.routes,
            conversing.routes,
            copies.routes,
            practice.routes,
            practice.call_routes,
            recording.routes,
            recording.hear,
            reviewing.routes,
            reviewing.of_the_agent,
            all_calls.routes,
            floor.routes,
            live_page.routes,
            supervision.routes,
            verification.routes,
            contacts.routes,
            contacts.of_all_calls,
            emergencies.routes,
            flow.routes,
            practised.routes,
            unanswered.routes,
            told.routes,
            script_library.routes,
            inbox.routes,
            pages.routes,
        ],
        guards=[admit],
        dependencies={
            "site": Provide(the_site, sync_to_thread=False),
            "person": Provide(the_person, sync_to_thread=False),
        },
        exception_handlers={Exception: answer},
        before_send=[SecurityHeaders(settings)],
        openapi_config=_openapi(settings),
        request_max_body_size=_LARGEST_BODY_BYTES,
        logging_config=None,
    )
    app.state["site"] = shared
    return app


def _openapi(settings: WebSettings) -> OpenAPIConfig:
    json = JsonRenderPlugin(path="/")
    schema = Router("/api/schema", route_handlers=[], include_in_schema=False, opt={"roles": ANYONE})
    return OpenAPIConfig(
        title="Tierline", version=settings.version, render_plugins=[json], openapi_router=schema
    )
