import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("gezinnen", "0004_hekken_delen"),
        ("organisaties", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Afscherming",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("versie", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "wat",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("adres", "het adres"),
                                ("contact", "mailadres en telefoon"),
                                ("school", "school of opvang"),
                                ("plaats", "waar een overleg is"),
                                ("partner", "een nieuwe partner"),
                            ],
                            max_length=10,
                        ),
                        size=None,
                    ),
                ),
                ("reden", models.TextField(max_length=500)),
                ("van", models.DateField()),
                ("tot", models.DateField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "afscherming",
                "verbose_name_plural": "afschermingen",
            },
        ),
        migrations.CreateModel(
            name="Contact",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("versie", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("email", models.EmailField(blank=True, max_length=254)),
            ],
            options={
                "verbose_name": "contactgegeven",
                "verbose_name_plural": "contactgegevens",
            },
        ),
        migrations.AddField(
            model_name="adres",
            name="geheim",
            field=models.CharField(
                choices=[("ja", "ja"), ("nee", "nee"), ("onbekend", "dat is nog niet bekend")],
                default="onbekend",
                max_length=10,
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="betrokkene",
            name="aard",
            field=models.CharField(
                blank=True,
                choices=[("school", "school of opvang"), ("partner", "nieuwe partner")],
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="betrokkene",
            name="hoort_bij",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="gezinnen.persoon",
            ),
        ),
        migrations.AddConstraint(
            model_name="adres",
            constraint=models.CheckConstraint(
                condition=models.Q(("geheim__in", ["ja", "nee", "onbekend"])), name="adres_geheim_is_asked"
            ),
        ),
        migrations.AddConstraint(
            model_name="betrokkene",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("aard", ""), ("hoort_bij__isnull", True)),
                    models.Q(
                        ("aard__in", ["school", "partner"]),
                        ("hoort_bij__isnull", False),
                        ("persoon__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="betrokkene_belongs_to_one_person_as_something",
            ),
        ),
        migrations.AddField(
            model_name="afscherming",
            name="beschermd",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="gezinnen.persoon"
            ),
        ),
        migrations.AddField(
            model_name="afscherming",
            name="gemeente",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisaties.gemeente"
            ),
        ),
        migrations.AddField(
            model_name="afscherming",
            name="gezin",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="%(class)s_set", to="gezinnen.gezin"
            ),
        ),
        migrations.AddField(
            model_name="afscherming",
            name="voor_gebruiker",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="afscherming",
            name="voor_persoon",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="gezinnen.persoon",
            ),
        ),
        migrations.AddField(
            model_name="contact",
            name="betrokkene",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="contact", to="gezinnen.betrokkene"
            ),
        ),
        migrations.AddField(
            model_name="contact",
            name="gemeente",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisaties.gemeente"
            ),
        ),
        migrations.AddField(
            model_name="contact",
            name="gezin",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="%(class)s_set", to="gezinnen.gezin"
            ),
        ),
        migrations.AddConstraint(
            model_name="afscherming",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("voor_gebruiker__isnull", False), ("voor_persoon__isnull", True)),
                    models.Q(("voor_gebruiker__isnull", True), ("voor_persoon__isnull", False)),
                    _connector="OR",
                ),
                name="afscherming_is_for_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="afscherming",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("voor_persoon__isnull", True),
                    models.Q(("voor_persoon", models.F("beschermd")), _negated=True),
                    _connector="OR",
                ),
                name="afscherming_is_for_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="afscherming",
            constraint=models.CheckConstraint(
                condition=models.Q(("wat", []), _negated=True), name="afscherming_hides_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="afscherming",
            constraint=models.CheckConstraint(
                condition=models.Q(("reden", ""), _negated=True), name="afscherming_has_a_reason"
            ),
        ),
    ]
