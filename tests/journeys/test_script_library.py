"""A script is written, approved by somebody else, read to a caller, and withdrawn."""

from datetime import datetime, timedelta
from typing import Any

import httpx
import msgspec
import pytest

from tests.journeys.test_web_serving_a_call import ANA, on_duty
from tests.journeys.web import Browser, Web
from tests.journeys.world import World
from tests.sample import AGENCY, load_agency
from tierline.agency.files import FolderFiles
from tierline.calls.names import AgentId
from tierline.calls.service_events import ScriptPresented
from tierline.desk.library.at_hand import follow_library
from tierline.desk.scripts_in_time import watch_scripts
from tierline.staff.person import Person

AT = "/api/library"
CARD_KIND = "non-receipt-card"
TRAVEL = f"{AT}/travel"
CARD = f"{AT}/card-not-received"
WORDING: dict[str, Any] = {
    "titles": {"en": "Travel while you wait", "es": "Viajar mientras espera"},
    "texts": {
        "en": "Your form {form} does not keep you from traveling inside the country.",
        "es": "Su formulario {form} no le impide viajar dentro del país.",
    },
    "topics": ["case-status"],
}


@pytest.fixture
def web() -> Any:
    agency = load_agency()
    pat = Person(user=AgentId("pat"), name="Pat Sample", role="approver", number="8003", employment="federal")
    world = World(agency=msgspec.structs.replace(agency, staff={**agency.staff, pat.user: pat}))
    with world:
        yield Web(world)


@pytest.fixture
def author(web: Web) -> Browser:
    return web.signed_in("author")


@pytest.fixture
def approver(web: Web) -> Browser:
    return web.signed_in("approver")


def good(answer: httpx.Response) -> dict[str, Any]:
    assert answer.status_code == 200, answer.text
    seen: dict[str, Any] = answer.json()
    return seen


def why(answer: httpx.Response) -> str:
    assert answer.status_code == 409, answer.text
    return str(answer.json()["error"])


def submitted(author: Browser, **changed: object) -> int:
    """The revision of a new script that lies with the approvers."""
    seen = good(author.post(f"{AT}/", {"id": "travel", "wording": {**WORDING, **changed}}))
    revision = int(seen["draft"]["revision"])
    good(author.post(f"{TRAVEL}/draft/submit", {"seen": revision}))
    return revision


def approved(author: Browser, approver: Browser, **changed: object) -> None:
    good(approver.post(f"{TRAVEL}/approve", {"seen": submitted(author, **changed)}))


def in_a_call(web: Web) -> Browser:
    carla = on_duty(web, "carla")
    web.world.dials(language="en").chooses_a_person()
    web.world.switch.agent_answers(web.world.switch.ringing["carla"])
    web.world.settle()
    good(carla.post(carla.at_hand() + "/verification", ANA))
    return carla


def offered(browser: Browser) -> list[str]:
    return [script["id"] for script in browser.sees()["call"]["scripts"]]


@pytest.mark.clause("A9")
def test_what_an_author_wrote_and_an_approver_approved_is_read_and_on_record(
    web: Web, author: Browser, approver: Browser
) -> None:
    carla = in_a_call(web)
    submitted_revision = submitted(author)
    assert "travel" not in offered(carla)
    page = good(approver.post(f"{TRAVEL}/approve", {"seen": submitted_revision}))
    assert [(v["version"], v["standing"], v["author"], v["approver"]) for v in page["versions"]] == [
        (1, "in_force", "Ada Sample", "Paul Sample")
    ]
    assert "travel" in offered(carla)
    found = carla.get(carla.at_hand() + "/scripts?words=viaj").json()["scripts"]
    assert [script["id"] for script in found] == ["travel"]
    read = good(carla.post(carla.at_hand() + "/scripts", {"script": "travel"}))["presented"][-1]
    assert read["text"] == "Your form I-130 does not keep you from traveling inside the country."
    call = web.world.do(web.world.store.recent_calls(1))[0]
    event = next(
        r.event
        for r in web.world.do(web.world.store.timeline(call.id))
        if isinstance(r.event, ScriptPresented)
    )
    assert (event.script, event.version) == ("travel", 1)


