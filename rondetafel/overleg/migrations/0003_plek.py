import uuid

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("gezinnen", "0005_afscherming"),
        ("organisaties", "0001_initial"),
        ("overleg", "0002_hekken"),
    ]

    operations = [
        migrations.CreateModel(
            name="Plek",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("versie", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("tekst", models.CharField(max_length=200)),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisaties.gemeente",
                    ),
                ),
                (
                    "gezin",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_set",
                        to="gezinnen.gezin",
                    ),
                ),
                (
                    "overleg",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="plek", to="overleg.overleg"
                    ),
                ),
            ],
            options={
                "verbose_name": "plek van een overleg",
                "verbose_name_plural": "plekken van overleg",
            },
        ),
    ]
