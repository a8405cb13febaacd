"""The center on a virtual clock: the outside world in memory, each part held to the contract of its port."""
