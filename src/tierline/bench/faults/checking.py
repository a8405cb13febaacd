"""Whether anybody was lost, connected twice, or served after those who came later: told from the outside log
alone."""

from collections.abc import Iterable, Sequence
from itertools import combinations

import msgspec

from tierline.bench.faults.outside_log import Entry

PATIENCE = 75.0
"""Seconds that nobody waits here if the center does its work: the longest is a phone that died in
conversation, which the engine notices after 30."""
HANDED_OVER = 1.5
"""Seconds in which one conversation may end while the next has begun: both sides are told one after the
other."""
CLOSE = 2.0
"""Seconds within which two callers came, or were connected, at the same time."""
PRESENTED_IN_VAIN = 7.0
"""Seconds that a caller may lose to a dead phone, which rings for four; those after them are served
meanwhile."""
CUT_SHORT = 1.5
"""Seconds from a presentation to a conversation, at the most: of callers who are all being presented as the
application dies, some may have got through."""
PROCESSES = {"application", "engine"}


class Verdict(msgspec.Struct, frozen=True):
    """Calls; of them, those that came to nothing without the caller's doing or the engine's death, those
    connected to two at a time, and those passed by callers who came clearly later."""

    calls: int
    lost: int
    doubled: int
    age_resets: int


class Story(msgspec.Struct):
    """One call as it was seen. `down` when the application or its engine was away as it rang: it then has to
    wait until it is taken, and nobody outside can tell since when it is in line."""

    caller: int
    dialled: float
    answered: float | None = None
    connected: float | None = None
    ended: float | None = None
    how: str = ""
    down: bool = False


def verdict(log: Iterable[Entry]) -> Verdict:
    entries = list(log)
    stories = told(entries)
    return Verdict(
        calls=len(stories),
        lost=sum(map(_lost, stories)),
        doubled=_doubled(entries),
        age_resets=_passed(stories, entries),
    )


def told(log: Iterable[Entry]) -> list[Story]:
    stories: dict[int, Story] = {}
    down: set[str] = set()
    for entry in log:
        story = stories.get(entry.caller)
        match entry.what:
            case "kill":
                down.add(entry.part)
            case "back":
                down.discard(entry.part)
            case "dialled":
                stories[entry.caller] = Story(entry.caller, entry.at, down=bool(down & PROCESSES))
            case "answered" if story:
                story.answered = entry.at
            # By either: a phone may die in the moment between the two.
            case "hears" | "heard_by" if story:
                story.connected = story.connected or entry.at
            case "hung_up" | "cut_off" | "refused" | "left_waiting" if story:
                story.ended, story.how = entry.at, entry.part or entry.what
    return list(stories.values())


def _lost(story: Story) -> bool:
    """The engine's death ends every call on it: those callers ring again."""
    if story.how == "engine":
        return False
    waited = (story.connected or story.ended or story.dialled) - story.dialled
    return story.how in ("cut_off", "refused") or story.ended is None or waited > PATIENCE


def _doubled(log: Sequence[Entry]) -> int:
    """Callers heard at two agents' phones, agents who hear two callers, and phones rung in conversation."""
    spans = _conversations(log)
    both = 0
    for one, other in combinations(spans, 2):
        together = min(one.until, other.until) - max(one.since, other.since)
        same = one.caller == other.caller or one.agent == other.agent
        both += same and together > HANDED_OVER
    return both + sum(entry.what == "rung_in_call" for entry in log)


class _Conversation(msgspec.Struct):
    caller: int
    agent: int
    since: float
    until: float = float("inf")


def _conversations(log: Sequence[Entry]) -> list[_Conversation]:
    """As the agents' phones heard them. One whose caller hung up is over, whatever the phone was told."""
    open_now: list[_Conversation] = []
    over: list[_Conversation] = []
    for entry in log:
        if entry.what == "heard_by":
            open_now.append(_Conversation(entry.caller, entry.agent, entry.at))
            continue
        ends = [c for c in open_now if _ends(entry, c)]
        for conversation in ends:
            conversation.until = entry.at
            open_now.remove(conversation)
        over += ends
    return over + open_now


def _ends(entry: Entry, conversation: _Conversation) -> bool:
    if entry.what == "agent_over":
        return entry.agent == conversation.agent
    return entry.what in ("hung_up", "cut_off") and entry.caller == conversation.caller


def _passed(stories: Sequence[Story], log: Sequence[Entry]) -> int:
    """Callers who waited in line with somebody who came later, and was connected before them."""
    vain = [(entry.at, entry.at + PRESENTED_IN_VAIN) for entry in log if entry.what == "rung_dead"]
    kills = [entry.at for entry in log if entry.what == "kill" and entry.part in PROCESSES]
    excused = [*vain, *((at - CUT_SHORT, at + CUT_SHORT) for at in kills)]
    elders = [story for story in stories if not story.down]
    return sum(any(_passes(later, elder, excused) for later in stories) for elder in elders)


def _passes(later: Story, elder: Story, excused: Sequence[tuple[float, float]]) -> bool:
    if later.connected is None or elder.answered is None or elder.how == "engine":
        return False
    served = elder.connected or elder.ended or float("inf")
    if later.dialled < elder.answered + CLOSE or served < later.connected + CLOSE:
        return False
    return not any(since <= later.connected <= until for since, until in excused)
