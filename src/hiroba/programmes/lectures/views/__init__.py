"""Doors of the lectures room: for everyone, for teachers, for lecturers, for the staff."""
