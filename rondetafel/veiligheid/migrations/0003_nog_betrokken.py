"""A membership opens nothing without a reason of today: who left the family reads nothing more, at once.

The policies of 0002 ask whether somebody is a member; these restrictive ones ask besides whether they are still
of the family by their work, or an aandachtsfunctionaris of its municipality. They look the family up in the
dossier, through its own fence, since the owner of the tables may not read a dossier.
"""

from django.db import migrations

# Colleagues are named to who is of the family alone: nobody else learns who works with it. Who takes over later on may
# be let in before that day, and reads from that day on.
FUNCTIONS = """
create function veiligheid.is_betrokken(gezin uuid, gemeente int) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select exists (select from toegang_gebruiker wie
        where wie.id = huidige_gebruiker() and wie.is_active and (
            wie.rol = 'aandacht' and gemeente = any(wie.gemeenten)
            or wie.rol in ('regisseur', 'aanbieder') and exists (select from toegang_band band
                where band.gebruiker_id = wie.id and band.gezin_id = gezin
                  and band.hoedanigheid in ('regisseur', 'aanbieder')
                  and band.van <= huidige_peildatum()
                  and (band.tot is null or band.tot >= huidige_peildatum()))))
$$;

create function veiligheid.betrokkenen(gezin uuid, gemeente int) returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(wie.id), '{}') from toegang_gebruiker wie
    where veiligheid.is_betrokken(gezin, gemeente) and wie.is_active and (
        wie.rol = 'aandacht' and gemeente = any(wie.gemeenten)
        or wie.rol in ('regisseur', 'aanbieder') and exists (select from toegang_band band
            where band.gebruiker_id = wie.id and band.gezin_id = gezin
              and band.hoedanigheid in ('regisseur', 'aanbieder')
              and (band.tot is null or band.tot >= greatest(band.van, huidige_peildatum()))))
$$;

create or replace function veiligheid.mijn_signaalkinderen() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(distinct jeugdige), '{}') from veiligheid.signaal
    where door = huidige_gebruiker() and veiligheid.is_medewerker(door)
      and afgegeven_op <= huidige_peildatum() and tot >= huidige_peildatum()
      and veiligheid.is_betrokken(gezinssleutel, gemeentecode)
$$;

revoke execute on function veiligheid.betrokkenen, veiligheid.is_betrokken from public;
grant execute on function veiligheid.betrokkenen, veiligheid.is_betrokken to veilig;
"""

# A policy for all commands but one cannot be said: a first member is written before anyone can see the dossier.
POLICIES = """
create policy nog_betrokken on veiligheid.dossier as restrictive for all to veilig
    using (veiligheid.is_betrokken(gezinssleutel, gemeentecode));

create policy nog_betrokken on veiligheid.lidmaatschap as restrictive for select to veilig
    using (dossier_id in (select id from veiligheid.dossier));
create policy laat_toe_wie_betrokken_is on veiligheid.lidmaatschap as restrictive for insert to veilig
    with check (veiligheid.zonder_leden(dossier_id) or exists (select from veiligheid.dossier
        where id = dossier_id and gebruiker_id = any(veiligheid.betrokkenen(gezinssleutel, gemeentecode))));

create policy nog_betrokken on veiligheid.opening as restrictive for all to veilig
    using (dossier_id in (select id from veiligheid.dossier));
create policy nog_betrokken on veiligheid.stapverslag as restrictive for all to veilig
    using (dossier_id in (select id from veiligheid.dossier));
create policy nog_betrokken on veiligheid.inschatting as restrictive for all to veilig
    using (dossier_id in (select id from veiligheid.dossier));
create policy nog_betrokken on veiligheid.gedeelde_actie as restrictive for all to veilig
    using (dossier_id in (select id from veiligheid.dossier));

alter policy veilig_leest on kern_logregel
    using (onderdeel = 'veiligheid' and betreft_id = any((select veiligheid.geopend())::uuid[])
        and betreft_id in (select id from veiligheid.dossier));
"""


class Migration(migrations.Migration):
    dependencies = [("veiligheid", "0002_hekken")]

    operations = [migrations.RunSQL(sql) for sql in (FUNCTIONS, POLICIES)]
