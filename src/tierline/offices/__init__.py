"""Where matters are settled: the directory of offices, who serves which residence, and when each is open."""
