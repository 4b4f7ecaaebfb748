"""The money of a project, each sum in its own currency."""

from django.db import models
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from hiroba.programmes.cooperation.projects.models.project import Project


class BudgetKind(TextChoices):
    BUDGET = "budget", _("予算")
    PLANNED = "planned", _("支払いの計画")


class ProjectBudget(models.Model):
    """Money set aside for a period, or meant to be paid in it."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="budgets")
    kind = models.CharField(max_length=8, choices=BudgetKind, default=BudgetKind.BUDGET)
    type = models.CharField(max_length=4, default="1")
    status = models.CharField(max_length=4, default="1")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    value = models.DecimalField(max_digits=20, decimal_places=2)
    currency = models.CharField(max_length=3)
    value_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["starts_on", "pk"]

    def __str__(self) -> str:
        return f"{self.starts_on} {self.currency} {self.value}"


class ProjectTransaction(models.Model):
    """Money promised, moved or spent on one day."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="transactions")
    type = models.CharField(max_length=4, blank=True)
    on = models.DateField()
    value = models.DecimalField(max_digits=20, decimal_places=2)
    currency = models.CharField(max_length=3)
    value_on = models.DateField(null=True, blank=True)
    description = models.CharField(max_length=1000, blank=True)
    provider_ref = models.CharField(max_length=100, blank=True)
    provider = models.CharField(max_length=300, blank=True)
    receiver_ref = models.CharField(max_length=100, blank=True)
    receiver = models.CharField(max_length=300, blank=True)
    ref = models.CharField(max_length=150, blank=True)

    class Meta:
        ordering = ["-on", "-pk"]
        indexes = [models.Index(fields=["project", "-on", "-id"], name="transaction_by_day")]

    def __str__(self) -> str:
        return f"{self.on} {self.currency} {self.value}"
