"""The doors of proposals: everyone, the proposing bodies, and those who check and decide."""
