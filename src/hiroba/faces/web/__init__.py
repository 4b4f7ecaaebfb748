"""The frame of the house: its first page, what it tells about itself, and everybody's own page."""
