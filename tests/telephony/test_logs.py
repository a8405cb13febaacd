"""What the real processes write into their logs of a caller: nothing."""

from tests.telephony.center import RunningCenter
from tests.telephony.people import at_main_menu, keys_receipt
from tierline.demo.matters import AT_A_FIELD_OFFICE
from tierline.demo.stage import Stage

NUMBER = "2025550147"


async def test_neither_the_center_nor_the_engine_logs_a_callers_number_or_keys(
    people: Stage, center: RunningCenter
) -> None:
    call = await at_main_menu(people, NUMBER)
    await keys_receipt(call, AT_A_FIELD_OFFICE.keys)
    await call.until_heard("key-birth-date", within=10)
    await call.press(AT_A_FIELD_OFFICE.birth_keys)
    await call.until_heard("after-answer", within=40)
    logs = center.log.read_text() + center.engine_log.read_text(errors="replace")
    keyed = (AT_A_FIELD_OFFICE.keys, AT_A_FIELD_OFFICE.birth_keys, AT_A_FIELD_OFFICE.receipt)
    assert [value for value in (NUMBER, *keyed) if value in logs] == []
