"""The floor while a line is full and more calls come than the center carries, as a supervisor sees it.

Each fixture is a step of the story, taken once; the tests read in its order."""

import shutil
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import barriers
from tests.browser.caller import Caller
from tests.browser.conftest import Invite
from tests.browser.pictures import picture
from tests.browser.signing_in import sign_in
from tests.sample import AGENCY
from tests.telephony.center import RunningCenter, lend_voices, running_center
from tierline.bench import sip


@pytest.fixture(scope="module")
def center(prompts: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningCenter]:
    """Its line takes one caller, and so does its door."""
    folder = tmp_path_factory.mktemp("center")
    agency, var = folder / "agency", folder / "var"
    shutil.copytree(AGENCY, agency)
    queues = agency / "queues.yaml"
    queues.write_text(queues.read_text().replace("{waiting: 400, wait_minutes: 90}", "{waiting: 1}"))
    lend_voices(prompts, var)
    (var / "admission.yaml").write_text("calls: 1\ntold: 0\n")
    with running_center(var, "--agency", str(agency)) as running:
        yield running


@pytest.fixture(scope="module")
def floor(somebody: Invite, center: RunningCenter) -> Page:
    selma = somebody()
    sign_in(selma, center, "selma", at="/floor")
    expect(selma.page.get_by_text("Nobody waits.")).to_be_visible()
    caller = Caller(somebody())
    caller.calls_the_center()
    caller.is_told("Welcome")
    caller.asks_for_a_person("102")
    expect(selma.page.get_by_text("The line is full:")).to_be_visible()
    assert another_calls(center) == 503
    expect(selma.page.get_by_text("More calls come than the center carries.")).to_be_visible()
    picture(selma, "more-callers-than-capacity")
    return selma.page


def another_calls(center: RunningCenter) -> int:
    """The status of the answer."""
    host, port = center.sip.rpartition("@")[2].split(":")
    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as phone:
        phone.bind(("127.0.0.1", 0))
        phone.settimeout(5)
        dialog = sip.Dialog(phone.getsockname(), (host, int(port)), "18005550100", 40_000)
        phone.sendto(dialog.invite(), (host, int(port)))
        while (answered := sip.read(phone.recv(8192))).status < 200:
            pass
        phone.sendto(dialog.acknowledge(answered), (host, int(port)))
        return answered.status


def test_supervisors_see_which_line_is_full_and_how_many_calls_were_turned_away(floor: Page) -> None:
    expect(floor.get_by_text("Callers it did not take: 0.")).to_be_visible()
    expect(floor.get_by_text("Callers turned away: 1.")).to_be_visible()


def test_and_no_barrier_is_on_the_page(floor: Page) -> None:
    assert barriers(floor) == []
