"""The API: the rooms' queries and actions for programs, under /api/v1/."""
