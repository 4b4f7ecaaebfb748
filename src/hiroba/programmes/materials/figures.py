"""Numbers about materials."""

from collections import Counter
from datetime import date

from hiroba.foundation.figures import Counted, FigureDefinition
from hiroba.programmes.materials.models import Download, Material

RECORDS_SINCE = date(2023, 4, 1)


def downloads_between(first: date, last: date) -> Counted:
    """Files saved on these days, by kind of material."""
    found = Download.objects.filter(on__range=(first, last))
    kinds = Counter(found.order_by("pk").values_list("material__kind", flat=True))
    names = dict(Material._meta.get_field("kind").flatchoices)
    return Counted(
        value=sum(kinds.values()),
        parts={str(names[kind]): count for kind, count in sorted(kinds.items())},
        records=Material.objects.filter(pk__in=found.values("material")).order_by("pk"),
    )


FIGURES = (
    FigureDefinition(
        code="material_downloads",
        name_ja="教材のダウンロード数",
        name_en="Downloads of teaching materials",
        unit_ja="件",
        unit_en="downloads",
        kind="year",
        style="plain",
        definition_ja=(
            "その年度に教材のファイルが保存された回数です。同じ人が同じファイルを二度保存すると"
            "二回と数えます。保存した人についての情報は残しません。"
        ),
        definition_en=(
            "How often files of materials were saved in the fiscal year. Somebody who saves the "
            "same file twice is counted twice. Nothing is kept about who saved a file."
        ),
        counted=downloads_between,
        records_since=RECORDS_SINCE,
    ),
)
