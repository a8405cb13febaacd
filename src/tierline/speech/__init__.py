"""What callers hear: an agency's own recordings, else the embedded voice, always as 8 kHz WAV files."""
