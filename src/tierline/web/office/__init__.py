"""For office clerks: the inbox of Service Requests."""
