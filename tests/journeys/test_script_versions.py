"""Versions of a script: each from its time to its end, compared, put forward again, as files."""

from datetime import datetime, timedelta

import pytest

from tests.journeys.script_library import (
    AT,
    CARD_KIND,
    TRAVEL,
    WORDING,
    approved,
    approver,
    author,
    good,
    in_a_call,
    offered,
    submitted,
    web,
    why,
)
from tests.journeys.web import Browser, Web
from tests.sample import AGENCY
from tierline.agency.files import FolderFiles
from tierline.desk.library.at_hand import follow_library
from tierline.desk.scripts_in_time import watch_scripts

__all__ = ["approver", "author", "web"]


@pytest.mark.clause("A9")
def test_a_version_takes_effect_and_expires_at_its_time_by_the_clock_of_the_center(
    web: Web, author: Browser, approver: Browser
) -> None:
    watch_scripts(web.world.center)
    now = web.world.center.clock.now()
    begins, ends = now + timedelta(minutes=10), now + timedelta(minutes=20)
    approved(author, approver, effective_from=begins.isoformat(), expires=ends.isoformat())
    carla = in_a_call(web)
    [listed] = [one for one in good(author.get(f"{AT}/"))["scripts"] if one["id"] == "travel"]
    assert (listed["standing"], listed["version"]) == ("scheduled", 0)
    assert "travel" not in offered(carla)
    web.world.wait(minutes=10)
    assert "travel" in offered(carla)
    web.world.wait(minutes=10)
    assert "travel" not in offered(carla)
    [version] = good(author.get(TRAVEL))["versions"]
    assert version["standing"] == "expired"


def test_a_version_that_has_not_begun_is_called_off_and_the_one_before_goes_on(
    web: Web, author: Browser, approver: Browser
) -> None:
    approved(author, approver)
    begins = (web.world.center.clock.now() + timedelta(minutes=10)).isoformat()
    saved = good(
        author.post(f"{TRAVEL}/draft", {"seen": 0, "wording": {**WORDING, "effective_from": begins}})
    )
    seen = saved["draft"]["revision"]
    good(author.post(f"{TRAVEL}/draft/submit", {"seen": seen}))
    good(approver.post(f"{TRAVEL}/approve", {"seen": seen}))
    good(approver.post(f"{TRAVEL}/withdraw", {"version": 2, "reason": "too early"}))
    web.world.wait(minutes=11)
    standings = {v["version"]: v["standing"] for v in good(author.get(TRAVEL))["versions"]}
    assert standings == {1: "in_force", 2: "called_off"}
    again = good(author.post(f"{TRAVEL}/draft", {"seen": 0, "wording": WORDING}))["draft"]["revision"]
    good(author.post(f"{TRAVEL}/draft/submit", {"seen": again}))
    page = good(approver.post(f"{TRAVEL}/approve", {"seen": again}))
    assert page["versions"][0]["version"] == 3


def test_a_clock_that_is_set_back_turns_no_history_round(
    web: Web, author: Browser, approver: Browser
) -> None:
    seen = submitted(author)
    web.world.clock.set_back(timedelta(hours=1))
    page = good(approver.post(f"{TRAVEL}/approve", {"seen": seen}))
    moments = [datetime.fromisoformat(one["at"]) for one in page["happened"]]
    assert moments == sorted(moments, reverse=True)
    assert page["versions"][0]["standing"] == "in_force"


@pytest.mark.clause("A9")
def test_a_draft_is_compared_word_by_word_with_what_is_in_force(author: Browser, approver: Browser) -> None:
    approved(author, approver)
    texts = {**WORDING["texts"], "es": "Su formulario {form} no le impide viajar en avión dentro del país."}
    page = good(author.post(f"{TRAVEL}/draft", {"seen": 0, "wording": {**WORDING, "texts": texts}}))
    [difference] = page["draft"]["differences"]
    assert (difference["language"], page["draft"]["against"]) == ("es", 1)
    assert {"of": "now", "text": "en avión "} in difference["pieces"]


def test_any_two_versions_are_compared_and_an_older_one_put_forward_again(
    author: Browser, approver: Browser
) -> None:
    approved(author, approver)
    texts = {"en": "Yes, {form}.", "es": "Sí, {form}."}
    seen = good(author.post(f"{TRAVEL}/draft", {"seen": 0, "wording": {**WORDING, "texts": texts}}))
    revision = seen["draft"]["revision"]
    good(author.post(f"{TRAVEL}/draft/submit", {"seen": revision}))
    good(approver.post(f"{TRAVEL}/approve", {"seen": revision}))
    compared = good(author.get(f"{TRAVEL}/differences?before=2&after=1"))["differences"]
    assert {(one["part"], one["language"]) for one in compared} == {("text", "en"), ("text", "es")}
    assert author.get(f"{TRAVEL}/differences?before=1&after=9").status_code == 404
    page = good(author.post(f"{TRAVEL}/draft/again", {"version": 1}))
    assert page["draft"]["wording"]["texts"] == WORDING["texts"]
    assert (page["happened"][0]["did"], page["happened"][0]["words"]) == ("put_forward", "")


