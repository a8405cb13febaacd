"""The scripts of the library: what there is of them, and as files."""

import asyncio
import io
import zipfile
from collections.abc import Mapping
from typing import Annotated

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath, JSONBody, QueryParameter

from tierline.desk.library import importing
from tierline.desk.library.at_hand import take_up
from tierline.desk.views.library import Library, library
from tierline.desk.views.library_script import Compared, LibraryScript, compared, library_script
from tierline.desk.views.script_proof import ProofView, proof_view
from tierline.scripts.wording import Wording, tidied
from tierline.web.guards import SCRIPT_WRITERS, ThePerson
from tierline.web.site import TheSite

Text = Annotated[str, msgspec.Meta(max_length=60_000)]


class File(msgspec.Struct, frozen=True):
    """A file of `scripts/`."""

    text: Text


@get("/", roles=SCRIPT_WRITERS)
async def all_scripts(site: TheSite) -> Library:
    await take_up(site.center)
    return await asyncio.to_thread(library, site.center)


@post("/proof", roles=SCRIPT_WRITERS, status_code=200)
async def proved(site: TheSite, data: JSONBody[Wording]) -> ProofView:
    """While it is being written: what is to be mended, how hard it is to follow, and how it reads. Nothing is
    kept."""
    return await asyncio.to_thread(proof_view, site.center, tidied(data))


@post("/files", roles=SCRIPT_WRITERS, status_code=200)
async def take_file(site: TheSite, person: ThePerson, data: JSONBody[File]) -> LibraryScript:
    """As a draft."""
    entry = await importing.import_file(site.center, person.user, data.text)
    return await library_script(site.center, entry.id, person)


@get("/files", roles=SCRIPT_WRITERS)
async def all_files(site: TheSite) -> Response[bytes]:
    """What is in force, as a folder to be unpacked over the agency's own."""
    files = importing.exported(site.center)
    packed = await asyncio.to_thread(_packed, files)
    return Response(packed, media_type="application/zip", headers=_attached("scripts.zip"))


@get("/{script:str}", roles=SCRIPT_WRITERS)
async def one_script(site: TheSite, person: ThePerson, script: FromPath[str]) -> LibraryScript:
    await take_up(site.center)
    return await library_script(site.center, script, person)


@get("/{script:str}/file", roles=SCRIPT_WRITERS)
async def one_file(
    site: TheSite, script: FromPath[str], version: Annotated[int, QueryParameter()]
) -> Response[bytes]:
    text = importing.exported_version(site.center, script, version)
    return Response(text.encode(), media_type="application/yaml", headers=_attached(f"{script}.yaml"))


@get("/{script:str}/differences", roles=SCRIPT_WRITERS)
async def compare(
    site: TheSite,
    script: FromPath[str],
    before: Annotated[int, QueryParameter()],
    after: Annotated[int, QueryParameter()],
) -> Compared:
    return await compared(site.center, script, before, after)


def _attached(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"'}


def _packed(files: Mapping[str, str]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return whole.getvalue()


handlers = (all_scripts, proved, take_file, all_files, one_script, one_file, compare)
