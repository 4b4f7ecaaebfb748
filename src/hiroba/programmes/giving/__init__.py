"""Gifts from promise to receipt, and the way of every yen."""
