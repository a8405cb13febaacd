"""What a center begins with: the newest publication, and in a trial the folder as it is now."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from tierline.agency import BadAgency
from tierline.agency.bundle import Changes, version_of
from tierline.agency.files import FolderFiles
from tierline.ports.bundles import Bundles
from tierline.ports.editions import Edition, Editions, EditionUnusable
from tierline.publishing.publish import Published, differs, publish_folder

Say = Callable[[str], None]
_TOLD = 5


async def edition_at_start(
    bundles: Bundles, editions: Editions, folder: Path, *, trial: bool, now: datetime, say: Say
) -> Edition:
    """Publishes the folder where nothing was ever published, and in a trial whenever it has changed, whatever
    the checker finds in it. Raises BadAgency for a folder that is to be published and cannot be,
    EditionUnusable where no version that was published can be used."""
    in_force = await bundles.current()
    if in_force is None:
        made = await publish_folder(
            bundles, folder, at=now, by="tierline run", note="first start", anyway=trial
        )
        _say_findings(made, folder, say)
        say(f"Agency: published {folder} as version {made.version}")
    elif trial:
        if unchanged := await _unchanged(editions, folder, in_force.version):
            return unchanged
        note = f"changed folder at the start of a trial: {folder}"
        made = await publish_folder(bundles, folder, at=now, by="tierline run", note=note, anyway=True)
        _say_findings(made, folder, say)
        if made.publication:
            say(f"Agency: {folder} has changed, published as version {made.version}{_files(made.changes)}")
    else:
        await _mention(bundles, folder, say)
    return await _newest_usable(bundles, editions, say)


async def _unchanged(editions: Editions, folder: Path, in_force: str) -> Edition | None:
    """What is in force, where the folder is just that: it passed the gate when it was published, and was told
    then what the checker finds. A center that was killed is back for its callers the sooner. One that this
    program cannot read any more passes the gate again, which says why."""
    try:
        if version_of(FolderFiles(folder)) == in_force:
            return await editions.edition(in_force)
    except (BadAgency, EditionUnusable):
        pass
    return None


def _say_findings(made: Published, folder: Path, say: Say) -> None:
    """A trial is where a flow is tried before it is sound."""
    for finding in made.findings[:_TOLD]:
        say(f"Agency: {folder / finding.file}:{finding.line}: {finding.message}")
    if more := len(made.findings[_TOLD:]):
        say(f"Agency: and {more} more: tierline check {folder}")


async def _mention(bundles: Bundles, folder: Path, say: Say) -> None:
    try:
        changed = await differs(bundles, folder)
    except BadAgency as unreadable:
        say(f"Agency: the published version is used; {unreadable}")
        return
    if changed:
        say(f"Agency: {folder} differs from the published version, which is used{_files(changed)}")
        say(f"        to publish it: tierline publish {folder}")


async def _newest_usable(bundles: Bundles, editions: Editions, say: Say) -> Edition:
    """What another version of this program published may be more than this one can read: the one before
    answers calls meanwhile."""
    why = "nothing is published"
    for version in dict.fromkeys(made.version for made in await bundles.publications()):
        try:
            return await editions.edition(version)
        except EditionUnusable as unusable:
            why = str(unusable)
            say(f"Agency: version {version} cannot be used: {why}")
    raise EditionUnusable(f"no published version of the agency can be used: {why}")


def _files(changed: Changes) -> str:
    return f" ({', '.join((*changed.changed, *changed.added, *changed.removed))})"
