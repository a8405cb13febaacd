"""A telephone for tests and demonstrations: real SIP, audio and keys, and an ear that knows the prompts."""
