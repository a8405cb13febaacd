"""The life of one call: what happened to it, what state that leaves it in, and what may happen next."""
