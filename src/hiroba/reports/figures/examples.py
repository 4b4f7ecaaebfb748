"""The figures' part of the story: what was published before our records begin."""

from hiroba.foundation.actors import IMPORTER
from hiroba.reports.figures import actions


def published_figures() -> int:
    """All published values are there; asking twice changes nothing."""
    return actions.load_published(by=IMPORTER)


def tell() -> None:
    """The figures are known before the story begins."""
    published_figures()
