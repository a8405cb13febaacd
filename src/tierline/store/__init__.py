"""Calls, requests and personal values in a SQL database: SQLite on one machine."""
