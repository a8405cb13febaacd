"""More callers than the center carries: how many are served all the same, and what the others hear."""
