"""Published forms and revisions that were handed in are never changed."""

from django.db import migrations

from hiroba.foundation.promises import append_only


class Migration(migrations.Migration):
    dependencies = [("forms", "0001_initial")]

    operations = [append_only("forms_formversion"), append_only("forms_revision")]
