"""Two licences that every house begins with; officers may enter more."""

from django.db import migrations

LICENCES = (
    (
        "cc-by",
        "クリエイティブ・コモンズ 表示 4.0",
        "Creative Commons Attribution 4.0",
        "https://creativecommons.org/licenses/by/4.0/",
        "作成者の名前を示せば、コピー、配布、書きかえが自由にできます。",
        "You may copy, share and change it if you name the authors.",
    ),
    (
        "school-use",
        "学校と学びの場での利用",
        "Use in schools and learning",
        "",
        "授業や研修のためにコピーして配れます。書きかえるときはご連絡ください。",
        "You may copy it for lessons and training. Please ask before changing it.",
    ),
)
NAMES = ("code", "name_ja", "name_en", "url", "allows_ja", "allows_en")


def enter(apps, schema_editor):  # type: ignore[no-untyped-def]
    licence = apps.get_model("materials", "Licence")
    for row in LICENCES:
        facts = dict(zip(NAMES, row, strict=True))
        licence.objects.get_or_create(code=facts.pop("code"), defaults=facts)


class Migration(migrations.Migration):
    dependencies = [("materials", "0002_downloads_never_changed")]
    operations = [migrations.RunPython(enter, migrations.RunPython.noop)]
