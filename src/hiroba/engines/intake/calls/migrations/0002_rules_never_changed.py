"""Rules that were laid down are never changed."""

from django.db import migrations

from hiroba.foundation.promises import append_only


class Migration(migrations.Migration):
    dependencies = [("calls", "0001_initial")]

    operations = [append_only("calls_trackrules")]
