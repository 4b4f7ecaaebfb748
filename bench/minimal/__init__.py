"""The least Django can do: one list with a template, one insert, one CSV; nothing else."""
