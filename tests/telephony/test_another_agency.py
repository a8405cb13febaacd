"""An agency of another kind on the same code: other languages, no case system, one tier."""

from pathlib import Path

from tests.sample import CITY
from tests.telephony.center import running_center
from tierline.caller.caller import Caller
from tierline.demo.staff import StaffMember


async def test_a_city_takes_a_report_in_french_and_has_nobody_to_ask_for_but_its_agents(
    tmp_path: Path,
) -> None:
    with running_center(tmp_path / "var", "--agency", str(CITY)) as city:
        async with Caller(city.catalogue) as caller:
            call = await caller.dial(city.sip, from_user="6135550199")
            await call.until_heard("welcome", within=10)
            await call.press("2")
            assert (await call.until_heard("main-menu", within=10)).language == "fr"
            await call.press("2")
            await call.until_heard("key-pole", within=10)
            await call.press("40213#")
            assert "4 0 2 1 3" in (await call.until_heard("confirm-pole", within=15)).text.replace(",", "")
            await call.press("1")
            assert (await call.until_heard("report-created", within=30)).language == "fr"
            await call.press("*")
            await call.until_heard("main-menu", within=15, since=call.heard()[-1].at)
            await call.hang_up()
        amy = await StaffMember.sign_in(city.url, "amy", city.sign_ins["amy"])  # as the start made it
        assert amy.me.role == "csr"
        await amy.sign_out()
