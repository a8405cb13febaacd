"""An agency's own golden cases: given keys, a time and answers of its systems, what a caller hears and what
becomes of the call."""
