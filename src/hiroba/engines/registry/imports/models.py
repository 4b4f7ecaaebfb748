"""Lists of bodies that were handed in, row by row, as they were typed."""

from django.db import models
from django.db.models import Q

from hiroba.engines.registry.imports.states import Decision, RowState


class BodyImport(models.Model):
    """A file with bodies, kept until every row is taken in or known."""

    ref = models.CharField(max_length=12, unique=True)
    name = models.CharField(max_length=200)
    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    brought_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    brought_at = models.DateTimeField()

    class Meta:
        ordering = ["-brought_at", "-pk"]

    def __str__(self) -> str:
        return self.name


class BodyImportRow(models.Model):
    """One line: its cells as typed or mended, what is wrong with them, and what became of it."""

    list = models.ForeignKey(BodyImport, on_delete=models.CASCADE, related_name="rows")
    line = models.PositiveIntegerField()
    cells = models.JSONField(default=dict)
    problems = models.JSONField(default=dict)
    number_key = models.CharField(max_length=13, blank=True)
    name_key = models.CharField(max_length=130, blank=True)
    state = models.CharField(max_length=8, choices=RowState)
    alike = models.ForeignKey("people.Body", null=True, on_delete=models.PROTECT, related_name="+")
    decision = models.CharField(max_length=4, choices=Decision, blank=True, default=Decision.OPEN)
    body = models.ForeignKey("people.Body", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["line", "pk"]
        indexes = [models.Index(fields=["list", "state", "line"], name="import_rows_by_state")]
        constraints = [
            models.UniqueConstraint(fields=["list", "line"], name="import_line_stands_once"),
            models.CheckConstraint(
                condition=Q(state__in=[RowState.TAKEN, RowState.LINKED], body__isnull=False)
                | (~Q(state__in=[RowState.TAKEN, RowState.LINKED]) & Q(body=None)),
                name="import_row_is_settled_iff_it_has_a_body",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.line} {self.cells.get('name_ja', '')}"
