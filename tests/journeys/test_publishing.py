"""The agency is published anew while calls are under way: each goes on with the flow and words it began with,
and hours, closures and staff hold for all of them at once."""

from datetime import date

import pytest

from tests.journeys.world import World
from tests.sample import AGENCY
from tierline.agency.files import FolderFiles
from tierline.desk.following import follow
from tierline.desk.views.agent_view import AgentViews
from tierline.desk.views.call_view import CallView
from tierline.ports.editions import Edition
from tierline.twin.editions import WrittenEditions

FILES = dict(FolderFiles(AGENCY))

CLOSED_FROM_NOW = """
closures:
  - id: flood
    from: 2026-11-23T00:00:00-05:00
    until: null
    tiers: all
    kind: emergency
    says: {en: The building is flooded., es: El edificio está inundado.}
""".encode()


def changed(file: str, old: str, new: str) -> dict[str, bytes]:
    text = FILES[file].decode()
    assert old in text
    return {**FILES, file: text.replace(old, new).encode()}


NEW_MENU = changed(
    "flow.yaml",
    'menu: [main-menu, keys-everywhere]\n    keys:\n      "1": case-status',
    'menu: [good-bye, keys-everywhere]\n    keys:\n      "1": good-bye',
)


@pytest.fixture
def published(world: World) -> World:
    """As a center that has published what it began with."""
    world.publish(FILES)
    return world


def at_main_menu(world: World) -> list[str]:
    """What the call hears there."""
    heard = world.dials(language="en").hears
    assert isinstance(heard, list)
    return heard


def test_a_call_in_a_menu_goes_on_with_it_and_the_next_call_hears_the_new_one(published: World) -> None:
    ana = published.dials(language="en")
    before, new = ana.call.agency, published.publish(NEW_MENU)
    assert at_main_menu(published) == ["good-bye", "keys-everywhere"]
    ana.presses("9")
    assert ana.hears == ["main-menu", "keys-everywhere"]
    ana.presses("1")
    assert ana.hears == ["key-receipt"]
    assert ana.call.agency == before != new


def test_a_call_goes_on_with_its_own_flow_in_a_process_that_began_with_the_new_one(published: World) -> None:
    ana = published.dials(language="en")
    published.publish(NEW_MENU)
    published.kill_and_restart()
    assert ana.hears == ["main-menu", "keys-everywhere"]
    assert at_main_menu(published) == ["good-bye", "keys-everywhere"]
    ana.presses("1")
    assert ana.hears == ["key-receipt"]


def test_the_words_of_a_call_are_those_it_began_with(published: World) -> None:
    ana = published.dials(language="en")
    published.publish(changed("prompts/en.ftl", "main-menu = ", "main-menu = Something new. "))
    said = published.center.prompts_of(ana.call).words("main-menu", "en", {})
    assert not said.startswith("Something new.")
    bo = published.dials(language="en")
    assert published.center.prompts_of(bo.call).words("main-menu", "en", {}).startswith("Something new.")


def test_a_closure_holds_at_once_for_a_caller_who_is_on_the_line_already(published: World) -> None:
    ana = published.dials(language="en")
    published.publish({**NEW_MENU, "closures.yaml": CLOSED_FROM_NOW})
    ana.presses("0")
    assert ana.hears == ["closure", "after-closed"]


def test_a_closure_that_was_published_holds_in_the_next_process_too(published: World) -> None:
    ana = published.dials(language="es")
    published.publish({**FILES, "closures.yaml": CLOSED_FROM_NOW})
    published.kill_and_restart()
    ana.presses("0")
    assert ana.hears == ["closure", "after-closed"]
    assert ana.hears_language == {"es"}


def test_a_closure_ends_when_the_agency_publishes_without_it(published: World) -> None:
    published.publish({**FILES, "closures.yaml": CLOSED_FROM_NOW})
    ana = published.dials(language="en")
    assert ana.hears == ["closure"]
    published.publish(FILES)
    ana.presses("0")
    assert "closure" not in ana.hears


