from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from tests.sample_agency import scripts
from tierline.scripts.finding import find, topics_changed
from tierline.scripts.script import Script, in_force

AT = datetime(2026, 11, 24, tzinfo=UTC)
DAY = timedelta(days=1)
NOTICE, *_ = (script for script in scripts() if script.id == "notice-not-received")
CARD = msgspec.structs.replace(
    NOTICE, id="card-not-received", topics=("case-status", "non-receipt-card", "card", "requests/card")
)


def change(script: Script = CARD, **changes: object) -> Script:
    return msgspec.structs.replace(script, **changes)


def found(*among: Script, topics: tuple[str, ...] = (), language: str = "en") -> list[tuple[str, int]]:
    usable = find(among, topics, at=AT, tier="1", language=language)
    return [(script.id, script.version) for script in usable]


@pytest.mark.clause("A9")
def test_only_a_published_script_between_its_effective_moment_and_its_expiry_is_in_force() -> None:
    assert in_force(CARD, AT)
    assert not in_force(change(status="draft"), AT)
    assert not in_force(change(status="withdrawn"), AT)
    assert in_force(change(effective_from=AT, expires=AT + DAY), AT)
    assert not in_force(change(effective_from=AT + DAY), AT)
    assert not in_force(change(expires=AT), AT)


@pytest.mark.clause("A9")
def test_nobody_approves_their_own_script() -> None:
    with pytest.raises(ValueError, match="its author may not approve it"):
        change(approver=CARD.author)


@pytest.mark.clause("A9")
def test_nothing_is_published_without_an_approver() -> None:
    with pytest.raises(ValueError, match="published without an approver"):
        change(approver=None)


def test_a_text_whose_blanks_are_not_the_scripts_variables_is_refused() -> None:
    with pytest.raises(ValueError, match="en text"):
        change(texts={"en": "Hello {name}."})


@pytest.mark.clause("A9")
def test_the_newest_version_in_effect_is_the_one_to_read() -> None:
    newer, future = change(version=2), change(version=3, effective_from=AT + DAY)
    assert found(newer, CARD, future) == [(CARD.id, 2)]


@pytest.mark.clause("A9")
def test_withdrawing_a_version_does_not_bring_back_the_one_before_it() -> None:
    assert found(CARD, change(version=2, status="withdrawn")) == []


@pytest.mark.clause("A9")
def test_a_tier_finds_only_scripts_it_is_allowed_to_read() -> None:
    assert found(change(allowed_tiers=("2",))) == []


@pytest.mark.clause("A9")
def test_a_script_without_a_text_in_the_callers_language_is_not_offered() -> None:
    assert found(change(texts={"en": CARD.texts["en"]}), language="es") == []


def test_the_script_that_shares_most_with_the_call_comes_first_and_none_is_left_out() -> None:
    general = change(id="general", topics=("case-status",))
    other = change(id="other", topics=("hours",))
    order = found(other, general, CARD, topics=("case-status", "card"))
    assert [script for script, _ in order] == ["card-not-received", "general", "other"]


@pytest.mark.clause("A9")
def test_the_sample_agencys_scripts_speak_both_languages_and_have_their_own_approver() -> None:
    published = [script for script in scripts() if script.status == "published"]
    assert len(published) >= 10
    for script in published:
        assert script.titles.keys() == {"en", "es"}
        assert all(script.speaks(language) for language in ("en", "es"))
        assert script.approver not in (None, script.author)


def test_a_draft_of_the_sample_agency_is_offered_to_nobody() -> None:
    assert "office-closures" not in dict(found(*scripts()))


CARDS = change(cases={"form": ("I-90", "I-765"), "status": ("card-mailed",)})
GENERAL = change(id="a-general-one", topics=CARD.topics)


def in_order(case: dict[str, str]) -> list[str]:
    usable = find((GENERAL, CARDS), CARD.topics, at=AT, tier="1", language="en", case=case)
    return [script.id for script in usable]


def test_a_script_for_such_a_case_comes_before_one_for_any() -> None:
    assert in_order({"form": "I-90", "status": "card-mailed"}) == ["card-not-received", "a-general-one"]


def test_a_script_for_another_case_comes_last() -> None:
    assert in_order({"form": "I-130"}) == ["a-general-one", "card-not-received"]


@pytest.mark.clause("A8")
def test_a_case_of_which_nothing_may_be_seen_changes_nothing_in_what_is_offered() -> None:
    assert in_order({}) == in_order({"zip": "07102"}) == ["a-general-one", "card-not-received"]


def test_a_topic_changed_when_the_newest_script_in_force_for_it_took_effect() -> None:
    among = [
        change(id="a", topics=("card", "mail"), effective_from=AT - 9 * DAY),
        change(id="b", topics=("card",), effective_from=AT - 2 * DAY),
        change(id="c", topics=("card",), effective_from=AT + DAY),
    ]
    assert topics_changed(among, AT) == {"card": AT - 2 * DAY, "mail": AT - 9 * DAY}
