"""What was asked of an office in a call, as the timeline tells of it."""

from tierline.calls import service_events as se
from tierline.calls.events import AnyEvent
from tierline.desk.views import words
from tierline.desk.views.said import Said
from tierline.ports.agency import Agency
from tierline.sentence import sentence


def of_a_request(agency: Agency, event: AnyEvent) -> Said:
    match event:
        case se.RequestCreated(number=number, office=office, agent=agent):
            made = sentence(
                "Made Service Request {number} for {office}",
                number=number,
                office=words.office_names(agency, office),
            )
            return agency.name_of(agent), made, "request"
        case se.RequestFollowedUp(number=number, office=office, agent=agent):
            added = sentence(
                "Followed up Service Request {number} at {office}",
                number=number,
                office=words.office_names(agency, office),
            )
            return agency.name_of(agent), added, "request"
        case se.CallerTold(number=number, office=office, agent=agent, asked=asked):
            to = words.office_names(agency, office)
            told = (
                sentence("Wrote down for {office} what it asked about {number}", office=to, number=number)
                if asked
                else sentence(
                    "Wrote down for {office} what the caller says to {number}", office=to, number=number
                )
            )
            return agency.name_of(agent), told, "request"
        case se.Referred(office=office, agent=agent):
            who = agency.name_of(agent) if agent else "center"
            return who, sentence("Referred to {office}", office=words.office_names(agency, office)), "request"
        case _:
            return None
