"""For authors and approvers of scripts."""
