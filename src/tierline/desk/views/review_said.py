"""What a supervisor found of the words that a caller was told, as sentences: without the words."""

from tierline.calls import review_events as rv
from tierline.desk.views.said import Said
from tierline.ports.agency import Agency
from tierline.sentence import Sentence, sentence


def of_a_review(agency: Agency, event: object) -> Said:
    match event:
        case rv.Reviewed(by=by):
            return agency.name_of(by), _found(event, agency.name_of(event.agent)), "script"
        case rv.CorrectionSeen(agent=agent):
            return agency.name_of(agent), sentence("Read the correction"), "script"
        case rv.CorrectionPassedOn(by=by, number=number):
            added = sentence("Added the correction to Service Request {number}", number=number)
            return agency.name_of(by), added, "request"
        case _:
            return None


def _found(review: rv.Reviewed, name: str) -> Sentence:
    match review.verdict, review.fact:
        case "verified", "":
            return sentence("Verified what {name} told the caller", name=name)
        case "verified", _:
            return sentence("Verified a fact that {name} told the caller", name=name)
        case _, "":
            return sentence("Corrected what {name} told the caller", name=name)
        case _:
            return sentence("Corrected a fact that {name} told the caller", name=name)
