"""Where a project works, on what, with whom, and under which headings it is listed."""

from django.db import models
from django.db.models import Q

from hiroba.programmes.cooperation.projects.models.project import Project


class ProjectCountry(models.Model):
    """A country the project works in, and its part of the whole."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="countries")
    country = models.ForeignKey("places.Country", on_delete=models.PROTECT, related_name="+")
    percentage = models.DecimalField(max_digits=7, decimal_places=4, null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "country"], name="project_names_a_country_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.project_id} {self.country_id}"


class ProjectSector(models.Model):
    """What the project is about, by the code of a list."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="sectors")
    vocabulary = models.CharField(max_length=4, default="1")
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=300, blank=True)
    percentage = models.DecimalField(max_digits=7, decimal_places=4, null=True, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.code


class ProjectPartner(models.Model):
    """Somebody who takes part, in one of the four roles of IATI."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="partners")
    role = models.CharField(max_length=4, blank=True)
    name = models.CharField(max_length=300, blank=True)
    identifier = models.CharField(max_length=120, blank=True)
    type = models.CharField(max_length=4, blank=True)
    body = models.ForeignKey(
        "people.Body", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name or self.identifier


class ProjectLocation(models.Model):
    """A place the project reaches."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="locations")
    name = models.CharField(max_length=300, blank=True)
    description = models.CharField(max_length=1000, blank=True)
    latitude = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None)
                | Q(
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__range=(-180, 180),
                ),
                name="location_lies_on_earth_or_is_only_named",
            )
        ]

    def __str__(self) -> str:
        return self.name


class ProjectDocument(models.Model):
    """A link to something to read elsewhere."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="documents")
    url = models.CharField(max_length=1000)
    title = models.CharField(max_length=400, blank=True)
    format = models.CharField(max_length=80, blank=True)
    languages = models.CharField(max_length=40, blank=True)
    categories = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title or self.url


class Heading(models.Model):
    """One heading under which a project stands in the lists: `country:KE`, `year:2023`.

    Filters are headings, so that a list of 100,000 is opened by one index whatever is asked.
    """

    project = models.ForeignKey(
        Project, on_delete=models.CASCADE, related_name="headings", db_index=False
    )
    name = models.CharField(max_length=40)
    listed_on = models.DateField()

    class Meta:
        ordering = ["-listed_on", "-pk"]
        indexes = [models.Index(fields=["name", "-listed_on", "-id"], name="heading_in_order")]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "name"], name="project_stands_once_under_a_heading"
            )
        ]

    def __str__(self) -> str:
        return self.name
