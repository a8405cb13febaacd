"""Which requests have changed since a screen was drawn."""

from tierline.desk import matters
from tierline.desk.matters import Matters


def test_a_screen_is_old_once_one_of_its_requests_has_changed_and_no_other() -> None:
    of = Matters()
    drawn = of.changes
    of.changed("R2")
    assert of.as_of(drawn, ["R1"])
    assert not of.as_of(drawn, ["R1", "R2"])
    assert of.as_of(of.changes, ["R1", "R2"])


def test_a_screen_that_is_older_than_all_that_is_remembered_is_old() -> None:
    of = Matters()
    drawn = of.changes
    for nth in range(matters._REMEMBERED + 1):
        of.changed(f"R{nth}")
    assert not of.as_of(drawn, ["another"])
    assert of.as_of(of.changes, ["another"])
