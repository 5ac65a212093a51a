"""Open the plan as it was adopted last to who reads that part alone, by municipality (ADR 0040)."""

from django.db import migrations

OPEN = """
create function vastgestelde_versies() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(id), '{}') from (
        select distinct on (plan_id) id from gezinsplan_planversie
        where aanleiding = 'vastgesteld'
            and gemeente_id = any((select gemeenten_voor('vastgesteld', 'lezen'))::int[])
        order by plan_id, uitgave desc
    ) laatste
$$;
create policy breed_leest_vastgesteld on gezinsplan_planversie for select to breed
    using (id = any((select vastgestelde_versies())::uuid[]));
create policy breed_leest_vastgesteld on gezinsplan_versiedoel for select to breed
    using (in_versie_id = any((select vastgestelde_versies())::uuid[]));
create policy breed_leest_vastgesteld on gezinsplan_versieactie for select to breed using (versiedoel_id in (
    select id from gezinsplan_versiedoel where in_versie_id = any((select vastgestelde_versies())::uuid[])));
"""


class Migration(migrations.Migration):
    dependencies = [("gezinsplan", "0021_uit_eigenplan"), ("toegang", "0006_vastgesteld")]

    operations = [migrations.RunSQL(OPEN)]
