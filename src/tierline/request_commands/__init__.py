"""`tierline request …`: what an agency's files make of a matter, without a center."""
