"""Queues with their promises, cases with what was said in them, and answers for everybody."""

import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.functional import Promise as Words

from hiroba.engines.enquiries.states import PUBLIC_LABELS, CaseState, FaqState
from hiroba.foundation import clock
from hiroba.foundation.bilingual import said


class Queue(models.Model):
    """Where questions are asked; its days are those of the offices of one country."""

    code = models.SlugField(max_length=20, unique=True)
    programme = models.SlugField(max_length=20)
    name_ja = models.CharField(max_length=120)
    name_en = models.CharField(max_length=160)
    calendar = models.CharField(max_length=2, default="JP")
    languages = models.JSONField(default=list)
    is_confidential = models.BooleanField(default=False)
    opened_at = models.DateTimeField()

    class Meta:
        ordering = ["code", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name_ja="") & ~Q(name_en=""), name="queue_has_a_name_in_both_languages"
            )
        ]

    def __str__(self) -> str:
        return said(self, "name")

    @property
    def ref(self) -> str:
        return f"queue:{self.code}"


class Promise(models.Model):
    """Within how many working days a queue answers, and comes to an end; the next is a version."""

    queue = models.ForeignKey(Queue, on_delete=models.PROTECT, related_name="promises")
    number = models.PositiveSmallIntegerField()
    answer_days = models.PositiveSmallIntegerField()
    solve_days = models.PositiveSmallIntegerField()
    promised_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    promised_at = models.DateTimeField()

    class Meta:
        ordering = ["queue", "number"]
        constraints = [
            models.UniqueConstraint(fields=["queue", "number"], name="queue_counts_its_promises"),
            models.CheckConstraint(
                condition=Q(answer_days__gte=1) & Q(solve_days__gte=F("answer_days")),
                name="queue_answers_before_it_solves",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.queue_id} v{self.number}"


class Topic(models.Model):
    """What questions to a programme are about; one case may have several."""

    programme = models.SlugField(max_length=20)
    code = models.SlugField(max_length=30)
    name_ja = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80)

    class Meta:
        ordering = ["programme", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "code"], name="topic_is_named_once_in_a_programme"
            )
        ]

    def __str__(self) -> str:
        return said(self, "name")


class CaseQuerySet(models.QuerySet["Case"]):
    def to_answer(self) -> Self:
        """Those in which the house has the next word, the first due first."""
        return self.filter(state=CaseState.WAITING).with_due().order_by("due_on", "pk")

    def with_due(self) -> Self:
        """Each with the day that counts now: of the first answer, then of the end."""
        asked = models.When(first_answer_at=None, then=F("first_answer_due_on"))
        return self.annotate(due_on=models.Case(asked, default=F("solution_due_on")))


class Case(models.Model):
    """A question somebody asked, until it has come to an end; its number never changes."""

    ref = models.CharField(max_length=40, unique=True)
    queue = models.ForeignKey(Queue, on_delete=models.PROTECT, related_name="cases")
    asked_in = models.ForeignKey(Queue, on_delete=models.PROTECT, related_name="+")
    fiscal_year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="+")
    subject = models.CharField(max_length=200)
    topics = models.ManyToManyField(Topic, related_name="+")
    language = models.CharField(max_length=12)
    asked_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    body = models.ForeignKey("people.Body", null=True, on_delete=models.PROTECT, related_name="+")
    guest_name = models.CharField(max_length=80, blank=True)
    guest_email = models.EmailField(blank=True)
    consent_public = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=CaseState, default=CaseState.WAITING)
    asked_at = models.DateTimeField()
    first_answer_due_on = models.DateField()
    solution_due_on = models.DateField()
    first_answer_at = models.DateTimeField(null=True)
    paused_on = models.DateField(null=True)
    resolved_at = models.DateTimeField(null=True)
    objects = CaseQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["queue", "state"], name="cases_of_a_queue_by_state")]
        constraints = [
            models.UniqueConstraint(
                fields=["asked_in", "fiscal_year", "number"], name="queue_counts_its_cases_by_year"
            ),
            models.CheckConstraint(
                condition=Q(asked_by__isnull=False, guest_name="", guest_email="")
                | Q(asked_by=None, body=None) & ~Q(guest_email=""),
                name="case_is_asked_by_somebody_known_or_a_guest_with_an_address",
            ),
            models.CheckConstraint(
                condition=Q(state=CaseState.PAUSED, paused_on__isnull=False)
                | ~Q(state=CaseState.PAUSED) & Q(paused_on=None),
                name="case_is_paused_iff_dated",
            ),
            models.CheckConstraint(
                condition=Q(state=CaseState.RESOLVED, resolved_at__isnull=False)
                | ~Q(state=CaseState.RESOLVED) & Q(resolved_at=None),
                name="case_is_resolved_iff_dated",
            ),
            models.CheckConstraint(
                condition=Q(solution_due_on__gte=F("first_answer_due_on"))
                | Q(first_answer_at__isnull=False),
                name="case_is_answered_before_it_is_solved",
            ),
        ]

    def __str__(self) -> str:
        return self.subject

    @property
    def next_due_on(self) -> datetime.date:
        """The day that counts now: of the first answer, then of the end."""
        return self.first_answer_due_on if self.first_answer_at is None else self.solution_due_on

    @property
    def is_late(self) -> bool:
        """Whether the house has the next word and the day lies behind us."""
        return self.state == CaseState.WAITING and self.next_due_on < clock.today()

    @property
    def public_state(self) -> "str | Words":
        """The state in the words of the one who asked."""
        return PUBLIC_LABELS[CaseState(self.state)]

    @property
    def asker(self) -> str:
        """Who asked, as the staff reads it."""
        return self.asked_by.name if self.asked_by else self.guest_name or self.guest_email


class Message(models.Model):
    """What was said in a case, to the one who asked or among the staff; only added."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="messages")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    language = models.CharField(max_length=12)
    translated_from = models.CharField(max_length=12, blank=True)
    is_internal = models.BooleanField(default=False)
    is_from_house = models.BooleanField(default=False)
    written_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["case", "number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="case_counts_its_messages"),
            models.CheckConstraint(condition=~Q(text=""), name="message_says_something"),
            models.CheckConstraint(
                condition=Q(is_from_house=True) | Q(is_internal=False),
                name="only_the_house_talks_internally",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.number}"


class FaqEntry(models.Model):
    """An answer for everybody, made from a case without names, and read by a second person."""

    ref = models.CharField(max_length=12, unique=True)
    queue = models.ForeignKey(Queue, on_delete=models.PROTECT, related_name="faq")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="faq")
    question_ja = models.CharField(max_length=300)
    question_en = models.CharField(max_length=300, blank=True)
    answer_ja = models.TextField()
    answer_en = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=FaqState, default=FaqState.DRAFT)
    drafted_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    approved_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(question_ja="") & ~Q(answer_ja=""), name="faq_asks_and_answers"
            ),
            models.CheckConstraint(
                condition=Q(state=FaqState.DRAFT, approved_by=None, approved_at=None)
                | Q(state=FaqState.APPROVED, approved_by__isnull=False, approved_at__isnull=False)
                & ~Q(approved_by=F("drafted_by")),
                name="faq_is_approved_by_a_second_person",
            ),
        ]

    def __str__(self) -> str:
        return said(self, "question")
