"""Referrals, received parts and openings of files are only added."""

from django.db import migrations

from hiroba.foundation.promises import append_only


class Migration(migrations.Migration):
    dependencies = [("legacies", "0001_initial")]

    operations = [
        append_only("legacies_referral"),
        append_only("legacies_legacypart"),
        append_only("legacies_fileopening"),
    ]
