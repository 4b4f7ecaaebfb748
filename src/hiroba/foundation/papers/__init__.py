"""Papers to keep: receipts, certificates and editions as PDF/A that can be read aloud."""

from hiroba.foundation.papers.printing import printed

__all__ = ["printed"]