def test_a_draft_that_is_given_up_is_gone_and_stays_on_record(author: Browser) -> None:
    seen = good(author.post(f"{AT}/", {"id": "travel", "wording": WORDING}))["draft"]["revision"]
    assert author.delete(f"{TRAVEL}/draft?seen={seen}").status_code == 204
    page = good(author.get(TRAVEL))
    assert (page["draft"], page["happened"][0]["did"]) == (None, "dropped")
    assert "no draft" in why(author.delete(f"{TRAVEL}/draft?seen={seen}"))
    assert "travel" not in [one["id"] for one in good(author.get(f"{AT}/"))["scripts"]]
    again = good(author.post(f"{AT}/", {"id": "travel", "wording": WORDING}))
    assert again["draft"]["revision"] > seen


@pytest.mark.clause("A9")
def test_what_is_in_force_goes_out_as_files_and_comes_in_as_a_draft_of_the_same(
    web: Web, author: Browser, approver: Browser
) -> None:
    approved(author, approver)
    text = author.get(f"{TRAVEL}/file?version=1").text
    assert "there is nothing to import" in why(author.post(f"{AT}/files", {"text": text}))
    page = good(author.post(f"{AT}/files", {"text": text.replace("traveling", "going about")}))
    assert "going about" in page["draft"]["wording"]["texts"]["en"]
    assert "Ada Sample" in page["draft"]["writers"]
    assert "already" in why(author.post(f"{AT}/files", {"text": text.replace("traveling", "flying")}))
    away = text.replace("id: travel", "id: ../../travel")
    assert "small letters" in why(author.post(f"{AT}/files", {"text": away}))
    assert "line 1" in why(author.post(f"{AT}/files", {"text": "id: [not, a, script]"}))
    assert author.get(f"{AT}/files").content[:2] == b"PK"


def test_whoever_a_file_names_as_its_author_does_not_approve_it(author: Browser, approver: Browser) -> None:
    text = (AGENCY / "scripts" / "case-status.yaml").read_text()
    changed = text.replace("author: author", "author: x").replace("approver: approver", "approver: author")
    changed = changed.replace("author: x", "author: approver").replace("The last change", "The latest change")
    page = good(author.post(f"{AT}/files", {"text": changed}))
    seen = page["draft"]["revision"]
    good(author.post(f"{AT}/case-status/draft/submit", {"seen": seen}))
    assert "somebody else" in why(approver.post(f"{AT}/case-status/approve", {"seen": seen}))


def test_a_library_that_is_away_is_taken_up_when_it_is_back(
    web: Web, author: Browser, approver: Browser
) -> None:
    approved(author, approver)
    web.world.kill_and_restart()
    follow_library(web.world.center)
    web.world.store.away = True
    web.world.wait(seconds=2)
    web.world.store.away = False
    web.world.wait(seconds=1)
    assert [one.version for one in web.world.center.agency.scripts if one.id == "travel"] == [1]


@pytest.mark.clause("A9")
def test_a_fact_with_markup_or_braces_is_read_as_it_is(author: Browser) -> None:
    words = "<b>{form}</b> & {form}"
    told = good(author.post(f"{AT}/proof", {**WORDING, "texts": {"en": words, "es": words}}))
    assert told["faults"] == []
    assert told["previews"][0]["text"].startswith("<b>I-")


def test_words_nobody_would_listen_to_are_refused(author: Browser) -> None:
    long = {**WORDING, "texts": {"en": "word " * 1000, "es": "palabra"}}
    assert "at most 4000" in why(author.post(f"{AT}/", {"id": "travel", "wording": long}))
    steps = [{"id": f"s{n}", "says": {"en": "a"}, "next": "resolve"} for n in range(61)]
    guide = {"titles": WORDING["titles"], "steps": steps}
    assert "at most 60 steps" in why(author.post(f"{AT}/", {"id": "travel", "wording": guide}))


def test_what_the_folder_breaks_of_a_script_in_force_is_marked(
    web: Web, author: Browser, approver: Browser
) -> None:
    web.world.publish(dict(FolderFiles(AGENCY)))
    approved(author, approver, next="request:non-receipt-card")

    def mend() -> int:
        listed = good(author.get(f"{AT}/"))["scripts"]
        return next(int(one["mend"]) for one in listed if one["id"] == "travel")

    assert mend() == 0
    kinds = FolderFiles(AGENCY)["request-kinds.yaml"].decode()
    web.world.publish({**FolderFiles(AGENCY), "request-kinds.yaml": kinds.replace(CARD_KIND, "x").encode()})
    assert mend() == 1
