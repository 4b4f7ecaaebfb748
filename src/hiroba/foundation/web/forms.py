"""Forms whose fields carry the names of an action's arguments."""

from collections.abc import Callable
from typing import Any, TypeVar

from django import forms

from hiroba.foundation.verdicts import Refused

R = TypeVar("R")


class ActionForm(forms.Form):
    """A form that hands what was typed to one action; nothing typed is lost by a refusal."""

    use_required_attribute = False

    def attempt(self, action: Callable[..., R], **known: Any) -> R | None:
        """Do the action with what was typed; a refusal becomes an error on the form."""
        if not self.is_valid():
            return None
        try:
            return action(**known, **self.cleaned_data)
        except Refused as refusal:
            self.add_error(None, refusal.reason)
            return None
