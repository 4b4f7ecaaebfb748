"""The doors of the dialogue."""
