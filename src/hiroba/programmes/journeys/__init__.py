"""A journey to relive, scene by scene, with a way out."""
