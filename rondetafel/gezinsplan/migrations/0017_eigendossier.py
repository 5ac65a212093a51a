"""The dossier that each organisation keeps about a family, apart from the plan: a table that only it reads."""

import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

ORGANISATION = """
create function eigen_organisatie() returns uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$ select organisatie_id from toegang_gebruiker where id = huidige_gebruiker() and is_active $$;
"""

# Not by `omhein`: who reads by municipality gets no policy and no right, and nobody changes a row.
FENCES = """
alter table gezinsplan_aantekening enable row level security;
alter table gezinsplan_aantekening force row level security;
grant select, insert on gezinsplan_aantekening to smal;
create policy eigenaar on gezinsplan_aantekening to current_user using (true) with check (true);
create policy smal_leest on gezinsplan_aantekening for select to smal using (
    gezin_id = any((select gezinnen_voor('eigendossier', 'lezen'))::uuid[])
    and organisatie_id = (select eigen_organisatie()));
create policy smal_maakt on gezinsplan_aantekening for insert to smal with check (
    gezin_id = any((select gezinnen_voor('eigendossier', 'schrijven'))::uuid[])
    and organisatie_id = (select eigen_organisatie())
    and door_id = (select huidige_gebruiker()));
select hoort_bij_gezin('gezinsplan_aantekening');
select hoort_bij('gezinsplan_aantekening', 'doel_id', 'gezinsplan_doel');
-- A correction stays in the dossier, and with the note, that it corrects.
alter table gezinsplan_aantekening add unique (id, stam, organisatie_id, gezin_id);
alter table gezinsplan_aantekening add foreign key (vervangt_id, stam, organisatie_id, gezin_id)
    references gezinsplan_aantekening (id, stam, organisatie_id, gezin_id);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("gezinnen", "0015_hekken_overdracht"),
        ("gezinsplan", "0016_formatschaal"),
        ("organisaties", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Aantekening",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("versie", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("op", models.DateField()),
                ("tekst", models.TextField()),
                ("stam", models.UUIDField(editable=False)),
                (
                    "doel",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="gezinsplan.doel",
                    ),
                ),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "organisatie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisaties.organisatie",
                    ),
                ),
                (
                    "vervangt",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="gezinsplan.aantekening",
                    ),
                ),
            ],
            options={
                "verbose_name": "aantekening in een eigen dossier",
                "verbose_name_plural": "aantekeningen in een eigen dossier",
                "indexes": [
                    models.Index(fields=["gezin", "organisatie", "-op"], name="aantekening_gezin_nieuwst"),
                    models.Index(fields=["stam"], name="aantekening_stam"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tekst", ""), _negated=True), name="aantekening_says_something"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stam", models.F("id")), ("vervangt__isnull", True)),
                            models.Q(
                                ("vervangt__isnull", False), models.Q(("stam", models.F("id")), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="aantekening_stam_is_the_first",
                    ),
                    models.UniqueConstraint(fields=("vervangt",), name="aantekening_replaced_once"),
                ],
            },
        ),
        *(migrations.RunSQL(sql) for sql in (ORGANISATION, FENCES)),
    ]
