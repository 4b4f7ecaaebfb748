"""The pages about materials: for everybody, and for officers."""
