"""What happened to a caller in line, as the timeline tells of it."""

from tierline.calls import line_events as le
from tierline.desk.views import words
from tierline.desk.views.said import Said
from tierline.ports.agency import Agency
from tierline.sentence import sentence


def of_the_line(agency: Agency, event: object) -> Said:
    match event:
        case le.CallerKnown(agents=agents):
            names = [agency.name_of(agent) for agent in agents]
            return "center", sentence("This number rang before, and spoke with {names}", names=names), "queue"
        case le.LineLeft(why="key", key=key, step=step):
            left = sentence(
                "Left the line by {key}: {step}; the age is kept", key=key, step=words.plain(step)
            )
            return "caller", left, "queue"
        case le.LineLeft(why="closing"):
            return (
                "center",
                sentence("Closed for the day with the caller in line, and said what is possible"),
                "queue",
            )
        case le.LineLeft():
            return "center", sentence("Closed at once while the caller was in line, and said why"), "queue"
        case le.ServedAfterHours():
            return (
                "center",
                sentence("Closed for the day; told the caller that they are still served"),
                "queue",
            )
        case le.LineFull(bound="waiting", most=most, waiting=waiting):
            full = sentence("The line was full: {n} waiting, and it takes {most}", n=waiting, most=most)
            return "center", full, "queue"
        case le.LineFull(most=most, waiting=waiting, minutes=minutes):
            full = sentence(
                "The line was full: a wait of {minutes} minutes with {n} waiting, and {most} is the longest",
                minutes="?" if minutes is None else minutes,
                n=waiting,
                most=most,
            )
            return "center", full, "queue"
        case _:
            return None
