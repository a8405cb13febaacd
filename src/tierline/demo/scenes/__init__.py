"""One module for each call that is played."""
