"""What an auditor looks for."""

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from hiroba.foundation.journal.models import Record


class SearchForm(forms.Form):
    """Narrow the journal."""

    verb = forms.CharField(label=_("したこと"), required=False, max_length=80)
    subject = forms.CharField(label=_("対象の番号"), required=False, max_length=80)
    hand = forms.CharField(label=_("だれが"), required=False, max_length=120)

    def narrow(self, records: "QuerySet[Record]") -> "QuerySet[Record]":
        """Only records that fit what was typed."""
        wanted = self.cleaned_data if self.is_valid() else {}
        if wanted.get("verb"):
            records = records.filter(verb__startswith=wanted["verb"])
        if wanted.get("subject"):
            records = records.filter(subject=wanted["subject"])
        if wanted.get("hand"):
            records = records.filter(hand__icontains=wanted["hand"])
        return records
