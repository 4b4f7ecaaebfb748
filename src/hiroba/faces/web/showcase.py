"""Samples of everything that the components page shows."""

from typing import Any

from django.utils.translation import gettext as _

from hiroba.faces.web.forms import SampleForm
from hiroba.foundation.drawing.bars import bars
from hiroba.foundation.drawing.lines import lines
from hiroba.foundation.drawing.steps import steps_for
from hiroba.foundation.drawing.world_map import Place, world_map
from hiroba.foundation.web.paging import Slice

YEARS = ("2019", "2020", "2021", "2022", "2023")
VISITORS = (212, 64, 98, 151, 187)


def parts() -> dict[str, Any]:
    """What the page needs, by the name it has in the template."""
    return {
        "crumbs": [(_("画面の部品"), "")],
        "steps": _steps(),
        "form": _half_filled(),
        "turning": Slice([1], "?after=2", "?before=1"),
        "countries": _countries(),
        "map": _map(),
        "columns": bars(list(zip(YEARS, VISITORS, strict=True)), told=_("年ごとの来館者(見本)")),
        "courses": lines(
            YEARS,
            {_("来館者"): VISITORS, _("訪問した学校"): (90, 20, 35, 60, 82)},
            told=_("来館者と学校の移り変わり(見本)"),
        ),
        "visitors": list(zip(YEARS, VISITORS, strict=True)),
    }


def _steps() -> list[dict[str, str]]:
    return [
        {"label": _("相談"), "state": "done"},
        {"label": _("提案書"), "state": "now"},
        {"label": _("審査"), "state": "later"},
        {"label": _("結果"), "state": "later"},
    ]


def _half_filled() -> SampleForm:
    """A form that came back with two mistakes in it."""
    typed = {"name": _("髙橋 花子"), "email": "hanako@example", "country": "KE", "amount": "3000"}
    return SampleForm({**typed, "purpose": _("水くみの時間が短くなる。")})


def _countries() -> list[tuple[str, str, int]]:
    return [
        (_("ケニア"), _("若者の社会復帰"), 12),
        (_("ラオス"), _("水道・衛生"), 9),
        (_("ネパール"), _("教育"), 15),
    ]


def _map() -> str:
    counts = {"KE": 12, "LA": 9, "NP": 15, "PE": 4, "FJ": 7}
    places = [Place(code, f"{code} {count}", count) for code, count in counts.items()]
    return world_map(places, steps_for(counts.values()))
