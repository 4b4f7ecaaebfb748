"""In which language the words of a project stand, so that they are read aloud rightly."""

from django.utils.translation import get_language

from hiroba.programmes.cooperation.projects.models import Project


def tongue_of(project: Project, field: str) -> str:
    """The language of the title or summary as it is shown; nothing when it is the page's own."""
    page = get_language() or "ja"
    if page == "en" and getattr(project, f"{field}_en"):
        return ""
    tongue = str(getattr(project, f"{field}_language"))
    return "" if tongue == page else tongue
