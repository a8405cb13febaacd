"""The center on the twin: a clock that the test moves, with callers and agents in plain words."""

from collections.abc import Callable, Coroutine
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from tests.sample import A_MONDAY_MORNING, AGENCY, load_agency, named_cases
from tierline.acd.agents import AgentState, StateName
from tierline.agency import Messages
from tierline.calls.events import AnyEvent
from tierline.calls.fold import fold
from tierline.calls.names import AgentId, Attestation, LegId, Speaker, Tier, Trigger
from tierline.calls.state import Call
from tierline.calls.state import Whom as SpeaksWith
from tierline.calls.supervision_events import Mode
from tierline.desk import (
    changing_desks,
    consulting,
    disposing,
    duty,
    emergency,
    giving_back,
    handing_on,
    handing_over,
    interpreting,
    keying,
    muting,
    no_script,
    reading,
    requesting,
    serving,
    signing_out,
    supervising,
    taking_over,
    transferring,
    verifying,
    wrapping_up,
)
from tierline.desk.colleagues import Whom, named
from tierline.desk.contacting.passing_on import CONTACTS
from tierline.desk.recording import choosing
from tierline.desk.sending import OUTBOX
from tierline.desk.views.agent_view import AgentView, AgentViews
from tierline.ports.agency import Agency
from tierline.twin import caller
from tierline.twin.cases import MemoryCases
from tierline.twin.rehearsal import Rehearsal
from tierline.twin.store import MemoryStore

E = TypeVar("E", bound=AnyEvent)
NUMBER = "+18005550100"


class World(Rehearsal):
    """The sample agency's center."""

    def __init__(
        self,
        at: datetime = A_MONDAY_MORNING,
        store: MemoryStore | None = None,
        agency: Agency | None = None,
    ) -> None:
        super().__init__(
            agency or load_agency(), Messages(AGENCY / "prompts"), MemoryCases(named_cases()), at, store
        )

    def kill_and_restart(self, after: timedelta = timedelta(0)) -> None:
        """Everything in memory is gone; the switch and the store go on, for so long with no process of
        ours."""
        self._operator.cancel()
        for of in list(self.center.calls):
            self.center.cancel(of)
        self.center.cancel(OUTBOX)
        self.center.cancel(CONTACTS)
        self._runner.run(self.center.records.close())  # its timers die with it
        self.switch.app_restarts()
        self.clock.passes_unseen(after)
        self.start()

    def close(self) -> None:
        """Whatever happened, every call's state is what its events say."""
        self.store.away = False
        self.wait(seconds=1.5)
        try:
            for call in (*self.do(self.store.recent_calls(100)), *self.do(self.store.open_calls())):
                assert fold(self.do(self.store.timeline(call.id))) == call
        finally:
            super().close()

    def dials(
        self,
        *,
        language: str | None = None,
        caller: str | None = "+12025550111",
        attestation: Attestation | None = None,
    ) -> "Caller":
        who = Caller(self, self.offer(NUMBER, caller, attestation))
        if language:
            who.presses({"en": "1", "es": "2"}[language])
        return who

    def agent(self, user: str) -> "Agent":
        agent = Agent(self, AgentId(user))
        self.do(duty.phone(self.center, agent.id, "browser"))
        return agent

    def ready(self, user: str) -> "Agent":
        agent = self.agent(user)
        agent.is_ready()
        return agent

    @property
    def ringing(self) -> set[str]:
        return set(self.switch.ringing)


