"""Publishes a folder, or an older version again."""

from datetime import datetime
from pathlib import Path

import msgspec

from tierline.agency import BadAgency
from tierline.agency.bundle import Changes, changes, contents_of, version_of
from tierline.agency.files import FolderFiles
from tierline.check.finding import Finding
from tierline.ports.bundles import Bundles, Publication
from tierline.publishing.gate import Findings, admit, look_at
from tierline.publishing.kept import bundle_of, texts_of


class Published(msgspec.Struct, frozen=True):
    """`before` is the version that was in force. Without a `publication` it is the very one that is in force,
    and nothing was to be done. `findings` are those in spite of which it was published."""

    version: str
    before: str | None
    changes: Changes
    publication: Publication | None
    findings: tuple[Finding, ...] = ()


async def publish_folder(
    bundles: Bundles, folder: Path, *, at: datetime, by: str, note: str, anyway: bool = False
) -> Published:
    """`anyway` publishes in spite of findings: a closure cannot wait until a calendar is mended. Raises
    BadAgency for what cannot be read, Findings, StoreAway, with nothing published."""
    on_disk = FolderFiles(folder)
    files = {name: on_disk[name] for name in on_disk}  # read once: what is checked is what is kept
    try:
        admit(files)
    except BadAgency as bad:
        raise BadAgency(bad.problems, str(folder)) from bad
    findings = look_at(files, folder, at)
    if findings and not anyway:
        raise Findings(findings, folder)
    version = version_of(files)
    await bundles.keep(version, files)
    published = await _publish(bundles, version, at=at, by=by, note=note)
    return msgspec.structs.replace(published, findings=findings)


async def publish_again(bundles: Bundles, version: str, *, at: datetime, by: str, note: str) -> Published:
    """A version that was published before. Raises UnknownBundle, BadAgency (this program is not the one that
    published it), Damaged, StoreAway."""
    admit(await texts_of(bundles, await bundle_of(bundles, version)), version)
    return await _publish(bundles, version, at=at, by=by, note=note)


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
