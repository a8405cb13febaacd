"""The callers and agents of the benchmark, in eight kinds each: two languages, three tiers, one skill."""

from datetime import datetime

from tierline.acd.agents import ReadyAgent
from tierline.acd.needs import Ability
from tierline.acd.queues import NO_QUEUES, Wanted, lined_up
from tierline.acd.waiting import WaitingCall
from tierline.calls.names import AgentId, CallId, Tier

NONE: frozenset[str] = frozenset()
EN, ES, BOTH = frozenset({"en"}), frozenset({"es"}), frozenset({"en", "es"})
TTY = frozenset({"tty"})

WANTED: tuple[tuple[Tier, str, frozenset[str]], ...] = (
    ("1", "en", NONE),
    ("1", "es", NONE),
    ("2", "en", NONE),
    ("2", "es", NONE),
    ("supervisor", "en", NONE),
    ("supervisor", "es", NONE),
    ("1", "en", TTY),
    ("1", "es", TTY),
)
ABLE: tuple[Ability, ...] = (
    Ability("1", EN),
    Ability("1", BOTH),
    Ability("2", EN),
    Ability("2", BOTH),
    Ability("supervisor", EN),
    Ability("supervisor", BOTH),
    Ability("1", EN, TTY),
    Ability("1", BOTH, TTY),
)


def wants(nth: int) -> tuple[Tier, str, frozenset[str]]:
    return WANTED[nth % len(WANTED)]


def waiting(nth: int, call: CallId, since: datetime) -> WaitingCall:
    tier, language, skills = wants(nth)
    return lined_up(NO_QUEUES, call, Wanted(tier=tier, language=language, skills=skills, since=since))


def agent(nth: int, since: datetime) -> ReadyAgent:
    return ReadyAgent(AgentId(f"agent-{nth}"), ABLE[nth % len(ABLE)], since)
