"""A supervisor looks at the flow with the calls of a day on it."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.accessibility import barriers
from tests.browser.caller import Caller
from tests.browser.conftest import Invite
from tests.browser.person import Person
from tests.browser.pictures import picture
from tests.browser.signing_in import sign_in
from tests.browser.yesterday import ALL, keep_calls_of_yesterday
from tests.sample import load_agency
from tests.telephony.center import RunningCenter, lend_voices, running_center


@pytest.fixture(scope="module")
def center(prompts: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningCenter]:
    var = tmp_path_factory.mktemp("center") / "var"
    lend_voices(prompts, var)
    with ThreadPoolExecutor(1) as elsewhere:  # Playwright has an event loop of its own in this thread
        elsewhere.submit(keep_calls_of_yesterday, var / "tierline.db").result()
    with running_center(var) as running:
        yield running


@pytest.fixture(scope="module")
def selma(somebody: Invite, center: RunningCenter) -> Person:
    selma = somebody()
    sign_in(selma, center, "selma", at="/flow")
    return selma


def row(person: Person, step: str) -> Locator:
    return person.page.get_by_role("row").filter(has=person.page.get_by_role("rowheader", name=step))


def box(person: Person, step: str) -> Locator:
    return person.page.locator(f".react-flow__node[data-id='{step}']")


def test_yesterdays_calls_are_on_the_picture_and_in_the_table(selma: Person) -> None:
    expect(selma.page.get_by_text(re.compile(rf"Calls that arrived on .*: {ALL}\."))).to_be_visible()
    expect(box(selma, "welcome")).to_contain_text(str(ALL))
    expect(row(selma, "hours looks up: hours")).to_contain_text("32")
    expect(row(selma, "welcome says")).to_contain_text("hung up: 4 (2%)")
    told = box(selma, "tell-hours-open").or_(box(selma, "tell-hours-closed"))  # a holiday is a day too
    expect(told.filter(has_text="32")).to_be_visible()
    assert barriers(selma.page) == []


def test_a_sub_flow_is_opened_from_the_step_that_does_it(selma: Person) -> None:
    selma.page.get_by_role("button", name="Show all of it").click()
    box(selma, "office").get_by_role("link", name=re.compile("Open office")).click()
    expect(selma.page.get_by_role("heading", name="office")).to_be_visible()
    expect(row(selma, "find looks up: office")).to_contain_text("23")
    assert barriers(selma.page) == []


def test_by_the_keyboard_alone(selma: Person) -> None:
    selma.page.goto("/flow")
    link = box(selma, "case-status").get_by_role("link", name=re.compile("Open case-status"))
    link.focus()
    selma.page.keyboard.press("Enter")
    expect(row(selma, "tell menu")).to_contain_text("52")


def test_only_what_calls_came_by(selma: Person) -> None:
    selma.page.goto("/flow")
    expect(box(selma, "nobody-there")).to_have_count(1)
    selma.page.get_by_text("Only what calls came by").click()
    expect(box(selma, "nobody-there")).to_have_count(0)
    expect(box(selma, "main")).to_have_count(1)
    selma.page.set_viewport_size({"width": 1440, "height": 1300})
    selma.page.reload()
    selma.page.get_by_text("Only what calls came by").click()
    expect(box(selma, "nobody-there")).to_have_count(0)
    picture(selma, "flow")


def test_a_call_of_this_day_is_there_when_the_day_is_chosen(
    selma: Person, somebody: Invite, center: RunningCenter
) -> None:
    caller = Caller(somebody())
    caller.calls_the_center()
    caller.is_told("Welcome")
    caller.presses("1")
    caller.is_told("For our hours")
    today = datetime.now(load_agency().zone).date().isoformat()
    selma.page.goto("/flow")
    selma.page.get_by_label("Day").fill(today)
    selma.page.get_by_role("button", name="Show", exact=True).click()
    expect(selma.page.get_by_text(re.compile(r"Calls that arrived on .*: 1\."))).to_be_visible()
    expect(row(selma, "main menu")).to_contain_text("still in the call: 1 (100%)")
