"""Practice: agents take calls of simulated callers, and nothing of it leaves their desk."""
