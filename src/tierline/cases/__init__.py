"""Case systems, one module each."""
