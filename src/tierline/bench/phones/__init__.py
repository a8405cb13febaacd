"""Many light telephones in one process: they ring, are rung, and say by their sound whose they are."""
