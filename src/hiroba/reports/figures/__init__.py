"""Numbers that can be followed to where they come from: published values, records, exclusions."""
