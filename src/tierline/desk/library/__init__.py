"""The script library at work: scripts are written, approved by somebody else, and withdrawn."""
