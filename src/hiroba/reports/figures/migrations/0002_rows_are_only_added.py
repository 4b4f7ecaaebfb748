from django.db import migrations

from hiroba.foundation.promises import append_only


class Migration(migrations.Migration):
    dependencies = [("figures", "0001_initial")]

    operations = [
        append_only("figures_baseline"),
        append_only("figures_assertion"),
        append_only("figures_snapshot"),
    ]
