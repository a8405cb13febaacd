"""What the engine answers to a command, in the words of the port."""

import pytest

from tierline.asterisk.ari import EngineAway, Refused
from tierline.asterisk.turns import Turns, reaching
from tierline.calls.names import LegId
from tierline.ports.switch import LegGone, SwitchAway

LEG = LegId("leg-1")


@pytest.mark.parametrize("failed", [EngineAway("no answer"), Refused(503, "POST /channels: shutting down")])
def test_an_engine_that_cannot_is_as_one_that_is_away(failed: Exception) -> None:
    with pytest.raises(SwitchAway), reaching():
        raise failed


@pytest.mark.parametrize(("status", "told"), [(404, LegGone), (409, LegGone), (500, SwitchAway)])
async def test_a_command_to_a_leg_fails_as_one_of_two_things(status: int, told: type[Exception]) -> None:
    with pytest.raises(told):
        async with Turns().of(LEG):
            raise Refused(status, "POST /channels/leg-1/play")
