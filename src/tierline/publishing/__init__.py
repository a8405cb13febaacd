"""Publishes an agency's folder as an immutable bundle, and reads what was published for calls."""