@pytest.mark.clause("A9")
def test_one_that_is_withdrawn_is_gone_from_the_screen_on_which_it_is_being_read(
    web: Web, author: Browser, approver: Browser
) -> None:
    approved(author, approver)
    carla = in_a_call(web)
    good(carla.post(carla.at_hand() + "/scripts", {"script": "travel"}))
    assert "say why" in why(approver.post(f"{TRAVEL}/withdraw", {"version": 1, "reason": " "}))
    page = good(approver.post(f"{TRAVEL}/withdraw", {"version": 1, "reason": "The rule has changed."}))
    assert page["versions"][0]["standing"] == "withdrawn"
    read = carla.sees()["call"]["presented"][-1]
    assert (read["standing"], read["text"]) == ("withdrawn", "")
    assert "travel" not in offered(carla)
    assert carla.post(carla.at_hand() + "/scripts", {"script": "travel"}).status_code == 404
    assert "nothing to withdraw" in why(
        approver.post(f"{TRAVEL}/withdraw", {"version": 1, "reason": "again"})
    )


@pytest.mark.clause("A9")
def test_one_of_the_files_is_withdrawn_as_well_and_stays_so_until_a_newer_version(
    web: Web, author: Browser, approver: Browser
) -> None:
    web.world.publish(dict(FolderFiles(AGENCY)))
    carla = in_a_call(web)
    good(approver.post(f"{CARD}/withdraw", {"version": 2, "reason": "wrong address"}))
    assert "card-not-received" not in offered(carla)
    web.world.publish({**FolderFiles(AGENCY), "closures.yaml": b"closures: []\n"})
    assert "card-not-received" not in offered(carla)
    page = good(author.post(f"{CARD}/draft/again", {"version": 2}))
    revision = page["draft"]["revision"]
    good(author.post(f"{CARD}/draft/submit", {"seen": revision}))
    page = good(approver.post(f"{CARD}/approve", {"seen": revision}))
    assert [(v["version"], v["standing"], v["of_files"]) for v in page["versions"]] == [
        (3, "in_force", False),
        (2, "withdrawn", False),
    ]
    assert "card-not-received" in offered(carla)


def test_what_another_process_withdrew_is_presented_to_nobody(
    web: Web, author: Browser, approver: Browser
) -> None:
    """Its library is the same, and it has not told us."""
    approved(author, approver)
    carla = in_a_call(web)
    shelf = web.world.center.in_force
    before, as_of = shelf.library, shelf.library_as_of
    good(approver.post(f"{TRAVEL}/withdraw", {"version": 1, "reason": "wrong"}))
    shelf.library, shelf.library_as_of = before, as_of
    shelf.shelve((), as_of)
    assert "travel" in offered(carla)
    assert carla.post(carla.at_hand() + "/scripts", {"script": "travel"}).status_code == 404
    assert "travel" not in offered(carla)


@pytest.mark.clause("A9")
def test_nobody_approves_what_they_wrote_whatever_they_send(web: Web, approver: Browser) -> None:
    seen = good(approver.post(f"{AT}/", {"id": "travel", "wording": WORDING}))["draft"]["revision"]
    page = good(approver.post(f"{TRAVEL}/draft/submit", {"seen": seen}))
    assert page["draft"]["why_not"]["template"].startswith("you wrote in this draft")
    assert "somebody else" in why(approver.post(f"{TRAVEL}/approve", {"seen": seen}))
    assert good(web.signed_in("pat").post(f"{TRAVEL}/approve", {"seen": seen}))["draft"] is None


@pytest.mark.clause("A9")
def test_an_author_approves_nothing(author: Browser) -> None:
    revision = submitted(author)
    for act, body in (
        ("approve", {"seen": revision}),
        ("send-back", {"seen": revision, "reason": "no"}),
        ("withdraw", {"version": 1, "reason": "no"}),
    ):
        assert author.post(f"{TRAVEL}/{act}", body).status_code == 403


@pytest.mark.parametrize("user", ["carla", "olga", "selma", "clerk-newark"])
def test_the_library_is_for_authors_and_approvers_alone(web: Web, user: str) -> None:
    browser = web.signed_in(user)
    assert browser.get(f"{AT}/").status_code == 403
    assert browser.post(f"{AT}/", {"id": "travel", "wording": WORDING}).status_code == 403
    assert web.browser().get(f"{AT}/").status_code == 401


