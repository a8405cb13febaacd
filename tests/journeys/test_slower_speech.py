"""A caller who understands better at a slower pace."""

from tests.journeys.world import World


def test_a_caller_who_asks_for_slower_speech_hears_all_of_it_slower(world: World) -> None:
    ana = world.dials(language="en")
    usual = ana.hears
    assert ana.hears_language == {"en"}
    ana.presses("8")
    assert (ana.hears, ana.hears_language) == (usual, {"slow"})
    ana.presses("1")
    assert ana.hears_language == {"slow"}
    ana.presses("*8")
    assert ana.hears_language == {"en"}
