"""The workspace's files. Its own addresses (/desk, /office…) all begin with the one page."""

from pathlib import Path
from typing import Any

from litestar import Request, Response, Router, get
from litestar.response import File

from tierline.desk.refusal import NotFound
from tierline.web.guards import ANYONE
from tierline.web.site import TheSite

_NOT_BUILT = """<!doctype html><html lang="en"><title>Tierline</title>
<h1>The workspace is not built yet</h1>
<p>Run <code>make setup</code> in the project folder, then load this page again.</p></html>
"""
_NOT_PAGES = ("/api/", "/health/", "/assets/")
_FOREVER = "public, max-age=31536000, immutable"
"""Built files have a hash of their content in their name."""


@get(["/", "/{page:path}"], roles=ANYONE, include_in_schema=False, sync_to_thread=False)
def page(site: TheSite, request: Request[Any, Any, Any]) -> Response[Any]:
    path = request.scope["path"]
    found = _file(site.settings.ui, path)
    if found:
        return _answer(found, _FOREVER if path.startswith("/assets/") else "no-cache")
    if path.startswith(_NOT_PAGES):
        raise NotFound("there is nothing here")
    index = site.settings.ui / "index.html"
    if index.is_file():
        return _answer(index, "no-cache")
    return Response(_NOT_BUILT, media_type="text/html", status_code=503)


def _file(ui: Path, path: str) -> Path | None:
    """None also for what lies outside the folder."""
    found = (ui / path.lstrip("/")).resolve()
    return found if found.is_relative_to(ui.resolve()) and found.is_file() else None


def _answer(path: Path, keep: str) -> File:
    return File(path, filename=path.name, content_disposition_type="inline", headers={"Cache-Control": keep})


routes = Router("/", route_handlers=[page])
