"""What a supervisor found of the words that a caller was told, as sentences: without the words."""

from tierline.calls import review_events as rv
from tierline.desk.views.said import Said
from tierline.ports.agency import Agency


def of_a_review(agency: Agency, event: object) -> Said:
    match event:
        case rv.Reviewed(by=by, agent=agent, verdict=verdict, fact=fact):
            what = "a fact that" if fact else "what"
            did = "Verified" if verdict == "verified" else "Corrected"
            return agency.name_of(by), f"{did} {what} {agency.name_of(agent)} told the caller", "script"
        case rv.CorrectionSeen(agent=agent):
            return agency.name_of(agent), "Read the correction", "script"
        case rv.CorrectionPassedOn(by=by, number=number):
            return agency.name_of(by), f"Added the correction to Service Request {number}", "request"
        case _:
            return None
