"""What may be in a message, and to whom it may go: public facts alone; an address on file only where the
caller proved whose file it is."""

from collections.abc import Mapping

import pytest
from msgspec.structs import replace

from tests.journeys.test_self_service import ANA, ANA_BORN
from tests.journeys.world import Caller, World
from tierline.calls.events import LookedUp
from tierline.calls.message_events import MessageQueued, MessageSent
from tierline.ivr.steps import AnyStep, Go, Menu, Send
from tierline.notify.trial import TrialNotifier

TELL, TELL_KNOWN, SEND = "office/tell-unverified", "office/tell-known-unverified", "office/send-unverified"
ON_FILE = "ana@sample.invalid"


def with_steps(world: World, changed: Mapping[str, AnyStep]) -> None:
    """The agency with these in its flow."""
    flow = world.agency.flow
    world.agency = replace(world.agency, flow=replace(flow, steps={**flow.steps, **changed}))
    world.kill_and_restart()


def proves_who_they_are(caller: Caller) -> None:
    """And goes back to the main menu. The first # belongs to the date."""
    caller.presses("1" + ANA + ANA_BORN + "##")


@pytest.fixture
def by_mail(world: World) -> World:
    """Offices are sent by e-mail, to the address on file, also where nobody proved whose that is."""
    sent = {"sent": "office/sent", "no_number": "office/not-sent", "away": "office/not-sent"}
    asks = Menu(
        ("offer-text",), {"1": Go("office/find-again", consent="email")}, "office/told", "office/told"
    )
    with_steps(world, {TELL: asks, TELL_KNOWN: asks, SEND: Send("email", "text-office", sent)})
    case = world.cases.cases["EAC2190012345"]
    world.cases.cases["EAC2190012345"] = replace(case, email=ON_FILE)
    return world


def test_who_proved_whose_case_it_is_is_written_to_the_address_on_file(by_mail: World) -> None:
    ana = by_mail.dials(language="en")
    proves_who_they_are(ana)
    ana.presses("4" + "07102" + "1" + "1")
    assert ana.hears == ["text-sent"]
    [message] = by_mail.notifier.taken
    assert (message.channel, message.to) == ("email", ON_FILE)
    assert message.subject == "Sample Immigration Contact Center"
    assert "Newark" in message.text


def test_an_address_that_the_agencys_table_keeps_from_the_ivr_is_not_written_to(by_mail: World) -> None:
    table = by_mail.agency.entitlements
    kept = replace(table, fields={**table.fields, "email": "case"})
    by_mail.agency = replace(by_mail.agency, entitlements=kept)
    by_mail.kill_and_restart()
    ana = by_mail.dials(language="en")
    proves_who_they_are(ana)
    ana.presses("4" + "07102" + "1" + "1")
    assert ana.hears == ["text-not-sent"]
    assert by_mail.notifier.taken == ()


def test_who_proved_nothing_is_written_nothing(by_mail: World) -> None:
    ana = by_mail.dials(language="en")
    ana.presses("4" + "07102" + "1" + "1")
    assert ana.hears == ["text-not-sent"]
    assert by_mail.notifier.taken == ()


def test_agreeing_to_an_email_is_not_agreeing_to_a_text_message(by_mail: World) -> None:
    send = Send("sms", "text-office", {"sent": "office/sent", "away": "office/not-sent"})
    with_steps(by_mail, {SEND: send})
    ana = by_mail.dials(language="en")
    proves_who_they_are(ana)
    ana.presses("4" + "07102" + "1" + "1")
    assert ana.hears == ["text-not-sent"]


@pytest.mark.parametrize(("text", "heard"), [("one-moment", "text-sent"), ("case-status", "text-not-sent")])
def test_nothing_about_a_case_is_ever_sent(world: World, text: str, heard: str) -> None:
    sent = {"sent": "office/sent", "no_number": "office/not-sent", "away": "office/not-sent"}
    with_steps(world, {"case-status/tell": Send("sms", text, sent)})
    ana = world.dials(language="en")
    ana.presses("4" + "07102" + "1" + "1" + "1" + "#")
    ana.presses("1" + ANA + ANA_BORN)
    assert [looked_up.outcome for looked_up in ana.all(LookedUp) if looked_up.what == "case"] == ["verified"]
    assert ana.hears == [heard]
    assert all("transferred" not in message.text for message in world.notifier.taken)


def test_a_text_that_is_too_long_is_cut_where_a_sentence_ends(world: World) -> None:
    send = world.agency.flow.steps[SEND]
    assert isinstance(send, Send)
    with_steps(world, {SEND: replace(send, text="field-office-unverified@es")})
    ana = world.dials(language="en")
    ana.presses("4" + "07102" + "1" + "1" + "1")
    [message] = world.notifier.taken
    assert message.text.endswith(" ...")
    assert len(message.text) <= 3 * 67


def test_in_a_trial_nothing_leaves_and_the_timeline_says_so(world: World) -> None:
    world.center.notifier = TrialNotifier()
    ana = world.dials(language="en")
    ana.presses("4" + "07102" + "1" + "1" + "1")
    assert ana.hears == ["text-sent"]
    assert [queued.prompt for queued in ana.all(MessageQueued)] == ["text-office-unverified"]
    assert [sent.how for sent in ana.all(MessageSent)] == ["trial"]
    assert [m.status for m in world.do(world.store.messages(ana.call_id))] == ["trial"]
