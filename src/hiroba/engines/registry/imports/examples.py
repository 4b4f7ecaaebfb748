"""A list of bodies as an officer might receive it, with faults in it."""

from django.core.files.uploadedfile import SimpleUploadedFile

from hiroba.engines.registry.imports import actions
from hiroba.engines.registry.imports.models import BodyImport
from hiroba.engines.registry.people import examples as people
from hiroba.foundation.accounts.examples import officer

HEADINGS = "団体名,フリガナ,法人格,法人番号,都道府県,メール,設立登記日,備考\n"
ROWS = (
    "森と水の会(見本),もりとみずのかい,任意団体,,長野,mori@example.jp,平成24年6月1日,会員30名\n",
    "特定非営利活動法人みなと,ミナト,NPO法人,,東京都,,2012/6/1,\n",
    ",カイ,なぞの法人,123,東京府,bad,昔,\n",
)


def upload(content: str | bytes, name: str = "団体一覧.csv") -> SimpleUploadedFile:
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)


def brought() -> BodyImport:
    """Three rows: a good one, one that may be NPO Minato, one full of faults."""
    known = BodyImport.objects.first()
    people.minato()
    return known or actions.bring(by=officer(), upload=upload(HEADINGS + "".join(ROWS)))


def tell() -> None:
    """The demo's officer has a list to mend."""
    brought()
