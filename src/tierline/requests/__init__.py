"""Service Requests: what kinds there are, which one office each goes to and why, and when an answer is
due."""
