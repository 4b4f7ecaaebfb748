"""Deadlines that were moved are kept for ever."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from hiroba.foundation.promises import append_only


class Migration(migrations.Migration):
    dependencies = [
        ("calls", "0002_rules_never_changed"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Extension",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("closed_at", models.DateTimeField()),
                ("closes_at", models.DateTimeField()),
                ("why", models.CharField(max_length=400)),
                ("extended_at", models.DateTimeField()),
                (
                    "extended_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "track",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="extensions",
                        to="calls.track",
                    ),
                ),
            ],
            options={
                "ordering": ["track", "extended_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("closes_at__gt", models.F("closed_at"))),
                        name="extension_leads_to_a_later_moment",
                    )
                ],
            },
        ),
        append_only("calls_extension"),
    ]
