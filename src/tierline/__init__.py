"""Tierline: the phone contact center of a public agency, as software one can run oneself."""
