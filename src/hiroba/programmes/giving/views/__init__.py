"""The doors of giving."""
