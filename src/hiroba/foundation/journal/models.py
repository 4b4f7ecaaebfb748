"""What the journal holds."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models


class Record(models.Model):
    """Who did what to which thing, and when; never changed, never deleted."""

    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    hand = models.CharField(max_length=120)
    verb = models.CharField(max_length=80)
    subject = models.CharField(max_length=80)
    details = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    happened_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["subject", "-happened_at"], name="record_of_a_thing"),
            models.Index(fields=["verb", "-happened_at"], name="record_of_a_verb"),
        ]

    def __str__(self) -> str:
        return f"{self.happened_at:%Y-%m-%d %H:%M} {self.hand} {self.verb} {self.subject}"
