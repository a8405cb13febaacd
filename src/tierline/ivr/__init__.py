"""The interactive voice response: an agency's flow as data, and its interpreter, which returns effects and
waits."""
