"""Finds everything in an agency's folder that could strand or mislead a caller, before a caller hears it."""