class Caller(caller.Caller):
    def __init__(self, world: World, leg: LegId) -> None:
        super().__init__(world, leg)
        self._world = world

    @property
    def hears(self) -> object:
        """Names of the prompts that play now, or "music", "silence", or the legs in conversation."""
        heard = self._world.switch.hears(self.leg)
        return [sound.stem for sound in heard] if isinstance(heard, tuple) else heard

    @property
    def hears_now(self) -> list[str]:
        return self.hears if isinstance(self.hears, list) else []

    @property
    def hears_language(self) -> set[str]:
        heard = self._world.switch.hears(self.leg)
        assert isinstance(heard, tuple), heard
        return {sound.parent.name for sound in heard}

    @property
    def call(self) -> Call:
        found = self._world.do(self._world.store.call(self.call_id))
        assert found
        return found

    @property
    def events(self) -> list[AnyEvent]:
        return [recorded.event for recorded in self._world.do(self._world.store.timeline(self.call_id))]

    def all(self, kind: type[E]) -> list[E]:
        return [event for event in self.events if isinstance(event, kind)]

    @property
    def talks_to(self) -> set[AgentId]:
        """Agents whom the caller really hears."""
        heard = self._world.switch.hears(self.leg)
        return {s.agent for s in self.call.serving if isinstance(heard, frozenset) and s.leg in heard}

    def chooses_a_person(self) -> None:
        """From any menu, and waits in line where a callback is offered instead."""
        self.presses("0")
        if "offer-callback" in self.hears_now:
            self.presses("2")
        if "recording-notice" in self.hears_now:
            self.presses("1")


