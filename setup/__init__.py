"""Sets up a fresh machine. Standard library only: it runs before anything is installed."""
