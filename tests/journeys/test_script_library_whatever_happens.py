"""Whatever authors and approvers do, in whatever order and however late: what is in force was written by
some, and approved as it stood by somebody else."""

from collections.abc import Callable, Coroutine, Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.journeys.world import World
from tierline.calls.names import AgentId
from tierline.desk.center import Center
from tierline.desk.library import approving, writing
from tierline.desk.refusal import Refusal
from tierline.scripts.library import Approved, DraftDropped, DraftSaved, Entry, Noted, fold
from tierline.scripts.wording import Wording, written

PEOPLE = tuple(map(AgentId, ("ada", "ben", "paul", "pat")))
Do = Callable[[Center, AgentId, str, int], Coroutine[Any, Any, Entry]]


def _wording(of: int) -> Wording:
    return Wording(titles={"en": "A", "es": "A"}, texts={"en": f"Say {of}.", "es": f"Diga {of}."})


ACTS: dict[str, Do] = {
    "save": lambda center, by, script, seen: writing.save(center, by, script, seen, _wording(seen)),
    "drop": writing.drop,
    "submit": writing.submit,
    "take back": lambda center, by, script, seen: writing.take_back(center, by, script),
    "approve": approving.approve,
    "send back": lambda center, by, script, seen: approving.send_back(center, by, script, seen, "no"),
    "withdraw": lambda center, by, script, seen: approving.withdraw(
        center, by, script, max(1, seen // 4), "no"
    ),
    "again": lambda center, by, script, seen: writing.put_forward_again(center, by, script, 1),
}
LATE = st.sampled_from([0, 0, 0, 0, 1, 3])
"""How many revisions ago somebody looked: mostly at the newest."""
OFTEN = (*ACTS, "submit", "submit", "approve", "approve", "approve", "save")
STEPS = st.lists(st.tuples(st.sampled_from(OFTEN), st.sampled_from(PEOPLE), LATE), min_size=20, max_size=40)


@pytest.mark.clause("A9")
@given(steps=STEPS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_in_force_was_approved_as_it_stood_by_somebody_else(
    steps: list[tuple[str, AgentId, int]],
) -> None:
    with World() as world:
        center, library = world.center, world.store.library
        world.do(writing.begin(center, PEOPLE[0], "card", _wording(0)))
        for act, by, late in steps:
            entry = world.do(library.entry("card"))
            assert entry
            seen = entry.draft.revision if entry.draft else 0
            try:
                world.do(ACTS[act](center, by, "card", max(0, seen - late)))
            except Refusal:
                assert world.do(library.entry("card")) == entry
        history = world.do(library.history("card"))
        assert fold(Entry(id="card"), history) == world.do(library.entry("card"))
        _holds(history)
        mine = {one.version: one for one in center.agency.scripts if one.id == "card"}
        stands = world.do(library.entry("card"))
        assert stands
        assert mine == {one.version: one for one in stands.versions}


def _holds(history: Sequence[Noted]) -> None:
    saved: dict[int, Wording] = {}
    writers: set[AgentId] = set()
    versions: list[int] = []
    for noted in history:
        match noted.event:
            case DraftSaved(wording=wording, also_by=also_by):
                saved[noted.seq] = wording
                writers |= {noted.by, *also_by}
            case DraftDropped():
                writers.clear()
            case Approved(revision=revision, script=script):
                assert written(script) == saved[revision]
                assert revision == max(saved)
                assert noted.by == script.approver
                assert noted.by not in writers
                versions.append(script.version)
                writers.clear()
    assert versions == list(range(1, len(versions) + 1))
