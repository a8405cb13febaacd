"""What is written of the agency's folder in docs/reference, made from the code that reads it."""
