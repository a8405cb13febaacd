"""After a call: what came of it, more time, and ready again."""

from playwright.sync_api import expect

from tests.browser.accessibility import barriers
from tests.browser.caller import Caller
from tests.browser.conftest import Invite
from tests.browser.pictures import picture
from tests.browser.staff import Agent
from tests.telephony.center import RunningCenter


def test_wrap_up_asks_what_came_of_the_call(somebody: Invite, center: RunningCenter) -> None:
    colin, caller = Agent(somebody()), Caller(somebody())
    colin.signs_in(center, "colin")
    colin.is_ready()
    caller.calls_the_center()
    caller.is_told("Welcome")
    caller.asks_for_a_person("10")
    colin.is_presented_a_call()
    colin.answers()
    colin.button("End call").click()
    expect(colin.page.get_by_role("heading", name="Wrap-up")).to_be_visible()
    colin.button("More time").click()
    expect(colin.button("More time")).to_have_count(0)
    colin.page.get_by_label("Disposition").select_option("Question answered")
    colin.button("Keep").click()
    expect(colin.page.get_by_text("Kept: Question answered")).to_be_visible()
    assert barriers(colin.page) == []
    picture(colin.person, "wrap-up")
    colin.page.get_by_role("button", name="Español").click()
    expect(colin.page.get_by_text("Guardado: Pregunta contestada")).to_be_visible()
    colin.button("Disponible ya").click()
    expect(colin.page.get_by_text("Usted está disponible.")).to_be_visible()
