"""How long personal values are kept, and what keeps them for longer."""
