"""Figures and yearly editions: they read every room and never act on one."""
