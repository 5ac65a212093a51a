"""Let consent about one person open that person, and not what the family has together (ADR 0051).

What was open by consent about somebody, and is about the whole family, shuts until there is a yes about everyone.
Who decides about somebody opens and shuts what is together by a tie of its own, as they do with that about one.
"""

from django.db import migrations

REACH = """
create or replace function hele_gezinnen_voor(deel text, soort text) returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(distinct gezin_id), '{}') from geldige_banden(deel, soort)
    where persoon_id is null and grond <> 'samen'
$$;

create or replace function sleutels_voor(deel text, soort text) returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(distinct sleutel), '{}')
    from geldige_banden(deel, soort), unnest(case
        when grond = 'samen' then array[gezin_id]
        when grond in ('toestemming', 'besluit') then array[persoon_id]
        else array[persoon_id, gezin_id] end) as sleutel
    where persoon_id is not null or grond = 'samen'
$$;
"""

LIMITS = """
create policy wie_beslist_opent_samen on toegang_band for insert to smal with check (
    grond = 'samen' and hoedanigheid = 'netwerk' and persoon_id is null and onderdelen <> '{}'
    and gezin_id = any((select sleutels_voor('delen', 'schrijven'))::uuid[]));
create policy wie_beslist_sluit_samen on toegang_band for update to smal using (
    grond = 'samen' and hoedanigheid = 'netwerk' and persoon_id is null and onderdelen <> '{}'
    and gezin_id = any((select sleutels_voor('delen', 'schrijven'))::uuid[]));
"""


class Migration(migrations.Migration):
    dependencies = [("toegang", "0004_band_samen")]

    operations = [migrations.RunSQL(REACH), migrations.RunSQL(LIMITS)]
