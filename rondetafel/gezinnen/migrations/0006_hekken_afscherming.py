"""Hide of one person what another may not know, and do it so that nothing shows.

A restrictive policy takes rows away from what the other policies give. It asks functions that read the
shields as their owner: who is shut out cannot read that they are. Mail addresses move to a table that
who sees the chair does not read.
"""

from django.db import migrations

MAIL = """
insert into gezinnen_contact (id, versie, created_at, gezin_id, gemeente_id, betrokkene_id, email)
select gen_random_uuid(), 1, now(), gezin_id, gemeente_id, id, email
from gezinnen_betrokkene where email <> '';
-- Who kept no mark was never asked: only what was called secret is known.
update gezinnen_adres set geheim = 'ja' where is_geheim;
"""

FENCES = """
select omhein('gezinnen_contact', 'adres'), hoort_bij_gezin('gezinnen_contact');
select omhein('gezinnen_afscherming', 'afscherming'), hoort_bij_gezin('gezinnen_afscherming');
select hoort_bij('gezinnen_contact', 'betrokkene_id', 'gezinnen_betrokkene');
select hoort_bij('gezinnen_betrokkene', 'hoort_bij_id', 'gezinnen_persoon');
select hoort_bij('gezinnen_afscherming', 'beschermd_id', 'gezinnen_persoon');
select hoort_bij('gezinnen_afscherming', 'voor_persoon_id', 'gezinnen_persoon');
"""

SHIELDS = """
create function schermen_voor(wie uuid) returns setof gezinnen_afscherming
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select scherm.* from gezinnen_afscherming scherm
    where scherm.voor_gebruiker_id = wie
       or scherm.voor_persoon_id in (
            select persoon_id from gezinnen_betrokkene where gebruiker_id = wie and persoon_id is not null)
$$;
revoke execute on function schermen_voor from public;

-- For the first fence: the shields as facts about a person, read at the door with the ties.
create function schermen_van(wie uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(jsonb_agg(jsonb_build_object(
        'gezin_id', gezin_id, 'beschermd_id', beschermd_id, 'wat', wat, 'van', van, 'tot', tot)), '[]')
    from schermen_voor(wie)
$$;
revoke execute on function schermen_van from public;
grant execute on function schermen_van to deur;

-- For the second: what is hidden from the reader of this transaction, and from who looks along with them.
create function schermen_hier() returns setof gezinnen_afscherming
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select * from schermen_voor(huidige_gebruiker())
    union select * from schermen_voor(nullif(current_setting('rondetafel.meekijker', true), '')::uuid)
$$;
revoke execute on function schermen_hier from public;

create function mijn_schermen(deel text) returns setof gezinnen_afscherming
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select * from schermen_hier()
    where deel = any(wat) and van <= huidige_peildatum() and (tot is null or tot >= huidige_peildatum())
$$;
revoke execute on function mijn_schermen from public;

create function afgeschermden(deel text) returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(distinct beschermd_id), '{}') from mijn_schermen(deel)
$$;

create function eigen_schermen() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(id), '{}') from schermen_hier()
$$;

create function verborgen_stoelen() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(stoel.id), '{}') from gezinnen_betrokkene stoel
    where (stoel.aard = 'school' and stoel.hoort_bij_id = any(afgeschermden('school')))
       or (stoel.aard = 'partner' and stoel.hoort_bij_id = any(afgeschermden('partner')))
$$;

create function verborgen_accounts() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(gebruiker_id), '{}') from gezinnen_betrokkene
    where gebruiker_id is not null and id = any(verborgen_stoelen())
$$;

create function verborgen_vragen() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(id), '{}') from gezinnen_deelvraag
    where betrokkene_id = any(verborgen_stoelen())
$$;

create function stoelen_zonder_contact() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(id), '{}') from gezinnen_betrokkene
    where persoon_id = any(afgeschermden('contact')) or hoort_bij_id = any(afgeschermden('contact'))
$$;

create policy scherm on gezinnen_adres as restrictive for select to smal, breed using (
    persoon_id <> all((select afgeschermden('adres'))::uuid[])
    and (geheim = 'nee'
        or gezin_id = any((select gezinnen_voor('afscherming', 'lezen'))::uuid[])
        or gemeente_id = any((select gemeenten_voor('afscherming', 'lezen'))::int[])));
create policy scherm on gezinnen_contact as restrictive for select to smal, breed
    using (betrokkene_id <> all((select stoelen_zonder_contact())::uuid[]));
create policy scherm on gezinnen_betrokkene as restrictive for select to smal, breed
    using (id <> all((select verborgen_stoelen())::uuid[]));
create policy scherm on gezinnen_afscherming as restrictive for select to smal, breed
    using (id <> all((select eigen_schermen())::uuid[]));
create policy scherm on gezinnen_deelvraag as restrictive for select to smal, breed
    using (betrokkene_id <> all((select verborgen_stoelen())::uuid[]));
create policy scherm on gezinnen_deelantwoord as restrictive for select to smal, breed
    using (vraag_id <> all((select verborgen_vragen())::uuid[]));
-- Who reads along, and who looked: a chair that is hidden does neither, as far as this reader can see.
create policy scherm on toegang_band as restrictive for select to smal, breed
    using (gebruiker_id <> all((select verborgen_accounts())::uuid[]));
"""


class Migration(migrations.Migration):
    dependencies = [("gezinnen", "0005_afscherming"), ("toegang", "0002_hekken")]

    operations = [migrations.RunSQL(sql) for sql in (MAIL, FENCES, SHIELDS)]
