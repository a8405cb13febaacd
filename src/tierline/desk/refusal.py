"""A request that the rules do not allow."""


class Refused(Exception):
    """The message is a plain sentence that says why, and what to do instead."""


class NotFound(Exception):
    """There is no such thing, or not for this person: the two are not told apart."""
