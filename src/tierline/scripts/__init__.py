"""Wording that the agency has approved for reading to callers: its versions, its approval, and the filling
of its blanks."""
