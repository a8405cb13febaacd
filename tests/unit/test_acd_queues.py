"""The agency's rules of its queues."""

from datetime import UTC, datetime, timedelta

from tierline.acd.needs import Ability, Need, meets
from tierline.acd.queues import QueueRule, QueuesFile, Wanted, Widening, lined_up
from tierline.acd.waiting import QueueName, WaitingCall
from tierline.calls.names import AgentId, CallId

T0 = datetime(2026, 11, 23, 15, tzinfo=UTC)
EN, ES = frozenset({"en"}), frozenset({"es"})
ANA = AgentId("ana")


def seconds(count: float) -> datetime:
    return T0 + timedelta(seconds=count)


def waiting(*rules: QueueRule, language: str = "en", **wanted: object) -> WaitingCall:
    told = {"tier": "1", "language": language, "since": T0, **wanted}
    return lined_up(QueuesFile(rules), CallId("call"), Wanted(**told))  # type: ignore[arg-type]


def test_without_a_rule_a_caller_waits_for_the_tier_and_the_language_alone() -> None:
    call = waiting()
    assert call.queue == QueueName("1", "en")
    assert call.need(T0) == Need("1", EN)
    assert call.next_stage(T0) is None


def test_the_first_rule_that_fits_holds() -> None:
    spanish = QueueRule(id="spanish", tier="1", says="few", languages=ES, head_start_seconds=60)
    everyone = QueueRule(id="all", tier="1", says="the rest")
    assert waiting(spanish, everyone, language="es").queue.rule == "spanish"
    assert waiting(spanish, everyone, language="es").head_start == 60
    assert waiting(spanish, everyone).queue.rule == "all"
    assert waiting(spanish, everyone, tier="2").queue.rule == ""


def test_a_rule_for_a_skill_is_for_callers_who_need_it() -> None:
    tty = QueueRule(id="tty", tier="1", says="few can", skills=frozenset({"tty"}))
    assert waiting(tty).queue.rule == ""
    assert waiting(tty, skills=frozenset({"tty", "military"})).queue.rule == "tty"


def test_a_long_wait_widens_step_by_step() -> None:
    rule = QueueRule(
        id="east",
        tier="1",
        says="the near ones first",
        sites=frozenset({"east"}),
        widening=(
            Widening(after_seconds=300, languages=EN, without_skills=True),
            Widening(after_seconds=60, all_sites=True),
        ),
    )
    call = waiting(rule, language="es", skills=frozenset({"tty"}))
    needs = [call.need(seconds(at)) for at in (0, 60, 300)]
    assert needs == [
        Need("1", ES, frozenset({"tty"}), frozenset({"east"})),
        Need("1", ES, frozenset({"tty"})),
        Need("1", EN | ES),
    ]


def test_the_agent_who_knows_the_caller_comes_before_everyone_for_a_while() -> None:
    rule = QueueRule(
        id="known",
        tier="1",
        says="the same voice",
        sites=frozenset({"east"}),
        known_agent_seconds=90,
        widening=(Widening(after_seconds=30, all_sites=True),),
    )
    call = waiting(rule, knows=ANA)
    assert call.need(seconds(89)) == Need("1", EN, sites=frozenset({"east"}), agent=ANA)
    assert call.need(seconds(90)) == Need("1", EN)
    assert waiting(rule).need(T0) == Need("1", EN, sites=frozenset({"east"}))


def test_a_promise_is_nobodys_turn_before_its_time_and_keeps_its_age() -> None:
    call = waiting(not_before=seconds(600))
    assert call.need(seconds(599)) is None
    assert call.next_stage(T0) == seconds(600)
    assert call.since == T0


def test_whoever_was_handed_to_an_agent_by_name_waits_for_them_first_from_that_moment_on() -> None:
    rule = QueueRule(id="all", tier="2", says="everybody", named_agent_seconds=30)
    call = waiting(rule, tier="2", language="es", named=ANA, named_at=seconds(300))
    assert call.need(seconds(329)) == Need("2", frozenset(), agent=ANA, by_name=True)
    assert call.need(seconds(330)) == Need("2", ES)


def test_a_colleague_who_alone_will_do_need_not_speak_the_caller_s_language() -> None:
    call = waiting(tier="2", language="es", named=ANA, nobody_else=True)
    assert call.next_stage(T0) is None
    need = call.need(T0)
    assert need
    assert meets(Ability("2", EN), need)
    assert not meets(Ability("1", EN), need)
