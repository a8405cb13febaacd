"""For quality reviewers: what CSRs of their own site told callers."""
