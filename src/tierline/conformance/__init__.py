"""Which clauses of the policy are shown by passing tests, on the layers each one names, at this commit."""
