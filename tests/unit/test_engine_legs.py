"""What the engine's channels and causes mean to the center."""

import pytest

from tierline.asterisk.ari import Channel, Dialplan, Party
from tierline.asterisk.legs import Cause, args_of, is_ours, live, offered, why_it_ended
from tierline.calls.names import LegId
from tierline.ports.switch import LiveLeg, Offered

LEG = LegId("tierline-1.0")


def channel(
    app_data: str, *, number: str = "+12025550143", state: str = "Up", app: str = "Stasis"
) -> Channel:
    dialplan = Dialplan(app, app_data)
    return Channel(LEG, "PJSIP/x-1", state, Party("", number), dialplan, "2026-11-24T03:12:09.000+0000")


@pytest.mark.parametrize(
    ("cause", "sip_status", "means"),
    [
        (17, 486, "rejected"),
        (21, 603, "rejected"),
        (19, 480, "rejected"),
        (19, 0, "no_answer"),
        (20, 0, "unreachable"),
        (3, 0, "unreachable"),
        (18, 408, "unreachable"),
        (0, 0, "hung_up"),
    ],
)
def test_why_a_rung_phone_was_not_answered(cause: int, sip_status: int, means: Cause) -> None:
    assert why_it_ended(cause, sip_status) == means


def test_a_trunk_call_is_offered_with_its_numbers() -> None:
    call = channel("tierline,trunk,carrier,+18005550100")
    assert offered(call, args_of(call)) == Offered(LEG, "+18005550100", "+12025550143", None)


def test_a_visitors_phone_is_known_by_its_account_and_has_no_number_to_call_back() -> None:
    call = channel("tierline,visitor,visitor-1,+18005550100", number="visitor-1")
    assert offered(call, args_of(call)) == Offered(LEG, "+18005550100", None, "visitor-1")


@pytest.mark.parametrize("said", ["passed", "failed", "unchecked"])
def test_what_the_network_says_of_the_number_comes_with_the_call_and_is_found_again(said: str) -> None:
    call = channel(f"tierline,trunk,carrier,+18005550100,{said}")
    assert offered(call, args_of(call)).attestation == said
    assert live(call, args_of(call)).offered() == offered(call, args_of(call))


@pytest.mark.parametrize("said", ["", "certainly"])
def test_of_a_number_of_which_nothing_is_said_nothing_is_known(said: str) -> None:
    call = channel(f"tierline,trunk,carrier,+18005550100,{said}")
    assert offered(call, args_of(call)).attestation is None


@pytest.mark.parametrize("number", ["", "anonymous"])
def test_a_caller_who_withholds_the_number_has_none(number: str) -> None:
    call = channel("tierline,trunk,carrier,+18005550100", number=number)
    assert offered(call, args_of(call)).caller is None


def test_a_leg_that_we_rang_is_alive_without_numbers() -> None:
    leg = channel("tierline,rung", state="Ringing")
    assert live(leg, args_of(leg)) == LiveLeg(LEG, None, None, None, answered=False)


def test_a_channel_that_is_not_in_our_application_is_not_ours() -> None:
    assert not is_ours(args_of(channel("default,3", app="MusicOnHold")))
