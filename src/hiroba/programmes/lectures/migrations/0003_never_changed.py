"""Rules are only added: what was asked keeps the rules of its day."""

from django.db import migrations

from hiroba.foundation.promises import append_only


class Migration(migrations.Migration):
    dependencies = [("lectures", "0002_first_rules")]

    operations = [append_only("lectures_lecturerules")]
