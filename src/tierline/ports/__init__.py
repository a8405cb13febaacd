"""The outside world as the rules and use cases see it. Each port names its errors; adapters and the twin are
subclasses of it."""
