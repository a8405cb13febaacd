"""Publishes a folder, or an older version again."""

from datetime import datetime
from pathlib import Path

import msgspec

from tierline.agency import BadAgency
from tierline.agency.bundle import Changes, changes, contents_of, version_of
from tierline.agency.files import FolderFiles
from tierline.check.finding import Finding
from tierline.ports.bundles import Bundles, Publication
from tierline.ports.script_library import ScriptLibrary
from tierline.publishing.gate import Findings, admit, look_at
from tierline.publishing.kept import bundle_of, texts_of
from tierline.publishing.library import Broken, LibraryBroken, broken_by


class Published(msgspec.Struct, frozen=True):
    """`before` is the version that was in force. Without a `publication` it is the very one that is in force,
    and nothing was to be done. It was published in spite of the `findings`, and of what is `broken` in the
    script library."""

    version: str
    before: str | None
    changes: Changes
    publication: Publication | None
    findings: tuple[Finding, ...] = ()
    broken: tuple[Broken, ...] = ()


async def publish_folder(
    bundles: Bundles,
    folder: Path,
    *,
    at: datetime,
    by: str,
    note: str,
    anyway: bool = False,
    library: ScriptLibrary | None = None,
) -> Published:
    """`anyway` publishes in spite of findings, and of what it breaks in the `library`: a closure cannot wait
    until a calendar is mended. Raises BadAgency for what cannot be read, Findings, LibraryBroken, StoreAway,
    with nothing published."""
    on_disk = FolderFiles(folder)
    files = {name: on_disk[name] for name in on_disk}  # read once: what is checked is what is kept
    try:
        agency = admit(files)
    except BadAgency as bad:
        raise BadAgency(bad.problems, str(folder)) from bad
    findings = look_at(files, folder, at)
    if findings and not anyway:
        raise Findings(findings, folder)
    broken = await broken_by(library, agency, at) if library else ()
    if broken and not anyway:
        raise LibraryBroken(broken)
    version = version_of(files)
    await bundles.keep(version, files)
    published = await _publish(bundles, version, at=at, by=by, note=note)
    return msgspec.structs.replace(published, findings=findings, broken=broken)


async def publish_again(
    bundles: Bundles, version: str, *, at: datetime, by: str, note: str, library: ScriptLibrary
) -> Published:
    """A version that was published before, whatever it breaks in the `library`: it is taken back to in need.
    Raises UnknownBundle, BadAgency (this program is not the one that published it), Damaged, StoreAway."""
    agency = admit(await texts_of(bundles, await bundle_of(bundles, version)), version)
    published = await _publish(bundles, version, at=at, by=by, note=note)
    return msgspec.structs.replace(published, broken=await broken_by(library, agency, at))


async def differs(bundles: Bundles, folder: Path) -> Changes:
    """What publishing the folder would change, unchecked. Raises BadAgency for one that cannot be read at
    all, StoreAway."""
    current = await bundles.current()
    before = await bundle_of(bundles, current.version) if current else None
    return changes(before.files if before else {}, contents_of(FolderFiles(folder)))


async def _publish(bundles: Bundles, version: str, *, at: datetime, by: str, note: str) -> Published:
    current = await bundles.current()
    before = await bundle_of(bundles, current.version) if current else None
    after = await bundle_of(bundles, version)
    changed = changes(before.files if before else {}, after.files)
    if before and before.version == version:
        return Published(version, version, changed, None)
    made = await bundles.publish(version, at=at, by=by, note=note)
    return Published(version, before.version if before else None, changed, made)
