"""An agent who practises, in plain words, and the simulated caller whom they hear."""

from tests.journeys.world import Agent, World
from tierline.calls.events import AnyEvent
from tierline.calls.names import AgentId, CallId
from tierline.calls.state import Call
from tierline.desk.practice import calling, going_in, speaking

CASE = "card-not-received"


class Trainee(Agent):
    """Of the sample agency, at a phone."""

    def __init__(self, world: World, user: str) -> None:
        super().__init__(world, world.agent(user).id)
        self.world = world

    def goes_into_practice(self) -> None:
        async def goes_in() -> None:
            going_in.go_in(self.world.center, self.id)

        self.world.do(goes_in())

    def leaves_practice(self) -> None:
        async def leaves() -> None:
            going_in.leave(self.world.center, self.id)

        self.world.do(leaves())

    def begins(self, case: str = CASE) -> CallId:
        """The phone rings."""
        return self.world.do(calling.begin(self.world.center, self.id, case))

    def is_in_a_practice_call(self, case: str = CASE) -> CallId:
        self.goes_into_practice()
        return self.is_in_practice_again(case)

    def is_in_practice_again(self, case: str = CASE) -> CallId:
        call = self.begins(case)
        self.answers()
        self.greets()
        return call

    def greets(self) -> None:
        self.world.wait(seconds=speaking.GREETING)

    def has_the_caller_go_on(self) -> None:
        self._on_call(lambda call: speaking.go_on(self.world.center, call, self.id))

    @property
    def practises(self) -> bool:
        return self.world.center.floor.duty(self.id).practising

    @property
    def call(self) -> Call:
        assert self.state.call
        return self.world.center.calls[self.state.call]

    @property
    def is_told(self) -> str | None:
        """What the simulated caller says now."""
        return self.world.switch.says(self.call.leg)


def trainee(world: World, user: str = "carla") -> Trainee:
    return Trainee(world, user)


def kept(world: World, call: CallId) -> Call:
    found = world.do(world.store.call(call))
    assert found
    return found


def events(world: World, call: CallId) -> list[AnyEvent]:
    return [recorded.event for recorded in world.do(world.store.timeline(call))]


CARLA = AgentId("carla")
