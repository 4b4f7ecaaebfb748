"""Promises and what was said are only added."""

from django.db import migrations

from hiroba.foundation.promises import append_only


class Migration(migrations.Migration):
    dependencies = [("enquiries", "0001_initial")]

    operations = [
        append_only("enquiries_promise"),
        append_only("enquiries_message"),
    ]
