"""What was counted stays counted."""

from django.db import migrations

from hiroba.foundation.promises import append_only


class Migration(migrations.Migration):
    dependencies = [("journeys", "0001_initial")]
    operations = [append_only("journeys_step")]
