"""A script is written, approved by somebody else, read to a caller, and withdrawn."""

import pytest

from tests.journeys.script_library import (
    AT,
    CARD,
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
from tierline.calls.service_events import ScriptPresented

__all__ = ["approver", "author", "web"]


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