@pytest.mark.clause("A9")
def test_an_author_who_edits_while_the_approver_looks_is_not_approved_unseen(
    author: Browser, approver: Browser
) -> None:
    seen = submitted(author)
    assert "take it back" in why(author.post(f"{TRAVEL}/draft", {"seen": seen, "wording": WORDING}))
    good(author.post(f"{TRAVEL}/draft/take-back"))
    assert "its authors have it" in why(approver.post(f"{TRAVEL}/approve", {"seen": seen}))
    changed = {**WORDING, "texts": {"en": "Stay {form}.", "es": "Quédese {form}."}}
    later = good(author.post(f"{TRAVEL}/draft", {"seen": seen, "wording": changed}))["draft"]["revision"]
    good(author.post(f"{TRAVEL}/draft/submit", {"seen": later}))
    assert "changed since you looked" in why(approver.post(f"{TRAVEL}/approve", {"seen": seen}))
    good(approver.post(f"{TRAVEL}/approve", {"seen": later}))


@pytest.mark.clause("A9")
def test_of_two_who_approve_at_once_one_is_told_that_it_is_done(
    web: Web, author: Browser, approver: Browser
) -> None:
    seen = submitted(author)
    answers = approver.post_at_once(f"{TRAVEL}/approve", [{"seen": seen}, {"seen": seen}])
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    refused = next(answer for answer in answers if answer.status_code == 409)
    assert "nothing to approve here any more" in why(refused)
    assert len(good(author.get(TRAVEL))["versions"]) == 1


def test_what_is_sent_back_tells_the_author_why(author: Browser, approver: Browser) -> None:
    seen = submitted(author)
    assert "what is to be mended" in why(approver.post(f"{TRAVEL}/send-back", {"seen": seen, "reason": ""}))
    good(approver.post(f"{TRAVEL}/send-back", {"seen": seen, "reason": "Say it in one sentence."}))
    page = good(author.get(TRAVEL))
    assert (page["draft"]["submitted"], page["draft"]["sent_back"]) == (False, "Say it in one sentence.")
    assert good(author.get(f"{AT}/"))["scripts"][0]["draft"] == "sent_back"


def test_two_authors_do_not_write_over_one_another(web: Web, author: Browser) -> None:
    seen = good(author.post(f"{AT}/", {"id": "travel", "wording": WORDING}))["draft"]["revision"]
    other = web.signed_in("pat")
    good(other.post(f"{TRAVEL}/draft", {"seen": seen, "wording": WORDING}))
    assert "somebody else has saved" in why(
        author.post(f"{TRAVEL}/draft", {"seen": seen, "wording": WORDING})
    )
    assert "of this name already" in why(author.post(f"{AT}/", {"id": "travel", "wording": WORDING}))
    assert "of this name already" in why(author.post(f"{AT}/", {"id": "case-status", "wording": WORDING}))
    assert "small letters" in why(author.post(f"{AT}/", {"id": "../etc", "wording": WORDING}))


@pytest.mark.clause("A9")
def test_what_is_to_be_mended_is_told_while_writing_and_keeps_it_from_the_approvers(author: Browser) -> None:
    unsound = {**WORDING, "texts": {"en": "Your {shoe_size} fits."}}
    told = good(author.post(f"{AT}/proof", unsound))
    assert {".".join(fault["path"]) for fault in told["faults"]} == {"texts.es", "texts"}
    seen = good(author.post(f"{AT}/", {"id": "travel", "wording": unsound}))["draft"]["revision"]
    assert "2 things are to be mended" in why(author.post(f"{TRAVEL}/draft/submit", {"seen": seen}))


def test_an_author_sees_how_it_reads_of_a_sample_case_and_how_hard_it_is(author: Browser) -> None:
    told = good(author.post(f"{AT}/proof", WORDING))
    assert told["faults"] == []
    previews = {preview["language"]: preview["text"] for preview in told["previews"]}
    assert previews["es"] == "Su formulario I-90 no le impide viajar dentro del país."
    scales = {one["language"]: one["reads"]["scale"] for one in told["measured"]}
    assert scales == {"en": "flesch_kincaid", "es": "inflesz"}
    assert all(one["reads"]["seconds"] > 2 for one in told["measured"])


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
