"""Whatever happens while a supervisor is with an office, in whatever order: the caller hears the contact only
where they were brought together, and nothing is left of anybody when it is over."""

from collections.abc import Callable, Coroutine
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.journeys.contacting import WISH
from tests.journeys.world import Agent, World
from tierline.calls.names import AgentId
from tierline.calls.state import Call
from tierline.desk.contacting import calling, writing
from tierline.desk.contacting.asking import Wish
from tierline.desk.refusal import NotFound, Refused


class Story:
    def __init__(self) -> None:
        self.world = World()
        self.selma = self.world.ready("selma")
        self.ana = self.world.dials(language="en")
        self.ana.presses("*")
        self.ana.presses("1")
        self.selma.answers()
        self.wishes = 0

    def does(self, what: str) -> None:
        """What cannot be done now is refused, or not to be had on the screen."""
        try:
            if self.ana.connected and self._can(what):
                self._do(what)
        except (Refused, NotFound):
            pass
        self._nobody_hears_what_they_should_not()

    def _can(self, what: str) -> bool:
        serves = self.selma.id in self.ana.call.agents and self.selma.state.call is not None
        return serves or what not in BY_SELMA

    def _do(self, what: str) -> None:  # noqa: PLR0912 - one row a thing that happens
        center = self.world.center
        match what:
            case "ring":
                self._on_call(lambda call: calling.ring(center, call, self.selma.id, self._wish()))
            case "contact" | "caller" | "everyone":
                self._on_call(lambda call: calling.speak_with(center, call, self.selma.id, what))
            case "let go":
                self._on_call(lambda call: calling.let_go(center, call))
            case "write":
                selma = self.world.agency.staff[self.selma.id]
                self.world.do(writing.write(center, selma, self.ana.call_id, self._wish()))
            case "office answers" | "office hangs up":
                self._at_the_office(what)
            case "half an hour":
                self.world.wait(minutes=31)
            case "hold":
                self.selma.holds()
            case "resume":
                self.selma.resumes()
            case "interpreter":
                self.selma.calls_in("language-line")
            case "consult":
                self.selma.consults("2")
            case "give back":
                self.selma.gives_back()
            case "declare":
                self.selma.declares("threat")
            case "lost":
                self.selma.closes_the_browser()
                self.selma = self.world.ready("selma")
            case "answer":
                for user in self.world.ringing:
                    Agent(self.world, AgentId(user)).answers()
            case "restart":
                self.world.kill_and_restart()
                self.world.agent("selma")

    def _wish(self) -> Wish:
        self.wishes += 1
        return Wish(f"{self.wishes}", WISH["office"], WISH["subject"], "immediate_action", "", WISH["reason"])

    def _at_the_office(self, what: str) -> None:
        part = self.ana.call.contact_part
        if part and part.leg and what == "office hangs up":
            self.world.switch.caller_hangs_up(part.leg)
        elif part and part.leg and part.state == "ringing":
            self.world.switch.agent_answers(part.leg)
        self.world.settle()

    def _on_call(self, act: Callable[[Call], Coroutine[Any, Any, Call]]) -> None:
        async def within_the_turn() -> None:
            async with self.world.center.turn(self.ana.call_id) as call:
                if call and call.part_of(self.selma.id):
                    await act(call)

        self.world.do(within_the_turn())

    def _nobody_hears_what_they_should_not(self) -> None:
        if not self.ana.connected:
            return
        heard, part = self.ana.hears, self.ana.call.contact_part
        if part and part.speaks_with != "everyone" and isinstance(heard, frozenset):
            assert part.leg not in heard
        if part and part.state == "joined" and part.speaks_with == "contact":
            assert heard == "music"

    def ends(self) -> None:
        if self.ana.connected:
            self.world.switch.caller_hangs_up(self.ana.leg)
            self.world.settle()
        assert self.ana.call.contact_part is None
        assert self.world.switch.legs == set()
        assert self.world.switch.rooms == {}
        self.world.close()


BY_SELMA = ("hold", "resume", "interpreter", "consult", "give back", "declare")
HAPPENS = (
    *("ring", "office answers", "office hangs up", "contact", "caller", "everyone", "let go", "write"),
    *("half an hour", "hold", "resume", "interpreter", "consult", "give back", "declare", "lost", "answer"),
    "restart",
)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example(["hold", "everyone", "resume", "restart", "let go"])
@example(["declare", "ring", "lost", "answer"])
@example(["write", "interpreter", "half an hour", "give back", "restart"])
@given(st.lists(st.sampled_from(HAPPENS), max_size=10))
def test_the_caller_hears_the_contact_only_where_they_were_brought_together(story: list[str]) -> None:
    told = Story()
    try:
        for what in ("ring", "office answers", *story):
            told.does(what)
    finally:
        told.ends()
