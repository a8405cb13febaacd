"""Signing in, signing out, and a session that has ended behind an open page."""

import httpx
from playwright.sync_api import expect

from tests.browser.conftest import Invite
from tests.browser.person import Person
from tests.browser.pictures import picture
from tests.browser.signing_in import sign_in
from tests.telephony.center import RunningCenter


def test_a_page_whose_stream_is_refused_leads_to_signing_in(somebody: Invite, center: RunningCenter) -> None:
    selma = somebody()
    sign_in(selma, center, "selma", at="/floor")
    expect(selma.page.get_by_role("row", name="Carla Sample")).to_be_visible()
    _session_ends(selma, center)
    selma.page.wait_for_url("**/sign-in?then=%2Ffloor", timeout=30_000)


def test_signing_out_after_the_end_of_the_session_signs_out(somebody: Invite, center: RunningCenter) -> None:
    selma = somebody()
    sign_in(selma, center, "selma", at="/calls")
    expect(selma.page.get_by_role("heading", name="Calls")).to_be_visible()
    expect(selma.page.get_by_text("Loading")).to_have_count(0)  # else the page itself finds the session ended
    _session_ends(selma, center)
    selma.page.get_by_role("button", name="Sign out").click()
    expect(selma.page.get_by_role("button", name="Sign out")).to_be_hidden()
    selma.page.wait_for_url(center.url + "/")


def test_a_center_that_is_away_for_a_moment_signs_nobody_out(somebody: Invite, center: RunningCenter) -> None:
    selma = somebody()
    sign_in(selma, center, "selma", at="/calls")
    away = selma.page.context
    away.route("**/api/session", lambda asked: asked.fulfill(status=503, body=""))
    selma.page.reload()
    expect(selma.page.get_by_text("Loading")).to_be_visible()
    away.unroute("**/api/session")
    expect(selma.page.get_by_role("heading", name="Calls")).to_be_visible()


def test_who_has_guessed_too_often_reads_how_long_to_wait_in_their_language(somebody: Invite) -> None:
    guessing = somebody()
    page = guessing.page
    page.goto("/sign-in")
    page.get_by_label("User name").fill("olga")
    page.get_by_label("Password").fill("a guess")
    for _ in range(5):
        with page.expect_response("**/api/session"):
            page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("alert")).to_contain_text("not right")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_contain_text("too many failed tries; wait")
    page.get_by_role("button", name="Español").click()
    expect(page.get_by_role("alert")).to_contain_text("Demasiados intentos fallidos; espere")
    picture(guessing, "refused-in-spanish")


def _session_ends(person: Person, center: RunningCenter) -> None:
    """As after twelve hours, or by signing out in another window: this page is not told."""
    cookies = {cookie["name"]: cookie["value"] for cookie in person.page.context.cookies()}
    ended = httpx.delete(
        f"{center.url}/api/session", cookies=cookies, headers={"X-Tierline": "1"}, trust_env=False
    )
    assert ended.status_code == 204
