"""Entries are balanced and sealed, and what was booked is never changed."""

from django.db import migrations

from hiroba.engines.ledger.promises import sealed
from hiroba.foundation.promises import append_only


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]

    operations = [
        append_only("ledger_leg"),
        append_only("ledger_entry"),
        append_only("ledger_closing"),
        append_only("ledger_draw"),
        sealed(),
    ]
