"""For anyone: the front door, readiness, trial phones, the workspace's files."""
