"""What happened to a caller in line, as the timeline tells of it."""

from tierline.calls import line_events as le
from tierline.desk.views import words
from tierline.desk.views.said import Said
from tierline.ports.agency import Agency


def of_the_line(agency: Agency, event: object) -> Said:
    match event:
        case le.CallerKnown(agents=agents):
            names = ", ".join(agency.name_of(agent) for agent in agents)
            return "center", f"This number rang before, and spoke with {names}", "queue"
        case le.LineLeft(why="key", key=key, step=step):
            return "caller", f"Left the line by {key}: {words.plain(step)}; the age is kept", "queue"
        case le.LineLeft(why="closing"):
            return (
                "center",
                "Closed for the day with the caller in line, and said what is possible",
                "queue",
            )
        case le.LineLeft():
            return "center", "Closed at once while the caller was in line, and said why", "queue"
        case le.ServedAfterHours():
            return "center", "Closed for the day; told the caller that they are still served", "queue"
        case le.LineFull(bound="waiting", most=most, waiting=waiting):
            return "center", f"The line was full: {waiting} waiting, and it takes {most}", "queue"
        case le.LineFull(most=most, waiting=waiting, minutes=minutes):
            told = f"a wait of {minutes} minutes with {waiting} waiting, and {most} is the longest"
            return "center", f"The line was full: {told}", "queue"
        case _:
            return None
