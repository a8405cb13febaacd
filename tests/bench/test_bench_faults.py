"""What the checker of a fault run reads out of the log that the people outside kept."""

from tierline.bench.faults.checking import PATIENCE, Verdict, verdict
from tierline.bench.faults.outside_log import Entry, What


def entry(at: float, what: What, caller: int = -1, agent: int = -1, part: str = "") -> Entry:
    return Entry(at, what, caller, agent, part)


def served(caller: int, agent: int, rang: float, connected: float, hung_up: float) -> list[Entry]:
    return [
        entry(rang, "dialled", caller),
        entry(rang + 0.1, "answered", caller),
        entry(connected, "hears", caller, agent),
        entry(connected, "heard_by", caller, agent),
        entry(hung_up, "hung_up", caller),
        entry(hung_up + 0.1, "agent_over", agent=agent),
    ]


def in_time(*stories: list[Entry]) -> Verdict:
    return verdict(sorted((e for story in stories for e in story), key=lambda e: e.at))


def test_calls_that_came_served_and_went_in_turn_are_all_well() -> None:
    assert in_time(served(1, 7, 0, 5, 8), served(2, 7, 3, 9, 12)) == Verdict(2, 0, 0, 0)


def test_a_caller_whom_the_center_hung_up_on_is_lost() -> None:
    cut = [entry(0, "dialled", 1), entry(0.1, "answered", 1), entry(9, "cut_off", 1)]
    assert in_time(cut).lost == 1


def test_a_caller_whose_engine_died_is_not_lost_by_the_center() -> None:
    cut = [entry(0, "dialled", 1), entry(0.1, "answered", 1), entry(9, "cut_off", 1, part="engine")]
    assert in_time(cut) == Verdict(1, 0, 0, 0)


def test_a_caller_whom_nobody_ever_serves_is_lost() -> None:
    waits = [
        entry(0, "dialled", 1),
        entry(0.1, "answered", 1),
        entry(PATIENCE + 1, "left_waiting", 1),
    ]
    assert in_time(waits).lost == 1


def test_a_call_that_the_engine_refuses_or_that_has_no_end_is_lost() -> None:
    refused = [entry(0, "dialled", 1), entry(0.1, "refused", 1)]
    endless = [entry(0, "dialled", 2), entry(0.1, "answered", 2), entry(3, "hears", 2, 7)]
    assert in_time(refused, endless).lost == 2


def test_a_caller_who_is_heard_at_two_phones_is_connected_twice() -> None:
    twice = [*served(1, 7, 0, 5, 20), entry(8, "heard_by", 1, 8), entry(19, "agent_over", agent=8)]
    assert in_time(twice).doubled == 1


def test_an_agent_who_hears_a_second_caller_while_the_first_is_there_is_connected_twice() -> None:
    assert in_time(served(1, 7, 0, 5, 20), served(2, 7, 1, 8, 12)).doubled == 1


def test_a_phone_that_rings_in_mid_conversation_counts_as_doubled() -> None:
    assert in_time(served(1, 7, 0, 5, 20), [entry(9, "rung_in_call", agent=7)]).doubled == 1


def test_a_caller_who_goes_from_one_agent_to_the_next_is_not_doubled() -> None:
    moved = [
        entry(0, "dialled", 1),
        entry(0.1, "answered", 1),
        entry(5, "heard_by", 1, 7),
        entry(5, "hears", 1, 7),
        entry(9, "agent_over", agent=7),
        entry(10, "heard_by", 1, 8),
        entry(10, "hears", 1, 8),
        entry(15, "hung_up", 1),
    ]
    assert in_time(moved) == Verdict(1, 0, 0, 0)


def test_a_caller_passed_by_somebody_who_came_clearly_later_has_lost_their_age() -> None:
    assert in_time(served(1, 7, 0, 30, 35), served(2, 8, 10, 20, 25)).age_resets == 1


def test_callers_who_came_or_were_served_together_are_in_any_order() -> None:
    assert in_time(served(1, 7, 0, 21, 35), served(2, 8, 1, 20, 25)).age_resets == 0
    assert in_time(served(1, 7, 0, 21, 35), served(2, 8, 10, 20, 25)).age_resets == 0


def test_a_caller_presented_to_a_dead_phone_may_be_passed_and_keeps_the_age() -> None:
    dead = [entry(15, "rung_dead", agent=9)]
    assert in_time(served(1, 7, 0, 30, 35), served(2, 8, 10, 20, 25), dead).age_resets == 0


def test_a_caller_whose_agents_phone_dies_as_they_are_connected_was_served_in_turn() -> None:
    elder = [
        entry(0, "dialled", 1),
        entry(0.1, "answered", 1),
        entry(5, "heard_by", 1, 7),
        entry(5.02, "kill", part="phone"),
        entry(5.02, "agent_over", agent=7),
        *served(1, 8, 0, 35, 38)[2:],
    ]
    assert in_time(elder, served(2, 9, 3, 9, 12)) == Verdict(2, 0, 0, 0)


def test_whoever_rang_while_a_part_was_away_is_not_compared() -> None:
    away = [entry(-1, "kill", part="application"), entry(2, "back", part="application")]
    assert in_time(away, served(1, 7, 0, 30, 35), served(2, 8, 10, 20, 25)).age_resets == 0
