"""What officers type when they bring a list and mend its rows."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from hiroba.engines.registry.imports.columns import COLUMNS
from hiroba.foundation.web.forms import ActionForm


class ListForm(ActionForm):
    upload = forms.FileField(
        label=gettext_lazy("ファイル"),
        help_text=gettext_lazy(
            "CSV(UTF-8かShift_JIS)かExcel(.xlsx)、10MB・20,000行まで。"
            "「団体名」「法人格」「都道府県」の列が要ります。"
        ),
    )


class RowForm(ActionForm):
    """Every known column of a row as it was typed, with what is wrong said beside it."""

    def __init__(self, *args: Any, problems: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.problems = problems
        for column in sorted(COLUMNS, key=lambda one: one.key not in problems):
            self.fields[column.key] = forms.CharField(
                label=str(column.label),
                required=False,
                max_length=2000,
                help_text=problems.get(column.key, ""),
            )
