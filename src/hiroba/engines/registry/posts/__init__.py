"""Seats that people hold for a while: cases belong to the seat."""
