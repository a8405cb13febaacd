"""A supervisor turns to an office through its points of contact (B4.3, B4.4b): by a message that says nothing
of the case, is acknowledged or passed on, and whose answer is kept."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from tests.journeys.contacting import DEPUTY, DUTY, URGENT, WISH, Supervisor, without_contact
from tests.journeys.leaks import CALLERS_NUMBER
from tests.journeys.test_privacy_accounting import asked_of, natures
from tests.journeys.test_privacy_exporting import exported, whole
from tests.journeys.web import Browser, Web
from tests.journeys.world import World
from tierline.calls import contact_events as co


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    yield world
    world.close()


@pytest.fixture
def selma(world: World) -> Supervisor:
    return Supervisor(world)


@pytest.mark.clause("B4.3")
def test_a_supervisor_sees_who_is_in_charge_now_of_each_subject_and_their_hours(selma: Supervisor) -> None:
    seen = selma.looks("newark")
    by_subject = {of["id"]: one["id"] for one in seen["contacts"] for of in one["subjects"]}
    assert by_subject == {
        "urgent": "newark-urgent",
        "case": "newark",
        "appointment": "newark",
        "agency-error": "newark",
    }
    urgent = seen["contacts"][0]
    assert (urgent["is_open"], urgent["minutes"], urgent["verified"]) == (True, 30, False)
    assert urgent["hours"]["en"] == "Mon-Fri 8:00 AM-4:00 PM"
    assert urgent["alternates"] == ["Newark, Deputy Director's Office (sample)", "Duty Desk (sample)"]


@pytest.mark.clause("B4.3")
@pytest.mark.parametrize("office", ["newark", "asylum-chicago", "tsc", "nbc"])
def test_field_offices_asylum_offices_service_centers_and_the_benefits_center_can_be_asked(
    selma: Supervisor, office: str
) -> None:
    assert office in [one["id"] for one in selma.looks()["offices"]]
    assert selma.writes(office=office).status_code == 200
    assert len(selma.written_to) == 1


@pytest.mark.clause("B4.3")
@pytest.mark.clause("B4.4b")
def test_the_desk_in_charge_is_written_to_and_the_answer_is_kept_with_the_call(selma: Supervisor) -> None:
    assert selma.writes(office="newark").status_code == 200
    assert selma.written_to == [URGENT]
    assert selma.asked["state"] == "written"
    assert selma.notes_that_it_was_seen().status_code == 200
    assert selma.asked["state"] == "acknowledged"
    assert selma.notes_the_answer("The deputy signs today.").status_code == 200
    assert selma.asked["answer"] == "The deputy signs today."
    told = "\n".join(selma.timeline())
    for said in (
        "Turned to Newark Field Office for immediate action (Urgent or expedited help): Her oath ceremony",
        "Wrote to Newark, Urgent Matters (sample)",
        "Sent it: the gateway has taken the message",
        "Noted that Newark, Urgent Matters (sample) has seen the message",
        "Wrote down what the office answered",
    ):
        assert said in told


@pytest.mark.clause("B4.3")
def test_a_message_says_nothing_of_the_caller_or_the_case(selma: Supervisor) -> None:
    selma.writes()
    [message] = selma.world.notifier.taken
    assert message.channel == "email"
    assert f"Reference: {selma.asked['id']}" in message.text
    for hidden in ("EAC", "Applicant", "oath", CALLERS_NUMBER, "1985"):
        assert hidden not in message.text


def test_a_message_names_the_service_request_that_it_is_about(selma: Supervisor) -> None:
    form = {"kind": "non-receipt-card", "receipt": "EAC2190012345"}
    facts = {"sent_on": "2026-10-01", "address_checked": "yes"}
    selma.csr.post(f"{selma.csr.at_hand()}/requests", {**form, "facts": facts}, Idempotency_Key="request")
    [number] = selma.caller.call.requests
    assert selma.looks()["requests"] == [number]
    selma.writes(number=number)
    assert f"Reference: {number}" in selma.world.notifier.taken[0].text
    assert selma.writes("two", number="R000-000-000").status_code == 409


def test_the_same_form_again_writes_nothing_more(selma: Supervisor) -> None:
    for _ in range(2):
        assert selma.writes().status_code == 200
    assert len(selma.looks()["asked"]) == len(selma.written_to) == 1
    selma.writes("another")
    assert len(selma.written_to) == 2


@pytest.mark.clause("B4.3")
def test_what_nobody_acknowledges_in_time_goes_to_the_alternate_and_at_last_to_nobody(
    world: World, selma: Supervisor
) -> None:
    selma.writes()
    world.wait(minutes=29)
    assert selma.written_to == [URGENT]
    world.wait(minutes=2)
    assert selma.written_to == [URGENT, DEPUTY]
    assert selma.asked["contact"] == "Newark, Deputy Director's Office (sample)"
    world.wait(minutes=31)
    assert selma.written_to == [URGENT, DEPUTY, DUTY]
    world.wait(minutes=16)
    assert selma.asked["state"] == "unreached"
    assert "Duty Desk (sample) did not acknowledge the message in time" in selma.timeline()


@pytest.mark.clause("B4.3")
def test_what_waits_and_what_nobody_acknowledged_is_listed_for_all_supervisors_until_it_is_answered(
    world: World, selma: Supervisor
) -> None:
    def listed() -> list[tuple[str, str]]:
        asked = selma.browser.get("/api/supervisor/contacts").json()["asked"]
        return [(one["call"], one["state"]) for one in asked]

    selma.writes()
    selma.caller.hangs_up()
    assert listed() == [(selma.caller.call_id, "written")]
    world.kill_and_restart()
    world.wait(minutes=90)
    selma.browser = Web(world).signed_in("selma")
    assert listed() == [(selma.caller.call_id, "unreached")]
    selma.notes_the_answer("Called them the next morning: it is done.")
    assert listed() == []


def test_who_has_acknowledged_is_not_passed_over(world: World, selma: Supervisor) -> None:
    selma.writes()
    selma.notes_that_it_was_seen()
    world.wait(minutes=120)
    assert selma.written_to == [URGENT]
    assert selma.notes_that_it_was_seen().status_code == 200


def test_an_answer_says_that_the_message_was_seen(world: World, selma: Supervisor) -> None:
    selma.writes()
    selma.notes_the_answer("It is done.")
    world.wait(minutes=120)
    assert selma.written_to == [URGENT]


@pytest.mark.clause("B4.3")
@pytest.mark.parametrize("over", [False, True])
@pytest.mark.parametrize("away", [5, 45])
def test_a_process_killed_meanwhile_passes_it_on_all_the_same(
    world: World, selma: Supervisor, over: bool, away: int
) -> None:
    selma.writes()
    if over:
        selma.caller.hangs_up()
    world.kill_and_restart(timedelta(minutes=away))
    world.wait(minutes=31 - min(away, 30))
    assert selma.written_to == [URGENT, DEPUTY]
    assert [missed.outcome for missed in selma.caller.all(co.ContactNotReached)] == ["late"]


def test_the_time_to_acknowledge_runs_in_the_contacts_own_hours() -> None:
    evening = World(datetime(2026, 11, 23, 20, 50, tzinfo=UTC))
    selma = Supervisor(evening)
    selma.writes()
    evening.wait(minutes=60 * 16)
    assert selma.written_to == [URGENT]
    evening.wait(minutes=40)
    assert selma.written_to == [URGENT, DEPUTY]
    evening.close()


@pytest.mark.clause("B4.3")
def test_out_of_hours_the_desk_that_is_there_is_in_charge() -> None:
    night = World(datetime(2026, 11, 23, 21, 30, tzinfo=UTC))
    selma = Supervisor(night)
    selma.writes()
    assert selma.written_to == [DUTY]
    night.close()


def test_a_message_that_cannot_be_delivered_goes_to_the_alternate_at_once(
    world: World, selma: Supervisor
) -> None:
    world.notifier.refuses.add(URGENT)
    selma.writes()
    world.wait(seconds=1)
    assert selma.written_to == [DEPUTY]
    assert [missed.outcome for missed in selma.caller.all(co.ContactNotReached)] == ["undelivered"]


def test_a_contact_who_is_taken_off_the_list_keeps_nobody_waiting(world: World, selma: Supervisor) -> None:
    selma.writes()
    without_contact(world, "newark-urgent")
    world.kill_and_restart()
    without_contact(world, "newark-urgent")
    world.wait(minutes=31)
    assert selma.caller.call.asked_offices[0].state in ("unreached", "written")


def test_the_database_away_when_it_is_to_be_passed_on_only_delays_it(world: World, selma: Supervisor) -> None:
    selma.writes()
    world.wait(minutes=29)
    world.store.away = True
    world.wait(minutes=2)
    world.store.away = False
    world.wait(minutes=1)
    assert selma.written_to == [URGENT, DEPUTY]


@pytest.mark.parametrize(
    ("wish", "says"),
    [
        ({"reason": " "}, "say in a few words what for"),
        ({"subject": "nothing"}, "names nobody for this subject"),
        ({"office": "beijing"}, "names nobody for this subject"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_what_to_do_instead(
    selma: Supervisor, wish: dict[str, str], says: str
) -> None:
    refused = selma.writes(**wish)
    assert (refused.status_code, says in refused.json()["error"]) == (409, True)
    assert selma.looks()["asked"] == []


def test_without_anything_to_send_by_the_supervisor_is_told_to_call(world: World, selma: Supervisor) -> None:
    world.center.notifier = None
    assert "call the contact instead" in selma.writes().json()["error"]


def test_no_word_that_was_written_is_in_an_event(selma: Supervisor) -> None:
    selma.writes()
    selma.notes_the_answer("Mrs. Quiñones signs it.")
    history = msgspec.json.encode(selma.caller.events).decode()
    for word in ("Quiñones", "oath", "sample.invalid", "Reference:"):
        assert word not in history


def on_the_call(by: Browser, selma: Supervisor) -> list[Callable[[], int]]:
    of = f"{selma.at}/{selma.asked['id']}"
    return [
        lambda: by.get(selma.at).status_code,
        lambda: by.post(f"{selma.at}/messages", WISH, Idempotency_Key="two").status_code,
        lambda: by.post(f"{of}/acknowledgement", {}).status_code,
        lambda: by.post(f"{of}/answer", {"words": "No."}).status_code,
    ]


@pytest.mark.clause("B4.3")
def test_csrs_officers_and_everybody_else_have_nothing_of_points_of_contact(
    world: World, selma: Supervisor
) -> None:
    selma.writes()
    selma.notes_the_answer("It is done.")
    users = [user for user, person in world.agency.staff.items() if person.role != "supervisor"]
    for user in users:
        by = selma.csr if user == "carla" else selma.web.signed_in(user)
        assert {answer() for answer in on_the_call(by, selma)} == {403}
    seen = selma.csr.get(f"/api/calls/{selma.caller.call_id}").text
    for hidden in ("Urgent Matters", "oath", "Turned to", "Sent it", "It is done", "newark-urgent"):
        assert hidden not in seen


def test_who_asks_what_was_disclosed_reads_that_an_office_was_asked(world: World, selma: Supervisor) -> None:
    selma.writes()
    found = asked_of(world, "receipt", "EAC2190012345")
    assert "contact" in natures(found)


def test_who_is_given_a_copy_of_their_record_is_not_given_an_offices_address(
    world: World, selma: Supervisor
) -> None:
    selma.writes()
    assert URGENT not in whole(exported(world, "receipt", "EAC2190012345"))
