"""An agency's flow as a picture, for the wall and for review."""
