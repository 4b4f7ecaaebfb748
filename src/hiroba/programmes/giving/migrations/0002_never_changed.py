"""Receipts are only added."""

from django.db import migrations

from hiroba.foundation.promises import append_only


class Migration(migrations.Migration):
    dependencies = [("giving", "0001_initial")]

    operations = [append_only("giving_receipt")]
