from django.db import migrations

from hiroba.foundation.promises import append_only


class Migration(migrations.Migration):
    dependencies = [("editions", "0001_initial")]

    operations = [append_only("editions_frozenfigure"), append_only("editions_correction")]
