"""Adding a version of a journey."""

from django import forms
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.web.forms import ActionForm
from hiroba.programmes.journeys.policies import LONGEST


class VersionForm(ActionForm):
    """A journey as JSON, pasted or written."""

    content = forms.JSONField(
        label=_("内容(JSON)"),
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 18, "spellcheck": "false"}),
        help_text=_("公開中の版の内容を写し、直してから保存すると、新しい版になります。"),
    )
