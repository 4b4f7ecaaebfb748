"""What the outbox holds."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.letters.states import LetterState


class LetterQuerySet(models.QuerySet["Letter"]):
    def due(self, moment: datetime) -> "LetterQuerySet":
        """Waiting, not before their time, and in nobody's hands."""
        free = Q(lease_until=None) | Q(lease_until__lt=moment)
        return self.filter(free, state=LetterState.QUEUED, not_before__lte=moment)

    def in_state(self, state: str) -> "LetterQuerySet":
        """Letters in one state; every letter when none is named."""
        return self.filter(state=state) if state in LetterState.values else self


class Letter(models.Model):
    """A letter waiting in the outbox, sent, or one that could not be delivered."""

    ref = models.CharField(max_length=20, unique=True, editable=False)
    key = models.CharField(max_length=200, blank=True)
    kind = models.CharField(_("種類"), max_length=100)
    to = models.CharField(_("宛先"), max_length=254, blank=True)
    language = models.CharField(_("言語"), max_length=35)
    about = models.CharField(_("対象の番号"), max_length=80)
    subject = models.CharField(_("件名"), max_length=300)
    body = models.TextField(_("本文"))
    is_secret = models.BooleanField(default=False)
    state = models.CharField(
        _("状態"), max_length=10, choices=LetterState.choices, default=LetterState.QUEUED
    )
    attempts = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField()
    lease_until = models.DateTimeField(null=True)
    last_error = models.TextField(blank=True)
    message_id = models.CharField(max_length=200)
    queued_at = models.DateTimeField(_("書いた日時"))
    sent_at = models.DateTimeField(_("送った日時"), null=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["key"], condition=~Q(key=""), name="letter_key_is_used_once"
            ),
            models.CheckConstraint(
                condition=Q(state=LetterState.SENT, sent_at__isnull=False)
                | (~Q(state=LetterState.SENT) & Q(sent_at__isnull=True)),
                name="letter_sent_iff_dated",
            ),
            models.CheckConstraint(
                condition=Q(state=LetterState.DEAD) | ~Q(to=""),
                name="letter_without_address_is_dead",
            ),
        ]
        indexes = [
            models.Index(
                fields=["not_before"], condition=Q(state="queued"), name="letter_waiting_in_order"
            ),
            models.Index(fields=["about"], name="letter_about_a_thing"),
            models.Index(fields=["to"], name="letter_to_somebody"),
        ]

    def __str__(self) -> str:
        return f"{self.ref} {self.title}"

    @property
    def title(self) -> str:
        """The subject for eyes other than the reader's; a code to sign in may stand in it."""
        return gettext("ご本人だけへのお便り") if self.is_secret else self.subject
