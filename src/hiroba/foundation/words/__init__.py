"""Texts in several languages: each with its state, and whether it is as fresh as its source."""

from hiroba.foundation.bilingual import said

__all__ = ["said"]
