"""Days and numbers in Japanese."""