def test_a_trial_that_serves_at_any_hour_is_closed_by_a_closure(published: World) -> None:
    published.center.always_open = True
    published.publish({**FILES, "closures.yaml": CLOSED_FROM_NOW})
    ana = published.dials(language="en")
    ana.presses("0")
    assert ana.call.phase == "ivr"


def test_what_cannot_be_used_changes_nothing(published: World) -> None:
    before = published.center.agency.version
    published.publish({**FILES, "tiers.yaml": b"tiers: [1, 2"})
    assert published.center.agency.version == before
    assert at_main_menu(published) == ["main-menu", "keys-everywhere"]
    published.publish(NEW_MENU)
    assert at_main_menu(published) == ["good-bye", "keys-everywhere"]


def test_while_the_database_is_away_the_agency_stays_as_it_is(published: World) -> None:
    before = published.center.agency.version
    published.do(_follow(published))
    published.store.away = True
    published.wait(seconds=3)
    assert published.center.agency.version == before
    published.store.away = False


def test_a_running_center_looks_each_second(published: World) -> None:
    published.do(_follow(published))
    bundles = published.store.bundles
    published.do(bundles.keep("v2", NEW_MENU))
    published.do(bundles.publish("v2", at=published.clock.now(), by="another process", note=""))
    published.wait(seconds=1)
    assert published.center.agency.version == "v2"


class SlowVoice(WrittenEditions):
    """Takes a minute to say the new prompts."""

    def __init__(self, world: World) -> None:
        super().__init__(world.store.bundles)
        self._clock = world.clock

    async def prepare(self, edition: Edition) -> None:
        await self._clock.sleep(60)


def test_calls_begin_with_a_new_flow_when_its_prompts_are_ready_and_a_closure_waits_for_none(
    published: World,
) -> None:
    published.center.editions = SlowVoice(published)
    published.publish(NEW_MENU)
    assert at_main_menu(published) == ["main-menu", "keys-everywhere"]
    published.publish({**NEW_MENU, "closures.yaml": CLOSED_FROM_NOW})
    assert at_main_menu(published) == ["closure"]
    published.wait(minutes=1.5)
    ana = published.dials(language="en")
    ana.listens()
    assert ana.hears == ["good-bye", "keys-everywhere"]


def test_what_is_taken_back_while_it_is_prepared_never_begins(published: World) -> None:
    published.center.editions = SlowVoice(published)
    published.publish(NEW_MENU)
    published.publish(FILES)
    published.wait(minutes=3)
    assert at_main_menu(published) == ["main-menu", "keys-everywhere"]


async def _follow(world: World) -> None:
    follow(world.center)


def test_staff_who_are_gone_are_presented_no_call(published: World) -> None:
    published.ready("carla")
    without = changed("staff.yaml", "  - {user: carla,", "  - {user: cora,")
    published.publish(without)
    ana = published.dials(language="en")
    ana.presses("0")
    assert published.ringing == set()


def test_a_call_whose_bundle_is_lost_begins_again_with_the_newest_rather_than_being_dropped(
    world: World,
) -> None:
    ana = world.dials(language="en")  # with what was never published
    world.publish(changed("flow.yaml", "  main:\n    menu", "  elsewhere:\n    menu"))
    world.kill_and_restart()
    assert ana.hears == ["welcome", "welcome"]
    assert ana.hears_language == {"en", "es"}


@pytest.mark.clause("A8")
def test_facts_that_a_tier_may_not_see_any_more_leave_a_screen_that_is_open(published: World) -> None:
    views, ana = AgentViews(published.center), published.dials(language="en")
    carla = published.ready("carla")

    def seen() -> CallView:
        call = published.do(views.of(published.center.agency.staff[carla.id])).call
        assert call
        return call

    ana.chooses_a_person()
    carla.answers()
    carla.verifies("EAC2190012345", "Sample Applicant Ana", date(1985, 4, 12))
    assert seen().case
    published.publish(
        changed(
            "entitlements.cedar",
            'resource.class == "basic" &&\n  ["basic", "special"]',
            'resource.class == "basic" &&\n  ["special"]',
        )
    )
    assert seen().case is None
