"""What agents practise with: the agency's cases, and how what was done compares with what was expected."""
