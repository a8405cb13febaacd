"""A warm transfer with real sound between real browsers: who hears whom, and who does not.

The fixture is the beginning of the story; the tests go on with it in their order."""

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import barriers
from tests.browser.caller import Caller
from tests.browser.conftest import Invite
from tests.browser.person import Person
from tests.browser.pictures import picture
from tests.browser.staff import Agent
from tests.telephony.center import RunningCenter

REASON = "Needs the case systems; the caller has the notice at hand"


class Story:
    def __init__(self, somebody: Invite, center: RunningCenter) -> None:
        self.carla, self.olga = Agent(somebody()), Agent(somebody())
        self.carla.signs_in(center, "carla")
        self.carla.is_ready()
        self.olga.signs_in(center, "olga")
        self.olga.is_ready()
        self.caller = Caller(somebody())
        self.caller.calls_the_center()
        self.caller.is_told("Welcome to the Contact Center.")
        self.caller.presses("1")
        self.caller.is_told("To ask about your case")
        self.caller.asks_for_a_person("0")
        self.carla.is_presented_a_call()
        self.carla.answers()

    def hear(self, *, caller: "list[Person]", carla: "list[Person]", olga: "list[Person]") -> None:
        """Each exactly these."""
        everyone = (self.caller.person, self.carla.person, self.olga.person)
        for who, heard in (
            (self.caller.person, caller),
            (self.carla.person, carla),
            (self.olga.person, olga),
        ):
            who.hears_exactly(*heard, of=tuple(one for one in everyone if one is not who))

    @property
    def voices(self) -> tuple[Person, Person, Person]:
        return self.caller.person, self.carla.person, self.olga.person


@pytest.fixture(scope="module")
def story(somebody: Invite, center: RunningCenter) -> Story:
    """Caller and CSR talk; the officer is ready."""
    return Story(somebody, center)


def test_before_it_caller_and_csr_hear_each_other_and_the_officer_nobody(story: Story) -> None:
    caller, carla, _ = story.voices
    story.hear(caller=[carla], carla=[caller], olga=[])
    picture(story.carla.person, "call-controls")


def test_the_page_with_every_control_is_accessible(story: Story) -> None:
    assert barriers(story.carla.page) == []


@pytest.mark.clause("A10")
def test_during_the_consultation_the_caller_hears_neither_and_neither_hears_the_caller(story: Story) -> None:
    _, carla, olga = story.voices
    story.carla.asks_for("Olga Sample", REASON)
    story.olga.is_presented_a_call()
    story.olga.answers()
    story.hear(caller=[], carla=[olga], olga=[carla])
    assert story.caller.person.page.evaluate("window.pitchHeard()") > 0  # music, not a dead line
    expect(story.olga.page.locator("main")).to_contain_text(REASON)
    picture(story.carla.person, "consulting")


def test_the_csr_goes_back_to_the_caller_and_the_officer_hears_neither(story: Story) -> None:
    caller, carla, _ = story.voices
    story.carla.button("Caller only").click()
    story.hear(caller=[carla], carla=[caller], olga=[])


def test_all_together_everybody_hears_the_others(story: Story) -> None:
    caller, carla, olga = story.voices
    story.carla.button("All together").click()
    story.hear(caller=[carla, olga], carla=[caller, olga], olga=[caller, carla])


def test_a_muted_csr_is_heard_by_nobody_and_hears_all(story: Story) -> None:
    caller, carla, olga = story.voices
    story.carla.button("Mute").click()
    expect(story.carla.page.get_by_text("You are muted")).to_be_visible()
    story.hear(caller=[olga], carla=[caller, olga], olga=[caller])
    story.carla.button("Unmute").click()
    story.hear(caller=[carla, olga], carla=[caller, olga], olga=[caller, carla])


@pytest.mark.clause("A10")
def test_after_it_caller_and_officer_talk_and_the_csr_hears_neither(story: Story) -> None:
    caller, _, olga = story.voices
    story.carla.completes_the_transfer()
    story.hear(caller=[olga], carla=[], olga=[caller])
    expect(story.olga.panel("Handed on by Carla Sample")).to_contain_text(REASON)
    picture(story.olga.person, "handed-on")
