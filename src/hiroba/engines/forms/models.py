"""Versions of forms, documents being written, and the revisions that were handed in."""

from functools import cached_property
from typing import Any

from django.db import models

from hiroba.engines.forms.definitions import Definition, parse

_definitions: dict[str, Definition] = {}


class FormVersion(models.Model):
    """A form as it was published; the database refuses to change it."""

    code = models.SlugField(max_length=60)
    no = models.PositiveSmallIntegerField()
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    published_at = models.DateTimeField()

    class Meta:
        ordering = ["code", "no", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["code", "no"], name="form_version_numbered_once"),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def ref(self) -> str:
        return f"{self.code}-{self.no}"

    @cached_property
    def definition(self) -> Definition:
        """Parsed once in each process, for a published version never changes."""
        if self.sha256 not in _definitions:
            _definitions[self.sha256] = parse(self.content)
        return _definitions[self.sha256]


class Document(models.Model):
    """Answers being written: every field as it was typed, understood or not."""

    ref = models.CharField(max_length=20, unique=True)
    form_version = models.ForeignKey(
        FormVersion, on_delete=models.PROTECT, related_name="documents"
    )
    answers = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=0)
    updated_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    updated_at = models.DateTimeField()
    # What queries have made of these answers in this language; kept with the document in hand only.
    read_as: tuple[tuple[str, str | None], dict[str, Any]] | None = None

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.ref


class Revision(models.Model):
    """A document as it was handed in: what was meant, sealed by its hash, never changed."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="revisions")
    form_version = models.ForeignKey(FormVersion, on_delete=models.PROTECT, related_name="+")
    no = models.PositiveSmallIntegerField()
    answers = models.JSONField()
    sha256 = models.CharField(max_length=64)
    author = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    reason = models.CharField(max_length=20)
    received_at = models.DateTimeField()

    class Meta:
        ordering = ["document", "no", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["document", "no"], name="revision_numbered_once"),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def ref(self) -> str:
        return f"{self.document.ref}-{self.no}"
