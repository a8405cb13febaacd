"""The outside world as the rules and use cases see it. Each port names its errors; fakes subclass it."""
