"""How soon a free agent's phone rings, beside the engine's own `app_queue` on the same engine in one run."""
