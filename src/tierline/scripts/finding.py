"""Which scripts fit what the caller rang about."""

from collections.abc import Collection, Iterable
from datetime import datetime

from tierline.calls.names import Tier
from tierline.scripts.script import Script, in_force


def find(
    scripts: Iterable[Script], topics: Collection[str], *, at: datetime, tier: Tier, language: str
) -> tuple[Script, ...]:
    """Scripts in force that this tier may read in this language, best fit first: most topics shared with
    the call, then the most particular script, then by id. Those that share none come last, for a person to
    search."""
    usable = [s for s in current(scripts, at) if tier in s.allowed_tiers and language in s.texts]
    wanted = frozenset(topics)
    return tuple(sorted(usable, key=lambda s: (-len(wanted.intersection(s.topics)), len(s.topics), s.id)))


def current(scripts: Iterable[Script], at: datetime) -> list[Script]:
    """Of each script the newest version that has taken effect, if it is in force: withdrawing a version, or
    letting it expire, does not bring back the one before it."""
    newest: dict[str, Script] = {}
    for script in sorted(scripts, key=lambda s: s.version):
        if script.status != "draft" and script.effective_from <= at:
            newest[script.id] = script
    return [script for script in newest.values() if in_force(script, at)]
