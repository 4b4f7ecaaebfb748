"""The doors of the plaza."""
