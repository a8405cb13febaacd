"""The use cases: each takes what happened, asks the rules, commits, and then acts through the ports."""
