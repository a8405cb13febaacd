"""Automatic call distribution: agent states, and which ready agent is presented which waiting caller."""
