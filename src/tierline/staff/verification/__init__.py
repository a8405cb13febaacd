"""How a caller is recognised: the agency's questions, and when an answer is right."""
