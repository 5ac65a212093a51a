"""Several people at the table do one action together: who does it beside the one who answers for it."""

import uuid

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

FENCES = """
select omhein('gezinsplan_meedoener', 'plan', sleutel => 'sleutel'), hoort_bij_gezin('gezinsplan_meedoener');
select hoort_bij('gezinsplan_meedoener', 'actie_id', 'gezinsplan_actie');
select hoort_bij('gezinsplan_meedoener', 'stoel_id', 'gezinnen_betrokkene');
-- Who does an action is about whom the action is about, also when its goal changes.
create unique index gezinsplan_actie_id_sleutel on gezinsplan_actie (id, sleutel);
alter table gezinsplan_meedoener add foreign key (actie_id, sleutel)
    references gezinsplan_actie (id, sleutel) on update cascade;
"""

SHIELDS = """
create function verborgen_acties() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(id), '{}') from gezinsplan_actie
    where wie_id = any(verborgen_stoelen()) or doel_id = any(verborgen_doelen())
$$;
create policy scherm on gezinsplan_meedoener as restrictive for select to smal, breed using (
    stoel_id <> all((select verborgen_stoelen())::uuid[]) and actie_id <> all((select verborgen_acties())::uuid[]));
"""


class Migration(migrations.Migration):
    dependencies = [
        ("gezinnen", "0015_hekken_overdracht"),
        ("gezinsplan", "0017_eigendossier"),
        ("organisaties", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Meedoener",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("versie", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("weg_at", models.DateTimeField(blank=True, null=True)),
                ("sleutel", models.UUIDField(editable=False)),
                (
                    "actie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meedoeners",
                        to="gezinsplan.actie",
                    ),
                ),
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
                    "stoel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="gezinnen.betrokkene",
                    ),
                ),
            ],
            options={
                "verbose_name": "wie meedoet aan een actie",
                "verbose_name_plural": "wie meedoen aan een actie",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("weg_at__isnull", True)),
                        fields=("actie", "stoel"),
                        name="meedoener_once_per_actie",
                    )
                ],
            },
        ),
        *(migrations.RunSQL(sql) for sql in (FENCES, SHIELDS)),
    ]
