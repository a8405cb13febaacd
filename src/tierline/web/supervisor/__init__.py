"""For supervisors: every call."""
