"""The fence round veiligheid: one database role reads here, and only for members who said why.

The tables stand in a schema of their own; only the role `veilig` may enter it. A dossier shows itself to its
members; what stands in it shows itself to members who opened it within the last thirty minutes. The owner of
the tables may put rows in (demo, tests) and read who is a member, which the functions below need, but has no
policy to read what was written down.
"""

from django.db import migrations

# SECURITY DEFINER with a fixed search path: the reader asks about memberships without reading those of others.
# statement_timestamp, because an opening must also end within a long transaction.
FUNCTIONS = """
grant usage on schema veiligheid to veilig;

create function veiligheid.is_medewerker(wie uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select exists (select from toegang_gebruiker
        where id = wie and is_active and rol in ('regisseur', 'aanbieder', 'aandacht'))
$$;

create function veiligheid.mijn_dossiers(als text[] default '{houder,meelezer,aandacht}') returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(distinct dossier_id), '{}') from veiligheid.lidmaatschap
    where gebruiker_id = huidige_gebruiker()
      and veiligheid.is_medewerker(huidige_gebruiker())
      and rol = any(als)
      and van <= huidige_peildatum() and (tot is null or tot >= huidige_peildatum())
$$;

create function veiligheid.geopend(als text[] default '{houder,meelezer,aandacht}') returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(distinct dossier_id), '{}') from veiligheid.opening
    where gebruiker_id = huidige_gebruiker()
      and at > statement_timestamp() - interval '30 minutes'
      and dossier_id = any(veiligheid.mijn_dossiers(als))
$$;

create function veiligheid.zonder_leden(dossier uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select not exists (select from veiligheid.lidmaatschap where dossier_id = dossier)
$$;

create function veiligheid.met_band(gezin uuid, gemeente int) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select huidige_rol() in ('regisseur', 'aanbieder') and exists (select from toegang_band
        where gebruiker_id = huidige_gebruiker() and gezin_id = gezin and gemeente_id = gemeente
          and hoedanigheid in ('regisseur', 'aanbieder')
          and van <= huidige_peildatum() and (tot is null or tot >= huidige_peildatum()))
$$;

create function veiligheid.zoek_gezin(gezochte int) returns table (id uuid, gemeente_id int)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select gezin.id, gezin.gemeente_id::int from gezinnen_gezin gezin
    join toegang_gebruiker wie on wie.id = huidige_gebruiker()
    where gezin.nummer = gezochte and wie.is_active and wie.rol = 'aandacht'
      and gezin.gemeente_id = any(wie.gemeenten)
$$;

create function veiligheid.mag_beginnen(gezin uuid, gemeente int) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select veiligheid.met_band(gezin, gemeente) or exists (select from gezinnen_gezin
        join toegang_gebruiker wie on wie.id = huidige_gebruiker()
        where gezinnen_gezin.id = gezin and gezinnen_gezin.gemeente_id = gemeente
          and wie.is_active and wie.rol = 'aandacht' and gemeente = any(wie.gemeenten))
$$;

create function veiligheid.mijn_signaalkinderen() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(distinct jeugdige), '{}') from veiligheid.signaal
    where door = huidige_gebruiker() and veiligheid.is_medewerker(door)
      and afgegeven_op <= huidige_peildatum() and tot >= huidige_peildatum()
$$;

revoke execute on all functions in schema veiligheid from public;
grant execute on all functions in schema veiligheid to veilig;
"""

