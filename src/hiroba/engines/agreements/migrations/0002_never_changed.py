"""Versions, parties and what was handed in are only added."""

from django.db import migrations

from hiroba.foundation.promises import append_only


class Migration(migrations.Migration):
    dependencies = [("agreements", "0001_initial")]

    operations = [
        append_only("agreements_agreementversion"),
        append_only("agreements_partyatthetime"),
        append_only("agreements_delivery"),
    ]
