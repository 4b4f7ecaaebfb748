"""The desk on which staff find what waits for them; it looks and never acts."""
