"""Reads an agency's folder. What it says that cannot be used is one clear error with the file's name."""

from tierline.agency.folder import BadAgency, load
from tierline.agency.messages import Messages

__all__ = ["BadAgency", "Messages", "load"]
