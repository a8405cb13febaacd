"""The Switch on Asterisk, over ARI; the engine's process and configuration."""
