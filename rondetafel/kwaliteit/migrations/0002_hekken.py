"""Who may know that looking stood out, and what the weekly search may know to find it.

The search runs as the worker, which reads no families and no addresses: a function of the database
answers whether a name, a postcode or a chair is the same, and gives none of them away.
"""

from django.db import migrations

FENCES = """
select omhein('kwaliteit_afwijking', 'toezicht'), hoort_bij_gezin('kwaliteit_afwijking');
grant select, insert on kwaliteit_afwijking to systeem;
create policy zoekt on kwaliteit_afwijking to systeem using (true) with check (true);

grant select on kwaliteit_weekcontrole to breed;
grant select, insert on kwaliteit_weekcontrole to systeem;
"""

# A day of looking is one person opening one family. A page that shows many families is a list, no opening;
# who reads the logboek itself, or is of the family, is not looked at.
FACTS = """
create function kijkfeiten(van date, tot date) returns table (
    dag date, gebruiker_id uuid, naam text, rol text, gezin_id uuid, gezinsnummer int, gemeente_id int,
    uren int[], has_band boolean, has_werk boolean, is_geweigerd boolean, is_afgeschermd boolean,
    has_zelfde_naam boolean, has_zelfde_postcode boolean, is_eigen_gezin boolean
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    with regel as (
        select *, at at time zone 'Europe/Amsterdam' as lokaal,
            -- At most one other family: a page shows one, unless it is a list.
            min(logregel.gezin_id::text) over (partition by coalesce(verzoek_id, id))
                = max(logregel.gezin_id::text) over (partition by coalesce(verzoek_id, id)) as is_geopend
        from kern_logregel logregel
        where at >= kijkfeiten.van::timestamp at time zone 'Europe/Amsterdam'
          and at < (kijkfeiten.tot + 1)::timestamp at time zone 'Europe/Amsterdam'
          and logregel.gezin_id is not null and logregel.gebruiker_id is not null
          and logregel.rol not in ('gezin', 'auditor', 'beveiliging')
    ), kijkdag as (
        select lokaal::date as dag, regel.gebruiker_id, max(regel.naam) as naam, max(regel.rol) as rol,
            regel.gezin_id, array_agg(distinct extract(hour from lokaal)::int) as uren,
            bool_and(uitkomst = 'geweigerd') as is_geweigerd, bool_or(regel.is_afgeschermd) as is_afgeschermd
        from regel where is_geopend
        group by lokaal::date, regel.gebruiker_id, regel.gezin_id
    )
    select kijkdag.dag, kijkdag.gebruiker_id, kijkdag.naam, kijkdag.rol, kijkdag.gezin_id,
        gezin.nummer, gezin.gemeente_id, kijkdag.uren,
        exists (
            select from toegang_band band
            where band.gebruiker_id = kijkdag.gebruiker_id and band.gezin_id = kijkdag.gezin_id
              and band.van <= kijkdag.dag and (band.tot is null or band.tot >= kijkdag.dag - 90)
              and band.grond <> 'noodknop'
        ),
        exists (
            select from kern_termijn termijn
            where termijn.gezin_id = kijkdag.gezin_id
              and (termijn.gebruiker_id = kijkdag.gebruiker_id
                or termijn.rol = kijkdag.rol or (termijn.rol = 'toegang' and kijkdag.rol = 'backoffice'))
              and termijn.created_at < (kijkdag.dag + 1)::timestamp at time zone 'Europe/Amsterdam'
              and (termijn.gesloten_op is null or termijn.gesloten_op >= kijkdag.dag - 30)
        ) or exists (
            select from kern_logregel daad
            where daad.gezin_id = kijkdag.gezin_id and daad.gebruiker_id = kijkdag.gebruiker_id
              and daad.actie in ('C', 'U', 'D') and daad.uitkomst = 'gelukt'
              and daad.at >= (kijkdag.dag - 30)::timestamp at time zone 'Europe/Amsterdam'
              and daad.at < (kijkdag.dag + 31)::timestamp at time zone 'Europe/Amsterdam'
        ) or exists (
            select from instroom_aanmelding aanmelding
            where aanmelding.gezin_id = kijkdag.gezin_id and aanmelding.verwijzer_id = kijkdag.gebruiker_id
        ),
        kijkdag.is_geweigerd, kijkdag.is_afgeschermd,
        exists (
            select from gezinnen_persoon persoon
            where persoon.gezin_id = kijkdag.gezin_id and persoon.achternaam <> ''
              and right(lower(unaccent(kijkdag.naam)), length(persoon.achternaam) + 1)
                = ' ' || lower(unaccent(persoon.achternaam))
        ),
        -- That a secret address is near somebody may not show here either.
        exists (
            select from gezinnen_adres adres join toegang_gebruiker kijker on kijker.id = kijkdag.gebruiker_id
            where adres.gezin_id = kijkdag.gezin_id and not adres.is_geheim and kijker.postcode <> ''
              and adres.van <= kijkdag.dag and (adres.tot is null or adres.tot >= kijkdag.dag)
              and replace(upper(adres.postcode), ' ', '') = replace(upper(kijker.postcode), ' ', '')
        ),
        exists (
            select from gezinnen_betrokkene stoel join toegang_gebruiker kijker on kijker.id = kijkdag.gebruiker_id
                left join gezinnen_contact contact on contact.betrokkene_id = stoel.id
            where stoel.gezin_id = kijkdag.gezin_id and stoel.groep <> 'beroep'
              and (lower(contact.email) = lower(kijker.email) or lower(stoel.naam) = lower(kijker.naam))
        )
    from kijkdag join gezinnen_gezin gezin on gezin.id = kijkdag.gezin_id
    order by kijkdag.dag, kijkdag.naam, gezin.nummer
$$;
revoke execute on function kijkfeiten from public;
grant execute on function kijkfeiten to systeem;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("kwaliteit", "0001_initial"),
        ("kern", "0002_logboek"),
        ("gezinnen", "0007_columns_that_moved"),
        ("instroom", "0002_hekken"),
    ]

    operations = [migrations.RunSQL(FENCES), migrations.RunSQL(FACTS)]
