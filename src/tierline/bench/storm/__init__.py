"""Everybody comes back at once."""
