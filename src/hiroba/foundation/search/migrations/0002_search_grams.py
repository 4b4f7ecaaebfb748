from django.db import migrations

from hiroba.foundation.search.index import POSTGRESQL_TABLE, SQLITE_TABLE


def make(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    for statement in POSTGRESQL_TABLE if postgresql else (SQLITE_TABLE,):
        schema_editor.execute(statement)


def unmake(apps, schema_editor):
    schema_editor.execute("DROP TABLE search_grams")


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(make, unmake)]
