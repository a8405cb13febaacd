"""The policy played once against a running center: a real caller, staff at the API with desk phones."""
