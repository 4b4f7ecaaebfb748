"""What was said and who agreed is only added."""

from django.db import migrations

from hiroba.foundation.promises import append_only


class Migration(migrations.Migration):
    dependencies = [("dialogue", "0001_initial")]

    operations = [append_only("dialogue_minutes"), append_only("dialogue_approval")]
