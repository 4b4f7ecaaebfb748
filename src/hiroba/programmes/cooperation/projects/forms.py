"""Looking for projects, bringing in a file, and writing down a reason."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from hiroba.engines.registry.places import queries as places
from hiroba.engines.registry.themes import queries as themes
from hiroba.foundation.calendar import fiscal_year_text
from hiroba.foundation.web.forms import ActionForm
from hiroba.foundation.words import said
from hiroba.programmes.cooperation.projects import tallies
from hiroba.programmes.cooperation.projects.policies import UPLOAD_MEGABYTES
from hiroba.programmes.cooperation.projects.queries import Wanted
from hiroba.programmes.cooperation.projects.states import Origin, Scheme

LONGEST = 100


class SearchForm(forms.Form):
    """The filters above the list; only what leads to a project is offered."""

    words = forms.CharField(
        label=_("ことば"),
        required=False,
        max_length=100,
        widget=forms.TextInput({"type": "search"}),
    )
    country = forms.ChoiceField(label=_("国"), required=False)
    sector = forms.ChoiceField(label=_("分野"), required=False)
    year = forms.ChoiceField(label=_("実施の年度"), required=False)
    kind = forms.ChoiceField(label=_("事業の種類"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        counts = tallies.tally()
        self._offer("country", countries_offered(counts))
        self._offer("sector", sectors_offered(counts))
        self._offer("year", years_offered(counts))
        self._offer("kind", kinds_offered(counts))

    def _offer(self, name: str, choices: list[tuple[Any, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("すべて")), *choices]

    def wanted(self, body: str = "") -> Wanted:
        """What is looked for, as typed: what leads to nothing shows an empty list."""
        kind = self._typed("kind")
        return Wanted(
            country=self._typed("country"),
            sector=self._typed("sector"),
            year=self._typed("year"),
            body=body[:LONGEST],
            origin=kind if kind in Origin.values else "",
            scheme=kind if kind not in Origin.values else "",
            words=self._typed("words"),
        )

    def _typed(self, name: str) -> str:
        return str(self.data.get(name, "")).strip().replace("\x00", "")[:LONGEST]


def countries_offered(counts: dict[str, int]) -> list[tuple[Any, Any]]:
    """Countries with projects, in the order of their readings."""
    found = tallies.counts_under("country", counts)
    return [(one.code, said(one, "name")) for one in places.countries() if one.code in found]


def sectors_offered(counts: dict[str, int]) -> list[tuple[Any, Any]]:
    """Categories of the DAC with projects, each with its sectors below it."""
    categories = tallies.counts_under("category", counts)
    sectors = tallies.counts_under("sector", counts)
    names = {one.code: said(one, "name") for one in themes.sectors() | themes.categories()}
    return [
        (
            names.get(code, code),
            [(code, str(_("%(name)s(すべて)") % {"name": names.get(code, code)}))]
            + [(one, names.get(one, one)) for one in sorted(sectors) if one[:3] == code],
        )
        for code in sorted(categories)
    ]


def years_offered(counts: dict[str, int]) -> list[tuple[Any, Any]]:
    """Fiscal years in which a project ran, the newest first."""
    language = get_language() or "ja"
    years = sorted(tallies.counts_under("year", counts), reverse=True)
    return [(year, fiscal_year_text(int(year), language)) for year in years]


def kinds_offered(counts: dict[str, int]) -> list[tuple[Any, Any]]:
    """Ours, by scheme, and those of others."""
    origins = tallies.counts_under("origin", counts)
    schemes = tallies.counts_under("scheme", counts)
    return [
        *((one.value, one.label) for one in Origin if one.value in origins),
        *((one.value, one.label) for one in Scheme if one.value in schemes),
    ]


class UploadForm(ActionForm):
    """An IATI file to be looked at before it is brought in."""

    upload = forms.FileField(
        label=_("IATI の活動ファイル"),
        help_text=_(
            "2.01–2.03 版の XML。%(limit)sMBまで。"
            "大きなファイルは hiroba iati import をお使いください。"
        )
        % {"limit": UPLOAD_MEGABYTES},
        widget=forms.ClearableFileInput({"accept": ".xml,application/xml,text/xml"}),
        error_messages={"empty": _("ファイルが空です。")},
    )


class ReasonForm(ActionForm):
    """The reason for which something ends or is left out."""

    because = forms.CharField(
        label=_("理由"),
        max_length=400,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("この理由は事業の画面に公開されます。"),
    )
