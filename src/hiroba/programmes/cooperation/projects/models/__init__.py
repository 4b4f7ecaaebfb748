"""What exists: projects, their places, partners, money, documents and reported results; imports."""

from hiroba.programmes.cooperation.projects.models.imports import ImportRun
from hiroba.programmes.cooperation.projects.models.money import ProjectBudget, ProjectTransaction
from hiroba.programmes.cooperation.projects.models.parts import (
    Heading,
    ProjectCountry,
    ProjectDocument,
    ProjectLocation,
    ProjectPartner,
    ProjectSector,
)
from hiroba.programmes.cooperation.projects.models.project import Project
from hiroba.programmes.cooperation.projects.models.results import (
    ReportedIndicator,
    ReportedPeriod,
    ReportedResult,
)

__all__ = [
    "Heading",
    "ImportRun",
    "Project",
    "ProjectBudget",
    "ProjectCountry",
    "ProjectDocument",
    "ProjectLocation",
    "ProjectPartner",
    "ProjectSector",
    "ProjectTransaction",
    "ReportedIndicator",
    "ReportedPeriod",
    "ReportedResult",
]
