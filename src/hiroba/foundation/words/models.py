"""Texts about things, one row for each language."""

from django.db import models
from django.db.models import Q

from hiroba.foundation.words.states import TextState


class Text(models.Model):
    """What one field of one thing says in one language, and from which source it was translated."""

    about = models.CharField(max_length=80)
    field = models.SlugField(max_length=40)
    language = models.CharField(max_length=20)
    text = models.TextField()
    state = models.CharField(max_length=12, choices=TextState, default=TextState.HUMAN)
    source_hash = models.CharField(max_length=64, blank=True)
    written_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    written_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["about", "field", "language"], name="one_text_for_each_language"
            ),
            models.CheckConstraint(
                condition=~Q(language="ja", text=""), name="japanese_is_never_empty"
            ),
            models.CheckConstraint(
                condition=Q(language="ja", source_hash="") | ~Q(language="ja") & ~Q(source_hash=""),
                name="a_translation_knows_its_source",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.about} {self.field} {self.language}"
