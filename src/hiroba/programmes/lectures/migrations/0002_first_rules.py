"""The rules under which the house begins."""

import datetime

from django.db import migrations


def begin(apps, schema_editor):
    """Until an office sets its own: a month before, ten people, between eight and nine."""
    apps.get_model("lectures", "LectureRules").objects.create(
        since=datetime.date(2023, 4, 1),
        lead_days=30,
        minimum_pupils=10,
        earliest=datetime.time(8),
        latest=datetime.time(21),
        periods=["08:45", "09:40", "10:45", "11:40", "13:35", "14:30"],
        answer_days=5,
        link_minutes=30,
        made_at=datetime.datetime(2023, 4, 1, tzinfo=datetime.UTC),
    )


class Migration(migrations.Migration):
    dependencies = [("lectures", "0001_initial")]

    operations = [
        migrations.RunPython(begin, migrations.RunPython.noop),
    ]
