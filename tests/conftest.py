"""For all tests: each one with a clause of the policy is on record (`tierline conformance`)."""

pytest_plugins = ["tests.conformance.plugin"]