DOSSIERS = """
grant select, insert, update on veiligheid.dossier, veiligheid.lidmaatschap, veiligheid.signaal to veilig;
grant select, insert on veiligheid.opening, veiligheid.stapverslag, veiligheid.inschatting,
    veiligheid.gedeelde_actie to veilig;

create policy leden_lezen on veiligheid.dossier for select to veilig
    using (id = any((select veiligheid.mijn_dossiers())::uuid[]));
create policy begint on veiligheid.dossier for insert to veilig
    with check (begonnen_door = huidige_gebruiker() and veiligheid.mag_beginnen(gezinssleutel, gemeentecode));
create policy schrijver_wijzigt on veiligheid.dossier for update to veilig
    using (id = any((select veiligheid.geopend('{houder,aandacht}'))::uuid[]));

create policy leden_lezen on veiligheid.lidmaatschap for select to veilig
    using (dossier_id = any((select veiligheid.mijn_dossiers())::uuid[]));
-- The first members come with the dossier; later ones are let in by who writes in it.
create policy laat_toe on veiligheid.lidmaatschap for insert to veilig
    with check (gegeven_door = huidige_gebruiker() and veiligheid.is_medewerker(gebruiker_id)
        and (veiligheid.zonder_leden(dossier_id)
            or dossier_id = any((select veiligheid.geopend('{houder,aandacht}'))::uuid[])));
-- Who looks on is not sent away by who is looked at.
create policy laat_gaan on veiligheid.lidmaatschap for update to veilig
    using (dossier_id = any((select veiligheid.geopend('{houder,aandacht}'))::uuid[])
        and (rol <> 'aandacht' or dossier_id = any((select veiligheid.geopend('{aandacht}'))::uuid[])));

create policy leden_lezen on veiligheid.opening for select to veilig
    using (dossier_id = any((select veiligheid.mijn_dossiers())::uuid[]));
create policy opent on veiligheid.opening for insert to veilig
    with check (gebruiker_id = huidige_gebruiker()
        and dossier_id = any((select veiligheid.mijn_dossiers())::uuid[])
        and at <= statement_timestamp() + interval '1 minute');
"""

CONTENT = """
create function veiligheid.omhein(tabel regclass) returns void language plpgsql as $$
begin
    execute format('create policy geopend_lezen on %s for select to veilig
        using (dossier_id = any((select veiligheid.geopend())::uuid[]))', tabel);
    execute format('create policy geopend_schrijven on %s for insert to veilig
        with check (door = huidige_gebruiker()
            and dossier_id = any((select veiligheid.geopend(''{houder,aandacht}''))::uuid[]))', tabel);
end $$;
select veiligheid.omhein(tabel) from (values
    ('veiligheid.stapverslag'::regclass), ('veiligheid.inschatting'), ('veiligheid.gedeelde_actie')
) as hek (tabel);
drop function veiligheid.omhein(regclass);

create policy eigen_of_gedeeld on veiligheid.signaal for select to veilig
    using ((door = huidige_gebruiker() and veiligheid.is_medewerker(door))
        or (afgegeven_op <= huidige_peildatum() and tot >= huidige_peildatum()
            and jeugdige = any((select veiligheid.mijn_signaalkinderen())::uuid[])));
create policy signaleert on veiligheid.signaal for insert to veilig
    with check (door = huidige_gebruiker() and veiligheid.met_band(gezinssleutel, gemeentecode));
create policy trekt_in on veiligheid.signaal for update to veilig using (door = huidige_gebruiker());
"""

# The owner: rows in, and who is a member; no policy on what was written down.
OWNER = """
do $$
declare tabel regclass;
begin
    for tabel in select oid from pg_class where relnamespace = 'veiligheid'::regnamespace and relkind = 'r' loop
        execute format('alter table %s enable row level security', tabel);
        execute format('alter table %s force row level security', tabel);
        execute format('create policy eigenaar_zet_neer on %s for insert to %I with check (true)',
            tabel, current_user);
    end loop;
    foreach tabel in array array['veiligheid.lidmaatschap', 'veiligheid.opening', 'veiligheid.signaal']::regclass[] loop
        execute format('create policy eigenaar_telt on %s for select to %I using (true)', tabel, current_user);
    end loop;
end $$;
"""

# What this room needs of others: names of colleagues, and lines in the logboek that nobody else reads.
OTHERS = """
grant select (id, naam, rol, functie, organisatie_id, gemeenten, is_active) on toegang_gebruiker to veilig;
create policy veilig_kent_collega on toegang_gebruiker for select to veilig
    using (rol in ('regisseur', 'aanbieder', 'aandacht'));

grant execute on function schrijf_logregels to veilig;
grant select on kern_logregel to veilig;
create policy veilig_leest on kern_logregel for select to veilig
    using (onderdeel = 'veiligheid' and betreft_id = any((select veiligheid.geopend())::uuid[]));
"""


class Migration(migrations.Migration):
    dependencies = [
        ("veiligheid", "0001_initial"),
        ("toegang", "0002_hekken"),
        ("gezinnen", "0002_hekken"),
        ("kern", "0002_logboek"),
    ]

    operations = [migrations.RunSQL(sql) for sql in (FUNCTIONS, DOSSIERS, CONTENT, OWNER, OTHERS)]
