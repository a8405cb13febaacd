"""What is more than the center takes, as long as it is so: lines that are full, and calls at the door."""

from tierline.acd.capacity import FullLine
from tierline.acd.waiting import QueueName


class Overload:
    def __init__(self) -> None:
        self.lines: dict[QueueName, FullLine] = {}
