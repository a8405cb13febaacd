"""What somebody else wrote is approved or sent back, and what is in force withdrawn."""

from typing import Annotated

import msgspec
from litestar import post
from litestar.params import FromPath, JSONBody

from tierline.desk.library import approving
from tierline.desk.views.library_script import LibraryScript, library_script
from tierline.web.guards import SCRIPT_APPROVERS, ThePerson
from tierline.web.library.writing import Seen
from tierline.web.site import TheSite

Reason = Annotated[str, msgspec.Meta(max_length=500)]


class SentBack(msgspec.Struct, frozen=True):
    seen: int
    reason: Reason


class Withdrawn(msgspec.Struct, frozen=True):
    version: int
    reason: Reason


@post("/{script:str}/approve", roles=SCRIPT_APPROVERS, status_code=200)
async def approve(
    site: TheSite, person: ThePerson, script: FromPath[str], data: JSONBody[Seen]
) -> LibraryScript:
    """Exactly the revision that was seen."""
    await approving.approve(site.center, person.user, script, data.seen)
    return await library_script(site.center, script, person)


@post("/{script:str}/send-back", roles=SCRIPT_APPROVERS, status_code=200)
async def send_back(
    site: TheSite, person: ThePerson, script: FromPath[str], data: JSONBody[SentBack]
) -> LibraryScript:
    await approving.send_back(site.center, person.user, script, data.seen, data.reason)
    return await library_script(site.center, script, person)


@post("/{script:str}/withdraw", roles=SCRIPT_APPROVERS, status_code=200)
async def withdraw(
    site: TheSite, person: ThePerson, script: FromPath[str], data: JSONBody[Withdrawn]
) -> LibraryScript:
    """At once, from every screen."""
    await approving.withdraw(site.center, person.user, script, data.version, data.reason)
    return await library_script(site.center, script, person)


handlers = (approve, send_back, withdraw)
