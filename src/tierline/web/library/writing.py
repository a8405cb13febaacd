"""Drafts of scripts: begun, saved, submitted, taken back, given up."""

from typing import Annotated

import msgspec
from litestar import delete, post
from litestar.params import FromPath, JSONBody, QueryParameter

from tierline.desk.library import writing
from tierline.desk.views.library_script import LibraryScript, library_script
from tierline.scripts.wording import Wording
from tierline.web.guards import SCRIPT_WRITERS, ThePerson
from tierline.web.site import TheSite

Name = Annotated[str, msgspec.Meta(max_length=100)]


class NewScript(msgspec.Struct, frozen=True):
    """`id` is its name among the agency's files: small letters, numbers and hyphens."""

    id: Name
    wording: Wording


class Saved(msgspec.Struct, frozen=True):
    """`seen` is the revision that was gone on from; 0 begins a draft."""

    seen: int
    wording: Wording


class Seen(msgspec.Struct, frozen=True):
    """The revision of the draft that somebody looked at."""

    seen: int


class Again(msgspec.Struct, frozen=True):
    version: int


@post("/", roles=SCRIPT_WRITERS, status_code=200)
async def begin(site: TheSite, person: ThePerson, data: JSONBody[NewScript]) -> LibraryScript:
    await writing.begin(site.center, person.user, data.id, data.wording)
    return await library_script(site.center, data.id, person)


@post("/{script:str}/draft", roles=SCRIPT_WRITERS, status_code=200)
async def save(
    site: TheSite, person: ThePerson, script: FromPath[str], data: JSONBody[Saved]
) -> LibraryScript:
    await writing.save(site.center, person.user, script, data.seen, data.wording)
    return await library_script(site.center, script, person)


@post("/{script:str}/draft/again", roles=SCRIPT_WRITERS, status_code=200)
async def put_forward_again(
    site: TheSite, person: ThePerson, script: FromPath[str], data: JSONBody[Again]
) -> LibraryScript:
    """An older version as a new draft."""
    await writing.put_forward_again(site.center, person.user, script, data.version)
    return await library_script(site.center, script, person)


@post("/{script:str}/draft/submit", roles=SCRIPT_WRITERS, status_code=200)
async def submit(
    site: TheSite, person: ThePerson, script: FromPath[str], data: JSONBody[Seen]
) -> LibraryScript:
    await writing.submit(site.center, person.user, script, data.seen)
    return await library_script(site.center, script, person)


@post("/{script:str}/draft/take-back", roles=SCRIPT_WRITERS, status_code=200)
async def take_back(site: TheSite, person: ThePerson, script: FromPath[str]) -> LibraryScript:
    await writing.take_back(site.center, person.user, script)
    return await library_script(site.center, script, person)


@delete("/{script:str}/draft", roles=SCRIPT_WRITERS)
async def drop(
    site: TheSite, person: ThePerson, script: FromPath[str], seen: Annotated[int, QueryParameter()]
) -> None:
    """It stays on record."""
    await writing.drop(site.center, person.user, script, seen)


handlers = (begin, save, put_forward_again, submit, take_back, drop)
