"""The recording of a conversation, as the agent and whoever hears it later meet it."""

from playwright.sync_api import expect

from tests.browser.accessibility import barriers
from tests.browser.conftest import Invite
from tests.browser.in_a_call import in_a_call
from tests.browser.pictures import picture
from tests.browser.signing_in import sign_in
from tests.telephony.center import RunningCenter


def test_an_agent_pauses_the_recording_and_a_supervisor_hears_it_for_a_reason(
    somebody: Invite, center: RunningCenter
) -> None:
    carla, caller = in_a_call(somebody, center)
    carla.person.hears(caller.person)
    head = carla.page.get_by_role("region", name="Call in progress")
    expect(head.get_by_text("Recording", exact=True)).to_be_visible()
    carla.button("Pause recording").click()
    expect(head.get_by_text("Recording paused")).to_be_visible()
    assert barriers(carla.page) == []
    picture(carla.person, "recording-paused")
    carla.button("Resume recording").click()
    expect(head.get_by_text("Recording", exact=True)).to_be_visible()
    carla.person.hears(caller.person)
    carla.button("End call").click()

    selma = somebody()
    sign_in(selma, center, "selma", at="/calls")
    selma.page.get_by_role("table").get_by_role("link").first.click()
    panel = selma.page.get_by_role("region", name="Recording")
    panel.get_by_label("Why do you listen to this call?").fill("quality of service")
    picture(selma, "recording-reason")
    panel.get_by_role("button", name="Listen").click()
    sound = panel.locator("audio")
    expect(sound).to_be_visible()
    expect(sound).to_have_js_property("readyState", 4)
    expect(sound).to_have_js_property("paused", False)
    assert sound.evaluate("sound => sound.duration") > 1
    assert barriers(selma.page) == []
    picture(selma, "recording-played")