class Agent:
    def __init__(self, world: World, agent: AgentId) -> None:
        self._world = world
        self.id = agent

    @property
    def state(self) -> AgentState:
        return self._world.center.floor.state(self.id)

    def is_in(self, state: StateName) -> bool:
        return self.state.name == state

    def is_ready(self) -> None:
        self._world.do(self._becomes_ready())

    async def _becomes_ready(self) -> None:
        duty.ready(self._world.center, self.id)

    def goes_to_lunch(self) -> None:
        self._world.do(self._becomes_not_ready())

    async def _becomes_not_ready(self) -> None:
        duty.not_ready(self._world.center, self.id, "meal")

    def is_not_ready(self, reason: str) -> None:
        async def becomes_not_ready() -> None:
            duty.not_ready(self._world.center, self.id, reason)

        self._world.do(becomes_not_ready())

    def needs_longer(self) -> None:
        async def extends() -> None:
            wrapping_up.extend(self._world.center, self.id)

        self._world.do(extends())

    def disposes(self, code: str) -> None:
        call = self.state.call
        assert call, f"{self.id} is in no call"
        self._world.do(disposing.dispose(self._world.center, call, self.id, code))

    def sits_down(self, desk: str, *, take_over: bool = False) -> None:
        """At a page of the workspace, whose phone then registers."""
        center = self._world.center
        self._world.do(changing_desks.sit_down(center, self.id, desk, take_over=take_over))
        self._world.do(duty.phone(center, self.id, "browser", desk))
        self._world.do(changing_desks.phone_is_here(center, self.id))

    def is_signed_out_by(self, supervisor: str, caller: signing_out.TheCaller = "finish") -> None:
        by = AgentId(supervisor)
        self._world.do(
            signing_out.force(self._world.center, self.id, by=by, why="left the desk", caller=caller)
        )

    def answers(self) -> None:
        self._world.switch.agent_answers(self._world.switch.ringing[self.id])
        self._world.settle()

    def rejects(self) -> None:
        self._world.switch.agent_rejects(self._world.switch.ringing[self.id])
        self._world.settle()

    def closes_the_browser(self) -> None:
        self._world.switch.agent_phone_lost(self.id)
        self._world.settle()

    def is_gone(self) -> None:
        """The screen has been away too long."""
        self._world.do(duty.gone(self._world.center, self.id))

    def sees(self) -> AgentView:
        center = self._world.center
        return self._world.do(AgentViews(center).of(center.agency.staff[self.id]))

    def verifies(self, receipt: str, name: str, born: date) -> None:
        """By what everybody knows of themselves."""
        self.verifies_by(receipt, {"name": name, "birth-date": born.isoformat()})

    def verifies_by(
        self,
        receipt: str,
        answers: dict[str, str],
        *,
        speaker: Speaker = "applicant",
        interpreter: bool = False,
        relay: bool = False,
    ) -> None:
        given = verifying.Given(
            receipt=receipt, answers=answers, speaker=speaker, interpreter=interpreter, relay=relay
        )
        self._on_call(lambda call: verifying.verify(self._world.center, call, self.id, given))

    def presents(self, script: str, step: str = "") -> None:
        self._on_call(lambda call: reading.present(self._world.center, call, self.id, script, step))

    def ends_guide(self, script: str, step: str, to: str) -> None:
        self._on_call(lambda call: reading.end_guide(self._world.center, call, self.id, script, step, to))

    def finds_no_script(self, asked: str = "") -> None:
        self._on_call(lambda call: no_script.no_script_fits(self._world.center, call, self.id, asked))

    def writes_what_was_asked(self, asked: str) -> None:
        self._on_call(lambda call: no_script.note_question(self._world.center, call, self.id, asked))

    def adds_own_words(self, said: str) -> None:
        self._on_call(lambda call: reading.add_own_words(self._world.center, call, self.id, said))

    def transfers(
        self,
        to: Tier,
        trigger: Trigger = "unresolved",
        reason: str = "needs the systems",
        person: str | None = None,
    ) -> None:
        whom = self._whom(to, person)
        self._on_call(lambda call: transferring.ask(self._world.center, call, self.id, whom, trigger, reason))

    def hands_on(
        self,
        to: Tier,
        trigger: Trigger = "unresolved",
        reason: str = "needs the systems",
        person: str | None = None,
    ) -> None:
        """Without waiting for anybody."""
        whom = self._whom(to, person)
        self._on_call(
            lambda call: handing_on.hand_on(self._world.center, call, self.id, whom, trigger, reason)
        )

    def books_a_callback(
        self,
        to: Tier,
        trigger: Trigger = "unresolved",
        reason: str = "needs the systems",
        phone: str = "",
        person: str | None = None,
    ) -> None:
        whom = self._whom(to, person)
        self._on_call(
            lambda call: handing_over.book(self._world.center, call, self.id, whom, trigger, reason, phone)
        )

    def gives_back(self, reason: str = "the headset is broken") -> None:
        self._on_call(lambda call: giving_back.give_back(self._world.center, call, self.id, reason))

    def consults(self, to: Tier, reason: str = "a question", person: str | None = None) -> None:
        whom = self._whom(to, person)
        self._on_call(lambda call: consulting.ask(self._world.center, call, self.id, whom, reason))

    def speaks_with(self, whom: SpeaksWith) -> None:
        self._on_call(lambda call: consulting.speak_with(self._world.center, call, self.id, whom))

    def goes_on(self) -> None:
        """Without the colleague."""
        self._on_call(lambda call: consulting.go_on(self._world.center, call, self.id))

    def leaves(self) -> None:
        """To the others."""
        self._on_call(lambda call: consulting.leave(self._world.center, call, self.id))

    def calls_in(self, interpreter: str) -> None:
        self._on_call(lambda call: interpreting.call_in(self._world.center, call, self.id, interpreter))

    def lets_the_interpreter_go(self) -> None:
        self._on_call(lambda call: interpreting.let_go(self._world.center, call))

    def presses(self, keys: str) -> None:
        """Into the call."""
        self._on_call(lambda call: keying.send_keys(self._world.center, call, self.id, keys))

    def pauses_the_recording(self) -> None:
        self._on_call(lambda call: choosing.pause(self._world.center, call, self.id))

    def resumes_the_recording(self) -> None:
        self._on_call(lambda call: choosing.resume(self._world.center, call, self.id))

    def notes_that_the_caller(self, *, agrees: bool) -> None:
        """To be recorded."""
        self._on_call(lambda call: choosing.choose(self._world.center, call, self.id, agreed=agrees))

    def mutes(self, muted: bool = True) -> None:
        self._on_call(lambda call: muting.mute(self._world.center, call, self.id, muted))

    def _whom(self, to: Tier, person: str | None) -> Whom:
        return named(self._world.center, AgentId(person)) if person else Whom(to)

    @property
    def hears(self) -> object:
        """In the call: "music", "silence", the prompt's sounds, or the names of those who speak with them."""
        call = next(call for call in self._world.center.calls.values() if call.part_of(self.id))
        part = call.part_of(self.id)
        assert part
        heard = self._world.switch.hears(part.leg)
        names: dict[LegId, str] = {call.leg: "caller", **{s.leg: s.agent for s in call.serving}}
        if call.interpreter:
            names[call.interpreter.leg] = "interpreter"
        return {names[leg] for leg in heard} if isinstance(heard, frozenset) else heard

    def completes(self) -> None:
        self._on_call(lambda call: transferring.complete(self._world.center, call, self.id))

    def takes_back(self) -> None:
        self._on_call(lambda call: transferring.take_back(self._world.center, call, self.id, "solved it"))

    def holds(self) -> None:
        self._on_call(lambda call: serving.hold(self._world.center, call, self.id))

    def resumes(self) -> None:
        self._on_call(lambda call: serving.resume(self._world.center, call, self.id))

    def ends(self) -> None:
        self._on_call(lambda call: serving.end(self._world.center, call, self.id))

    def submits(self, kind: str, *, key: str = "form-1", **facts: str) -> None:
        submission = requesting.Submission(key, kind, facts)
        self._on_call(lambda call: requesting.submit(self._world.center, call, self.id, submission))

    def supervises(self, caller: Caller, mode: Mode, reason: str = "quality") -> None:
        self._at(caller, lambda call: supervising.supervise(self._world.center, call, self.id, mode, reason))

    def is_at(self, caller: Caller, mode: Mode, reason: str = "quality") -> None:
        """And has answered their own phone."""
        self.supervises(caller, mode, reason)
        self.answers()

    def stops_supervising(self, caller: Caller) -> None:
        self._at(caller, lambda call: supervising.stop(self._world.center, call, self.id))

    def takes_over(self, caller: Caller) -> None:
        self._at(caller, lambda call: taking_over.take_over(self._world.center, call, self.id))

    def declares(self, kind: str) -> None:
        self._on_call(lambda call: emergency.declare(self._world.center, call, self.id, kind))

    def acknowledges(self, caller: Caller, note: str) -> None:
        async def within_the_turn() -> None:
            center = self._world.center
            async with center.turn(caller.call_id) as call:
                at_hand = call or center.alerts.of(caller.call_id)
                await emergency.acknowledge(center, at_hand, self.id, note)

        self._world.do(within_the_turn())

    @property
    def leg(self) -> LegId:
        """Of their phone, at the call that they serve or supervise."""
        call = self._world.center.calls[self.state.call] if self.state.call else None
        assert call, f"{self.id} is in no call"
        serving = {s.agent: s.leg for s in call.serving}
        return serving.get(self.id) or next(s.leg for s in call.supervising if s.agent == self.id)

    @property
    def hears_legs(self) -> object:
        """As `hears`, also of who supervises, by their legs."""
        return self._world.switch.hears(self.leg)

    def _at(self, caller: Caller, act: Callable[[Call], Coroutine[Any, Any, Call]]) -> None:
        async def within_the_turn() -> None:
            async with self._world.center.turn(caller.call_id) as call:
                assert call
                await act(call)

        self._world.do(within_the_turn())

    def _on_call(self, act: Callable[[Call], Coroutine[Any, Any, Call]]) -> None:
        async def within_the_turn() -> None:
            call_id = self.state.call
            assert call_id, f"{self.id} is in no call"
            async with self._world.center.turn(call_id) as call:
                assert call
                await act(call)

        self._world.do(within_the_turn())
