"""Steps on the way to a plan of the family itself: read with the plan, said by the family, never changed."""

import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

FENCES = """
select omhein('gezinsplan_eigenplanstap', 'plan', schrijf => 'actie'), hoort_bij_gezin('gezinsplan_eigenplanstap');
select hoort_bij('gezinsplan_eigenplanstap', 'stoel_id', 'gezinnen_betrokkene');
drop policy smal_wijzigt on gezinsplan_eigenplanstap;
drop policy breed_wijzigt on gezinsplan_eigenplanstap;
revoke update on gezinsplan_eigenplanstap from smal, breed;
-- The regisseur asks, and writes down what was said; the family speaks from its own chair.
create policy gezin_of_regie on gezinsplan_eigenplanstap as restrictive for insert to smal, breed with check (
    door_id = (select huidige_gebruiker())
    and ((select huidige_rol()) = 'regisseur'
        or (stap <> 'aangeboden' and stoel_id = any((select eigen_stoelen())::uuid[]))));
create policy scherm on gezinsplan_eigenplanstap as restrictive for select to smal, breed
    using (stoel_id is null or stoel_id <> all((select verborgen_stoelen())::uuid[]));
"""

# Who says at home that there will be no own plan opens the duty about it, and closes it by another answer.
DUTY = """
create function eigen_gezinnen() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(gezin_id), '{}') from gezinnen_betrokkene
    where id = any(eigen_stoelen()) and gezin_id = any(gezinnen_voor('actie', 'schrijven'))
$$;
create policy gezin_leest on kern_termijn for select to smal
    using (regel = 'plan-na-afzien' and betreft_id = any((select eigen_gezinnen())::uuid[]));
create policy gezin_opent on kern_termijn for insert to smal
    with check (regel = 'plan-na-afzien' and betreft_id = any((select eigen_gezinnen())::uuid[]));
create policy gezin_sluit on kern_termijn for update to smal
    using (regel = 'plan-na-afzien' and betreft_id = any((select eigen_gezinnen())::uuid[]));
grant select (id, gezin_id, gemeente_id, stap, op, created_at) on gezinsplan_eigenplanstap to systeem;
create policy rekent_na on gezinsplan_eigenplanstap for select to systeem using (true);
"""

SHIELDS = """
create function verborgen_eigenplannen() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(id), '{}') from gezinsplan_eigenplanstap where stoel_id = any(verborgen_stoelen())
$$;
create policy scherm_eigenplan on kern_logregel as restrictive for select to smal
    using (betreft_id is null or betreft_id <> all((select verborgen_eigenplannen())::uuid[]));
"""


class Migration(migrations.Migration):
    dependencies = [
        ("gezinnen", "0015_hekken_overdracht"),
        ("gezinsplan", "0011_hele_versie"),
        ("organisaties", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Eigenplanstap",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("versie", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "stap",
                    models.CharField(
                        choices=[
                            ("aangeboden", "de vraag is gesteld"),
                            ("zelf", "het gezin maakt zelf een plan"),
                            ("met-hulp", "het gezin maakt zelf een plan, met hulp"),
                            ("afgezien", "het gezin maakt geen eigen plan"),
                            ("plan", "het eigen plan staat erin"),
                        ],
                        max_length=10,
                    ),
                ),
                ("op", models.DateField()),
                (
                    "reden",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ouders-willen-niet", "de ouders willen het niet"),
                            ("bedreiging", "het kind wordt concreet bedreigd"),
                            ("belang-kind", "het belang van het kind gaat voor"),
                        ],
                        max_length=20,
                    ),
                ),
                ("tekst", models.TextField(blank=True)),
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
                    "stoel",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="gezinnen.betrokkene",
                    ),
                ),
            ],
            options={
                "verbose_name": "stap naar een eigen plan",
                "verbose_name_plural": "stappen naar een eigen plan",
                "indexes": [
                    models.Index(fields=["gezin", "-created_at"], name="eigenplanstap_gezin_nieuwst")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("stap__in", ["aangeboden", "zelf", "met-hulp", "afgezien", "plan"])
                        ),
                        name="eigenplanstap_is_a_known_step",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("reden__in", ["ouders-willen-niet", "bedreiging", "belang-kind"]),
                                ("stap", "afgezien"),
                            ),
                            models.Q(models.Q(("stap", "afgezien"), _negated=True), ("reden", "")),
                            _connector="OR",
                        ),
                        name="eigenplanstap_reden_only_when_waived",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stap__in", ["aangeboden", "plan"]), _negated=True),
                            models.Q(("tekst", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="eigenplanstap_says_how_or_what",
                    ),
                ],
            },
        ),
        *(migrations.RunSQL(sql) for sql in (FENCES, DUTY, SHIELDS)),
    ]
