"""Gateways on this machine, to which the adapters really send."""
