"""Materials, their licences and files, the headings they stand under, and each download."""

from typing import Any

from django.db import models
from django.db.models import Q

from hiroba.programmes.materials.states import Grade, MaterialKind, MaterialState


class Licence(models.Model):
    """What one may do with a material, in words for a teacher, and where the whole text stands."""

    code = models.SlugField(max_length=30, unique=True)
    name_ja = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80)
    url = models.URLField(max_length=300, blank=True)
    allows_ja = models.CharField(max_length=300)
    allows_en = models.CharField(max_length=300)

    class Meta:
        ordering = ["code", "pk"]

    def __str__(self) -> str:
        return self.name_ja


class Material(models.Model):
    """Something to teach with."""

    ref = models.CharField(max_length=12, unique=True)
    title_ja = models.CharField(max_length=120)
    title_en = models.CharField(max_length=160, blank=True)
    summary_ja = models.TextField()
    summary_en = models.TextField(blank=True)
    kind = models.CharField(max_length=12, choices=MaterialKind)
    grades = models.JSONField(default=list)
    themes: "models.ManyToManyField[Any, Any]" = models.ManyToManyField(
        "themes.Theme", related_name="+", blank=True
    )
    countries: "models.ManyToManyField[Any, Any]" = models.ManyToManyField(
        "places.Country", related_name="+", blank=True
    )
    licence = models.ForeignKey(Licence, on_delete=models.PROTECT, related_name="+")
    authors = models.CharField(max_length=200)
    state = models.CharField(max_length=10, choices=MaterialState, default=MaterialState.DRAFT)
    published_on = models.DateField(null=True)
    withdrawn_on = models.DateField(null=True)
    withdrawn_because = models.CharField(max_length=300, blank=True)
    is_sample = models.BooleanField(default=False)
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=MaterialState.DRAFT, published_on=None)
                | (~Q(state=MaterialState.DRAFT) & Q(published_on__isnull=False)),
                name="material_is_published_iff_dated",
            ),
            models.CheckConstraint(
                condition=(
                    Q(state=MaterialState.WITHDRAWN, withdrawn_on__isnull=False)
                    & ~Q(withdrawn_because="")
                )
                | (~Q(state=MaterialState.WITHDRAWN) & Q(withdrawn_on=None, withdrawn_because="")),
                name="material_is_withdrawn_iff_dated_and_reasoned",
            ),
        ]

    def __str__(self) -> str:
        return self.title_ja

    @property
    def grade_names(self) -> list[str]:
        return [str(Grade(grade).label) for grade in self.grades]

    @property
    def is_open(self) -> bool:
        """Whether its files can be had."""
        return self.state == MaterialState.PUBLISHED


class MaterialFile(models.Model):
    """A file of a material, with a name that says what it is for."""

    material = models.ForeignKey(Material, on_delete=models.PROTECT, related_name="files")
    name_ja = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120, blank=True)
    stored = models.OneToOneField("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name_ja


class Heading(models.Model):
    """One heading under which a published material stands: `grade:junior_high`, `country:KE`."""

    material = models.ForeignKey(Material, on_delete=models.CASCADE, related_name="headings")
    name = models.CharField(max_length=40)
    published_on = models.DateField()

    class Meta:
        ordering = ["-published_on", "-pk"]
        indexes = [
            models.Index(fields=["name", "-published_on", "-id"], name="material_heading_in_order")
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["material", "name"], name="material_stands_once_under_a_heading"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Download(models.Model):
    """A file was saved by somebody on a day; nothing is kept about the person."""

    material = models.ForeignKey(Material, on_delete=models.PROTECT, related_name="downloads")
    file = models.ForeignKey(MaterialFile, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["on"], name="material_download_by_day")]

    def __str__(self) -> str:
        return f"{self.file_id} {self.on}"
