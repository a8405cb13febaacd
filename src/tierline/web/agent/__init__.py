"""For those who serve callers: state, phone, live feed, and the call at hand."""
