"""Certificates are only added."""

from django.db import migrations

from hiroba.foundation.promises import append_only


class Migration(migrations.Migration):
    dependencies = [("training", "0001_initial")]

    operations = [append_only("training_certificate")]
