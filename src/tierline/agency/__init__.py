"""Reads an agency's files, from its folder or from a published bundle, and says all that is wrong in them."""

from tierline.agency.folder import load, read_all
from tierline.agency.messages import Messages
from tierline.agency.problem import BadAgency, Problem

__all__ = ["BadAgency", "Messages", "Problem", "load", "read_all"]
