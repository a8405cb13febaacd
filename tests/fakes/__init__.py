"""Stand-ins for the outside world, each held to the contract of its port by the tests in `tests/contract`."""
