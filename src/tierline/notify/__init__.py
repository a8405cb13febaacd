"""What sends callers something in writing, as `notifier.yaml` in the state folder says."""
