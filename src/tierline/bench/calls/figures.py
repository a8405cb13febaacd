"""What was seen of both sides, as numbers."""

from collections.abc import Sequence

import msgspec

from tierline.bench.figures import percentile


class Calls(msgspec.Struct, frozen=True):
    """`assign_…`: from an agent who becomes free to the INVITE at that agent's phone.

    `out_of_order` callers were served in a burst before one of their elders, who was served in a later one.
    `idle_cpu_ratio` is the larger of the two: processor time of engine and application while callers wait in
    our queue, by that of the same callers in plain `MusicOnHold()` or, without music, in an `app_queue` that
    nobody serves.
    `answered_per_s` is the smaller rate of those by the number of agents. `cut_off` callers of ours were hung
    up on."""

    assign_p50_ms: float
    assign_p99_ms: float
    peer_assign_p50_ms: float
    peer_assign_p99_ms: float
    out_of_order: int
    peer_out_of_order: int
    idle_cpu_ratio: float
    idle_cpu_ratio_music: float
    idle_cpu_ratio_silent: float
    answered_per_s: float
    answered_per_s_by_agents: dict[str, float]
    peer_answered_per_s_by_agents: dict[str, float]
    cut_off: int


def out_of_order(bursts: Sequence[Sequence[int]]) -> int:
    """Callers by the place in which they came: how many were served while an elder was still waiting, who had
    to wait for a later burst. Within a burst all are served at once."""
    wrong = 0
    for nth, burst in enumerate(bursts):
        later = [caller for after in bursts[nth + 1 :] for caller in after]
        oldest_later = min(later, default=None)
        wrong += sum(oldest_later is not None and oldest_later < caller for caller in burst)
    return wrong


def p50_ms(took: Sequence[float]) -> float:
    return round(percentile(took, 0.5) * 1000, 1)


def p99_ms(took: Sequence[float]) -> float:
    return round(percentile(took, 0.99) * 1000, 1)
