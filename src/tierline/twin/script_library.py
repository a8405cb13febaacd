"""The script library in memory, under the same contract as the real one."""

from collections.abc import Callable, Sequence

from tierline.ports.script_library import Changed, ScriptLibrary
from tierline.ports.store import Conflict
from tierline.scripts.library import Approved, Entry, Noted


class MemoryScriptLibrary(ScriptLibrary):
    """`answers` raises StoreAway while the database does not."""

    def __init__(self, answers: Callable[[], None] = lambda: None) -> None:
        self._answers = answers
        self._entries: dict[str, Entry] = {}
        """The one that changed last is the last."""
        self._changed: dict[str, int] = {}
        self._events: dict[str, list[Noted]] = {}

    async def entry(self, script: str) -> Entry | None:
        self._answers()
        return self._entries.get(script)

    async def changed_since(self, as_of: int) -> Changed:
        self._answers()
        newer = [name for name in self._entries if self._changed[name] > as_of]
        latest = max((self._changed[name] for name in newer), default=as_of)
        return Changed(latest, tuple(self._entries[name] for name in newer))

    async def commit(self, entry: Entry, noted: Sequence[Noted]) -> None:
        self._answers()
        before = self._entries.get(entry.id, Entry(id=entry.id))
        if before.seq != noted[0].seq - 1:
            raise Conflict(f"script {entry.id} stands at event {before.seq}")
        for one in noted:
            if isinstance(one.event, Approved):
                _must_be_new(before, one.event)
        self._entries.pop(entry.id, None)
        self._entries[entry.id] = entry
        self._changed[entry.id] = max(self._changed.values(), default=0) + 1
        self._events.setdefault(entry.id, []).extend(noted)

    async def history(self, script: str) -> Sequence[Noted]:
        self._answers()
        return tuple(self._events.get(script, ()))


def _must_be_new(before: Entry, approved: Approved) -> None:
    script = approved.script
    approved_before = {one.version for one in before.versions if one.status == "published"}
    if script.version in approved_before or script.author == script.approver:
        raise Conflict(f"version {script.version} of {script.id} cannot be approved so")
