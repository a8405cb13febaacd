"""What each viewer may see, built from the center and filtered by entitlement. The shapes are those of the
HTTP API."""
